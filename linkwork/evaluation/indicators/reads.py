"""Asking for figures: each with its definition, numerator, denominator, missing count and a plain sentence."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators import labels
from linkwork.evaluation.indicators.counting import Groups, counts_of, paths_of
from linkwork.evaluation.indicators.engine import opened
from linkwork.evaluation.indicators.expressions import with_first
from linkwork.evaluation.indicators.rules.spreads import Spread
from linkwork.evaluation.indicators.rules.telling import can_be_parted, can_be_told, order_is_known
from linkwork.evaluation.indicators.rules.values import Measured, Raw, hidden_groups, is_small, measured
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments import indicators
from linkwork.instruments.indicators import Definition, Grouping, Shape

EVERYTHING = "contacts"  # the figure every other one is a part of
Asked = tuple[UUID, str, str]  # extract, indicator, and what it is broken down by: "" for nothing


@dataclass(frozen=True)
class GroupValue:
    """One group of a breakdown. Where it is `hidden` every number in it is None."""

    key: str
    label: str
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    missing: int | None
    hidden: bool
    spread: Spread | None = None


@dataclass(frozen=True)
class Figure:
    """One figure of one extract. For a spread `value` is the median, `numerator` the total, `denominator` how many.

    `small` figures rest on so few that they must not leave the programme.
    """

    definition: Definition
    value: Decimal | None
    unit: str
    numerator: int | None
    denominator: int | None
    missing: int | None
    groups: tuple[GroupValue, ...]
    sentence: str
    extract: ExtractCard
    by: Grouping | None = None
    spread: Spread | None = None
    small: bool = False

    @property
    def shown(self) -> str:
        """The value as text in the reader's language, without its unit; a dash where there is none."""
        return number(_short(self.value) if self.spread else self.value)

    @property
    def missing_words(self) -> str:
        """How many are missing, and what that means here; empty where nothing can be missing."""
        if self.definition.missing is None:
            return ""
        if self.missing == 0:
            return _("none missing")
        what = _(self.definition.missing.words)
        return _("%(count)s missing: %(what)s") % {"count": number(self.missing), "what": what}

    @property
    def denominator_words(self) -> str:
        """What the figure is out of; empty for a plain count."""
        words = self.definition.denominator.words if self.definition.denominator else ""
        if not words and self.definition.shape is Shape.SPREAD:
            return _("from %(count)s") % {"count": number(self.denominator)}
        if not words:
            return ""
        return _("of %(count)s %(what)s") % {"count": number(self.denominator), "what": _(words)}


@dataclass(frozen=True)
class Disagreement:
    """One contact whose mark and day disagree; ids are pseudonyms."""

    contact: str
    case: str
    occurred_on: dt.date
    marked_first: bool
    derived_first: bool


def figure(viewer: Viewer, extract_id: UUID, indicator_id: str, by: str | None = None) -> Figure:
    """One figure, broken down by `by` if its definition allows it.

    Raises NotAllowed; NotFound for an unknown extract, figure or breakdown, or a table the extract lacks; Refused
    where the extract's files were changed.
    """
    card = extracts.extract(viewer, extract_id)
    one = indicators.definition(indicator_id)
    _check_held(card, one, by)
    return next(found for found in _told(card, by) if found.definition.id == one.id)


def several(viewer: Viewer, wanted: Iterable[Asked]) -> dict[Asked, Figure | str]:
    """Several figures at once, each broken down or not; for one that cannot be told, a sentence that says why.

    One question of the database and one count for each extract and breakdown. Raises NotAllowed.
    """
    asked = set(wanted)
    cards = extracts.extracts_by_id(viewer, {extract_id for extract_id, _indicator, _by in asked})
    told = {(extract_id, by): _told_or_why(cards.get(extract_id), by) for extract_id, _indicator, by in asked}
    return {at: _one_of(told[at[0], at[2]], at[1]) for at in asked}


def _told_or_why(card: ExtractCard | None, by: str) -> dict[str, Figure] | str:
    if card is None:
        return _("There is no such extract in this programme.")
    try:
        return {one.definition.id: one for one in _told(card, by or None)}
    except (NotFound, Refused) as refusal:
        return refusal.reason


def _one_of(told: dict[str, Figure] | str, indicator_id: str) -> Figure | str:
    if isinstance(told, str):
        return told
    return told.get(indicator_id) or _not_held()


def figures_of(card: ExtractCard) -> list[Figure]:
    """As `figures`, of an extract that was looked up already; none where its rows were removed. Raises Refused."""
    return [] if card.removed_at else _told(card, None)


def figures(viewer: Viewer, extract_id: UUID) -> list[Figure]:
    """Every figure the extract's tables allow, in the definitions' order. Raises NotAllowed, NotFound, Refused."""
    return _told(extracts.extract(viewer, extract_id), None)


def breakdown(viewer: Viewer, extract_id: UUID, by: str) -> list[Figure]:
    """Every figure that may be broken down by `by`, with its groups.

    A group whose contacts are hidden is hidden in every figure, or one could be worked out from another.
    Raises NotAllowed; NotFound for an unknown extract or breakdown; Refused.
    """
    return _told(extracts.extract(viewer, extract_id), by)


