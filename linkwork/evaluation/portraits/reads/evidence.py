"""What do links point at? Quotations from coding, figures from indicators; each may be withheld or hidden."""

import datetime as dt
from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import Quote
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.reads import Figure, GroupValue
from linkwork.evaluation.portraits.access import check_may_read
from linkwork.evaluation.portraits.rules.evidence import FigureCard, FigureKey, QuoteCard
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.instruments.indicators import Grouping, Shape, definitions
from linkwork.programmes.rules import Stage

MOST_CHOICES = 40


def quote_cards(viewer: Viewer, study_id: UUID, coding_ids: Collection[UUID]) -> dict[UUID, QuoteCard]:
    """The passages by coding id. A coding taken back since is there too, without its words."""
    if not coding_ids:
        return {}
    lines = {line.id: line for line in studies.source_lines(viewer, study_id)}
    found = coding.quotes(viewer, study_id, ids=coding_ids)
    cards = {one.id: _quote(one, lines[one.source_id]) for one in found}
    return {coding_id: cards.get(coding_id) or _removed(coding_id) for coding_id in coding_ids}


def figure_cards(
    viewer: Viewer, wanted: Iterable[tuple[UUID, FigureKey]]
) -> dict[tuple[UUID, FigureKey], FigureCard]:
    """The figures by (extract id, key). Each is computed once a breakdown; one that cannot be any more says why."""
    made: dict[tuple[UUID, FigureKey], FigureCard] = {}
    whole: dict[UUID, dict[str, Figure] | str] = {}
    parted: dict[tuple[UUID, str, str], Figure | str] = {}
    figure: Figure | str
    for extract_id, key in wanted:
        if key.grouping:
            at = (extract_id, key.indicator, key.grouping)
            if at not in parted:
                parted[at] = _parted(viewer, *at)
            figure = parted[at]
        else:
            if extract_id not in whole:
                whole[extract_id] = _whole(viewer, extract_id)
            found = whole[extract_id]
            figure = found if isinstance(found, str) else found.get(key.indicator, _not_held())
        made[extract_id, key] = (
            _lost(extract_id, key, figure) if isinstance(figure, str) else figure_card(figure, key)
        )
    return made


def _whole(viewer: Viewer, extract_id: UUID) -> dict[str, Figure] | str:
    try:
        return {one.definition.id: one for one in indicators.figures(viewer, extract_id)}
    except (NotFound, Refused) as refusal:
        return refusal.reason


def _parted(viewer: Viewer, extract_id: UUID, indicator: str, grouping: str) -> Figure | str:
    try:
        return indicators.figure(viewer, extract_id, indicator, grouping)
    except (NotFound, Refused) as refusal:
        return refusal.reason


def _not_held() -> str:
    return _("This extract does not hold what that figure needs.")


def quote_choices(
    viewer: Viewer, study_id: UUID, words: str = "", stage: Stage | None = None
) -> tuple[list[QuoteCard], int]:
    """The first 40 passages with `words` in the text, a construct or the source's title; and how many there are."""
    check_may_read(viewer)
    lines = {line.id: line for line in studies.source_lines(viewer, study_id)}
    found = [
        _quote(one, lines[one.source_id])
        for one in coding.quotes(viewer, study_id, stage=stage)
        if _holds(one, words.strip().casefold())
    ]
    return found[:MOST_CHOICES], len(found)


def figure_choices(viewer: Viewer, extract_id: UUID) -> list[FigureCard]:
    """Every figure of the extract, and under it what it is in each stage, where it can be told by stage."""
    check_may_read(viewer)
    found = []
    for figure in indicators.figures(viewer, extract_id):
        found.append(figure_card(figure, FigureKey(figure.definition.id)))
        if Grouping.STAGE in figure.definition.grouping:
            by_stage = indicators.figure(viewer, extract_id, figure.definition.id, Grouping.STAGE)
            keys = [
                FigureKey(figure.definition.id, Grouping.STAGE, one.key) for one in by_stage.groups if one.key
            ]
            found += [figure_card(by_stage, key) for key in keys]
    return found


def figure_card(figure: Figure, key: FigureKey) -> FigureCard:
    """One figure, or one group of it, as evidence."""
    group = next((one for one in figure.groups if one.key == key.group), None) if key.group else None
    if key.group and group is None:
        return _lost(figure.extract.id, key, _("This extract has no such group."))
    about: Figure | GroupValue = group or figure
    return FigureCard(
        extract_id=figure.extract.id,
        extract_name=figure.extract.name,
        extract_hash=figure.extract.hash,
        taken_at=figure.extract.taken_at,
        key=key,
        title=_(figure.definition.title),
        version=figure.definition.version,
        definition=_(figure.definition.why),
        value=about.value,
        unit=figure.unit,
        numerator=about.numerator,
        denominator=about.denominator,
        missing=about.missing or 0,
        group_label=group.label if group else "",
        sentence=_group_sentence(figure, group) if group else figure.sentence,
        hidden=group.hidden if group else False,
        small=group.hidden if group else figure.small,
    )


def _group_sentence(figure: Figure, group: GroupValue) -> str:
    said = {
        "title": _(figure.definition.title),
        "group": group.label,
        "value": indicators.number(group.value),
        "part": indicators.number(group.numerator),
        "whole": indicators.number(group.denominator),
    }
    if group.hidden:
        return _("%(title)s, %(group)s: too few to show.") % said
    if figure.definition.shape is Shape.SHARE:
        return _("%(title)s, %(group)s: %(part)s of %(whole)s (%(value)s %%).") % said
    return _("%(title)s, %(group)s: %(value)s.") % said


def _lost(extract_id: UUID, key: FigureKey, reason: str) -> FigureCard:
    known = {one.id: one for one in definitions()}
    about = known.get(key.indicator)
    return FigureCard(
        extract_id=extract_id,
        extract_name="",
        extract_hash="",
        taken_at=dt.datetime(1, 1, 1, tzinfo=dt.UTC),
        key=key,
        title=_(about.title) if about else key.indicator,
        version=about.version if about else "",
        definition=_(about.why) if about else "",
        value=None,
        unit="",
        numerator=None,
        denominator=None,
        missing=0,
        group_label=key.group,
        sentence=reason,
        problem=reason,
    )


def _quote(one: Quote, line: SourceLine) -> QuoteCard:
    return QuoteCard(
        coding_id=one.id,
        source_id=one.source_id,
        source_title=one.source_title,
        source_kind=line.kind,
        source_hash=line.hash,
        language=one.language,
        direction=one.direction,
        group=one.group or "",
        stage=one.stage or "",
        text=one.text if one.may_quote else "",
        withheld=not one.may_quote,
        removed=False,
        codes=tuple(name for _frame, _construct, name in one.codes),
        valence=one.valence,
        coder=one.coder,
    )


def _removed(coding_id: UUID) -> QuoteCard:
    return QuoteCard(
        coding_id=coding_id,
        source_id=coding_id,
        source_title="",
        source_kind="",
        source_hash="",
        language="",
        direction="ltr",
        group="",
        stage="",
        text="",
        withheld=True,
        removed=True,
        codes=(),
        valence="",
        coder="",
    )


def _holds(one: Quote, words: str) -> bool:
    names = (name for _frame, _construct, name in one.codes)
    return not words or any(words in text.casefold() for text in (one.text, one.source_title, *names))
