"""Every figure of an extract: as a whole, of a period, broken down, one or several at once."""

from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import Groups, counts_of, whole_and_parts
from linkwork.evaluation.indicators.reads.telling import Figure, told
from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Scope, Span
from linkwork.evaluation.indicators.rules.telling import can_be_bounded, can_be_parted, can_be_told
from linkwork.evaluation.indicators.rules.values import hidden_groups
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments import indicators
from linkwork.instruments.indicators import Definition, Grouping

EVERYTHING = "contacts"  # the figure every other one of contacts is a part of


def figure(
    viewer: Viewer, extract_id: UUID, indicator_id: str, by: str | None = None, span: Span = ALWAYS
) -> Figure:
    """One figure of the days in `span`, broken down by `by` if its definition allows it.

    Raises NotAllowed; NotFound for an unknown extract, figure or breakdown, or a table the extract lacks; Refused
    where the extract's files were changed or the span ends before it begins.
    """
    card = extracts.extract(viewer, extract_id)
    one = indicators.definition(indicator_id)
    _check_held(card, one, by)
    return next(found for found in _told(card, by, span) if found.definition.id == one.id)


def figures_of(card: ExtractCard) -> list[Figure]:
    """As `figures`, of an extract that was looked up already; none where its rows were removed. Raises Refused."""
    return [] if card.removed_at else _told(card, None, ALWAYS)


def figures(viewer: Viewer, extract_id: UUID, span: Span = ALWAYS) -> list[Figure]:
    """Every figure the extract's tables allow, in the definitions' order. Raises NotAllowed, NotFound, Refused."""
    return _told(extracts.extract(viewer, extract_id), None, span)


def breakdown(viewer: Viewer, extract_id: UUID, by: str, span: Span = ALWAYS) -> list[Figure]:
    """Every figure that may be broken down by `by`, with its groups.

    A group whose contacts are hidden is hidden in every figure, or one could be worked out from another.
    Raises NotAllowed; NotFound for an unknown extract or breakdown; Refused.
    """
    return _told(extracts.extract(viewer, extract_id), by, span)


def scope_of(card: ExtractCard, span: Span) -> Scope:
    """The days asked for, beside the day the extract was taken. Raises Refused where they end before they begin."""
    if span.since and span.until and span.until < span.since:
        raise Refused(_("The period ends before it begins."))
    if not can_be_bounded(span, card.lost):
        raise Refused(_("The days in this extract are not exact enough for this period."))
    return Scope(localdate(card.taken_at), span.since, span.until)


def checked_scope(card: ExtractCard, by: str | None, span: Span = ALWAYS) -> Scope:
    """The scope of figures of these days, broken down by `by` or not.

    Raises NotFound where the extract's rows were removed or `by` is no grouping; Refused where the days do not allow
    it.
    """
    if card.removed_at:
        raise NotFound(_("The rows of this extract were removed: %(why)s") % {"why": card.removed_why})
    scope = scope_of(card, span)
    if by is None:
        return scope
    if by not in set(Grouping):
        raise NotFound(_("That figure cannot be broken down like this."))
    if not can_be_parted(Grouping(by), card.lost):
        raise Refused(_("The days in this extract are not exact enough to tell figures apart like this."))
    return scope.parted(Grouping(by))


def _told(card: ExtractCard, by: str | None, span: Span) -> list[Figure]:
    scope = checked_scope(card, by, span)
    if scope.by is not None:
        return _told_both(card, scope)[1]
    found = available(card)
    whole = counts_of(card, found, scope)
    return [told(one, card, whole[one.id][""], scope) for one in found]


def _told_both(card: ExtractCard, scope: Scope) -> tuple[list[Figure], list[Figure]]:
    """Every figure as a whole, and those that can be broken down so with their groups."""
    found = available(card)
    whole, parts = whole_and_parts(card, found, scope)
    parted = [one for one in found if one.id in parts]
    few = _few(parted, parts)
    return (
        [told(one, card, whole[one.id][""], scope.whole) for one in found],
        [told(one, card, whole[one.id][""], scope, parts[one.id], few) for one in parted],
    )


def _check_held(card: ExtractCard, one: Definition, by: str | None) -> None:
    if one not in available(card):
        raise NotFound(not_held())
    if by is not None and by not in one.grouping:
        raise NotFound(_("That figure cannot be broken down like this."))


def not_held() -> str:
    """Why a figure cannot be told from an extract."""
    return _("This extract does not hold what that figure needs.")


def _few(found: list[Definition], parts: dict[str, Groups]) -> frozenset[str]:
    base = next((one for one in found if one.id == EVERYTHING), None)
    return hidden_groups(base.shape, parts[base.id], base.suppress_below) if base else frozenset()


def available(card: ExtractCard) -> list[Definition]:
    """The definitions whose tables and columns the extract has, and whose days are exact enough for them.

    A log's cases are only its people again: they tell no funnel. Older extracts and logs lack columns.
    """
    known = set(card.rows) - ({"cases"} if card.origin == "log" else set())
    columns = extracts.columns_of(card)
    found = [one for one in indicators.definitions() if one.tables <= known and can_be_told(one, card.lost)]
    return [one for one in found if columns is None or one.columns <= columns]
