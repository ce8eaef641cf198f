"""What do links point at? Quotations from coding, figures from indicators; each may be withheld or hidden."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import Cited
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.reads import Figure, GroupValue
from linkwork.evaluation.indicators.rules.score_ids import GROUP
from linkwork.evaluation.portraits.access import check_may_read
from linkwork.evaluation.portraits.rules.evidence import FigureCard, FigureKey, QuoteCard, without_names
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.regions import SURVEY
from linkwork.instruments.indicators import Grouping, Shape, definitions
from linkwork.programmes.rules import Stage

MOST_CHOICES = 40


def quote_cards(
    viewer: Viewer, coding_ids: Collection[UUID], names: Sequence[str] = ()
) -> dict[UUID, QuoteCard]:
    """The passages by coding id, in one question. A coding taken back since is there too, without its words.

    Consent is asked of the source each time; `names` are left out of the words.
    """
    found = coding.cited(viewer, coding_ids)
    cards = {one: as_quote(found[one]) if one in found else _removed(one) for one in coding_ids}
    return {one: replace(card, text=without_names(card.text, names)[0]) for one, card in cards.items()}


def figure_cards(
    viewer: Viewer, wanted: Iterable[tuple[UUID, FigureKey]]
) -> dict[tuple[UUID, FigureKey], FigureCard]:
    """The figures by (extract id, key), in one question. One that cannot be computed any more says why."""
    asked = {(extract_id, key): (extract_id, key.indicator, key.grouping) for extract_id, key in wanted}
    if not asked:
        return {}
    found = indicators.several(viewer, asked.values())
    return {at: figure_or_lost(at, found[place]) for at, place in asked.items()}


def figure_or_lost(at: tuple[UUID, FigureKey], found: Figure | str) -> FigureCard:
    """A figure as evidence; or, where `found` is the sentence that says why there is none, that."""
    return _lost(*at, found) if isinstance(found, str) else figure_card(found, at[1])


def quote_choices(
    viewer: Viewer, study_id: UUID, words: str = "", stage: Stage | None = None
) -> tuple[list[QuoteCard], int]:
    """The first 40 passages with `words` in the text, a construct or the source's title; and how many there are."""
    check_may_read(viewer)
    found = [
        as_quote(one)
        for one in coding.quotes(viewer, study_id, stage=stage)
        if _holds(one, words.strip().casefold())
    ]
    return found[:MOST_CHOICES], len(found)


def figure_choices(viewer: Viewer, extract_id: UUID | None) -> list[FigureCard]:
    """Every figure of the extract as it may leave, and under it what it is in each stage, where that can be told.

    After them the scores, those of the latest survey of staff too. Two questions.
    """
    check_may_read(viewer)
    return [*(_figures(viewer, extract_id) if extract_id else ()), *score_choices(viewer, extract_id)]


def latest_extracts(viewer: Viewer) -> tuple[ExtractCard | None, ExtractCard | None]:
    """The latest extract of the record or a log, and the latest survey of staff. One question."""
    taken = extracts.extracts(viewer)
    return _latest(taken, of_staff=False), _latest(taken, of_staff=True)


def _latest(taken: Iterable[ExtractCard], of_staff: bool) -> ExtractCard | None:
    return next((one for one in taken if (one.origin == SURVEY) == of_staff and not one.removed_at), None)


def score_choices(
    viewer: Viewer, extract_id: UUID | None, linked: Iterable[FigureKey] = ()
) -> list[FigureCard]:
    """Change of those asked twice in the extract; what staff say in the latest survey, and in those `linked` already.

    One question.
    """
    taken = extracts.extracts(viewer)
    latest = _latest(taken, of_staff=True)
    waves = {*([latest.id] if latest else ()), *(UUID(key.wave) for key in linked if key.wave)}
    told = indicators.score_figures(taken, {*waves, *([extract_id] if extract_id else ())})
    found = []
    for one, figures in sorted(told.items(), key=lambda pair: (pair[0] in waves, str(pair[0]))):
        for figure in figures:
            wave = str(one) if one in waves else ""
            keys = [FigureKey(figure.definition.id, wave=wave)]
            keys += [
                FigureKey(figure.definition.id, GROUP, group.key, wave)
                for group in figure.groups
                if group.key
            ]
            found += [figure_card(figure, key) for key in keys]
    return found


def _figures(viewer: Viewer, extract_id: UUID) -> list[FigureCard]:
    ids = [one.id for one in definitions()]
    asked = [(extract_id, one, by) for one in ids for by in ("", Grouping.STAGE)]
    told = indicators.several(viewer, asked)
    found = []
    for one in ids:
        whole, part = told[extract_id, one, ""], told[extract_id, one, Grouping.STAGE]
        if not isinstance(whole, str):
            found.append(figure_card(whole, FigureKey(one)))
        if not isinstance(part, str):
            keys = [FigureKey(one, Grouping.STAGE, group.key) for group in part.groups if group.key]
            found += [figure_card(part, key) for key in keys]
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
        hidden=group.hidden if group else figure.small and figure.value is None,
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


def as_quote(one: Cited) -> QuoteCard:
    """A passage of the room of codings as evidence."""
    return QuoteCard(
        coding_id=one.id,
        source_id=one.source_id,
        source_title=one.source_title,
        source_kind=one.source_kind,
        source_hash=one.source_hash,
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
        start=one.start,
        end=one.end,
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


def _holds(one: Cited, words: str) -> bool:
    names = (name for _frame, _construct, name in one.codes)
    return not words or any(words in text.casefold() for text in (one.text, one.source_title, *names))