def figures_and_parts(viewer: Viewer, extract_id: UUID, by: str) -> tuple[list[Figure], list[Figure]]:
    """`figures` and `breakdown` of one extract in one question of the database. Raises as they do."""
    card = extracts.extract(viewer, extract_id)
    return _told(card, None), _told(card, by)


def _told(card: ExtractCard, by: str | None) -> list[Figure]:
    if card.removed_at:
        raise NotFound(_("The rows of this extract were removed: %(why)s") % {"why": card.removed_why})
    found = available(card)
    whole = counts_of(card, found)
    if by is None:
        return [_figure(one, card, whole[one.id][""]) for one in found]
    if by not in set(Grouping):
        raise NotFound(_("That figure cannot be broken down like this."))
    grouping = Grouping(by)
    if not can_be_parted(grouping, card.lost):
        raise Refused(_("The days in this extract are not exact enough to tell figures apart like this."))
    parted = [one for one in found if grouping in one.grouping]
    parts = counts_of(card, parted, grouping)
    few = _few(parted, parts)
    return [_figure(one, card, whole[one.id][""], grouping, parts[one.id], few) for one in parted]


def _check_held(card: ExtractCard, one: Definition, by: str | None) -> None:
    if one not in available(card):
        raise NotFound(_not_held())
    if by is not None and by not in one.grouping:
        raise NotFound(_("That figure cannot be broken down like this."))


def _not_held() -> str:
    return _("This extract does not hold what that figure needs.")


def _few(found: list[Definition], parts: dict[str, Groups]) -> frozenset[str]:
    base = next((one for one in found if one.id == EVERYTHING), None)
    return hidden_groups(base.shape, parts[base.id], base.suppress_below) if base else frozenset()


def available(card: ExtractCard) -> list[Definition]:
    """The definitions whose tables the extract has, and whose days are exact enough for them.

    A log's cases are only its people again: they tell no funnel.
    """
    known = set(card.rows) - ({"cases"} if card.origin == "log" else set())
    return [one for one in indicators.definitions() if one.tables <= known and can_be_told(one, card.lost)]


def disagreements(viewer: Viewer, extract_id: UUID, most: int = 500) -> list[Disagreement]:
    """The first `most` contacts whose mark and day disagree, by day.

    Raises NotAllowed, NotFound; Refused where the extract's days cannot tell which contact came first.
    """
    card = extracts.extract(viewer, extract_id)
    if "contacts" not in card.rows:
        return []
    if card.removed_at or not order_is_known(card.lost):
        raise Refused(_("This extract cannot tell which contact of a person came first."))
    with opened(paths_of(card)) as engine:
        table = with_first(engine.table("contacts"))
        table = table.filter(~table.first_agrees.fill_null(True)).order_by(["occurred_on", "contact_id"])
        rows = engine.rows(
            table.limit(most).select("contact_id", "case_id", "occurred_on", "marked_first", "derived_first")
        )
    return [Disagreement(*row.values()) for row in rows]


def _figure(
    one: Definition,
    card: ExtractCard,
    raw: Raw,
    by: Grouping | None = None,
    groups: Groups | None = None,
    few: frozenset[str] = frozenset(),
) -> Figure:
    whole = measured(one.shape, raw)
    return Figure(
        definition=one,
        value=whole.value,
        unit=one.unit,
        numerator=whole.numerator,
        denominator=whole.denominator,
        missing=whole.missing,
        groups=_groups(one, card, by, groups, few) if by and groups is not None else (),
        sentence=_sentence(one, whole),
        extract=card,
        by=by,
        spread=whole.spread,
        small=is_small(one.shape, whole, one.suppress_below),
    )


def _groups(
    one: Definition, card: ExtractCard, by: Grouping, groups: Groups, few: frozenset[str]
) -> tuple[GroupValue, ...]:
    own = extracts.own_labels(card) if by in labels.LISTS else {}
    hidden = hidden_groups(one.shape, groups, one.suppress_below) | few
    return tuple(
        _group(key, labels.label(by, key, own), measured(one.shape, groups[key]), key in hidden)
        for key in sorted(groups, key=lambda key: labels.place(by, key))
    )


def _group(key: str, name: str, found: Measured, hidden: bool) -> GroupValue:
    if hidden:
        return GroupValue(key, name, None, None, None, None, True)
    return GroupValue(
        key, name, found.value, found.numerator, found.denominator, found.missing, False, found.spread
    )


def _sentence(one: Definition, found: Measured) -> str:
    if found.value is None:
        return _("There is nothing to count here yet.")
    values = {
        "value": number(found.value),
        "numerator": number(found.numerator),
        "denominator": number(found.denominator),
    }
    if found.spread is not None:
        spread = found.spread
        places = {"value": spread.median, "low": spread.low, "high": spread.high}
        values |= {name: number(_short(value)) for name, value in places.items()}
        values["largest"] = number(spread.largest)
    return _(one.sentence) % values


def number(value: Decimal | int | None) -> str:
    """A number as the reader's language writes it: "1,294"; a dash for none."""
    if value is None:
        return "–"
    return str(number_format(value, use_l10n=True, force_grouping=True))


def _short(value: Decimal | None) -> Decimal | int | None:
    """A quartile without a bare ".0": half of the people had 2 contacts, not 2.0."""
    return int(value) if value is not None and value == value.to_integral_value() else value
