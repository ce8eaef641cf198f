"""What can be chosen for a row: passages of the study, figures of the extract, ratings of the sheet, constructs."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads.rows import Code, Pair, codes
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.portraits.access import check_may_read, check_may_write
from linkwork.evaluation.portraits.reads.displays.live import linked_rows
from linkwork.evaluation.portraits.reads.displays.reading import found_display
from linkwork.evaluation.portraits.reads.evidence import (
    MOST_CHOICES,
    as_quote,
    figure_card,
    figure_or_lost,
    quote_cards,
    score_choices,
)
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind
from linkwork.evaluation.portraits.rules.evidence import FigureCard, FigureKey, QuoteCard
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.studies.rules import Group
from linkwork.instruments.indicators import Grouping, definitions
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Narrowed:
    """How the passages to choose from are narrowed. `code` is a (frame, construct)."""

    words: str = ""
    code: Pair | None = None
    stage: Stage | None = None
    group: Group | None = None
    valence: Valence | None = None


@dataclass(frozen=True)
class RowNow:
    """A row as it is, with what it links to."""

    id: UUID
    question: str
    about: Pair | None
    bridge: str
    verdict: Verdict | None
    reasoning: str
    quotes: tuple[QuoteCard, ...]
    figures: tuple[FigureKey, ...]
    rated: frozenset[Pair]


@dataclass(frozen=True)
class RowInPlace:
    """A row to be written, in its display. `row` is None for one that is new.

    `reviewed`: its verdict is given by reviewers, apart. `codes` are those used in the study, `rated` those of the
    sheet of ratings.
    """

    id: UUID
    title: str
    study_id: UUID
    extract_id: UUID | None
    kind: DisplayKind
    reviewed: bool
    row: RowNow | None
    rated: tuple[Code, ...]
    codes: tuple[Code, ...]


def row_in_place(viewer: Viewer, display_id: UUID, row_id: UUID | None) -> RowInPlace:
    """A row that is to be written. For evaluators. Raises NotFound, IllegalStep (frozen)."""
    check_may_write(viewer)
    display, _later = found_display(viewer, display_id)
    if display.frozen_at is not None:
        raise IllegalStep(_("This display is frozen. Open a new one to go on."))
    sheet: list[Pair] = [(a, b) for a, b in display.sheet.constructs] if display.sheet else []
    named = codes(viewer, sheet)
    return RowInPlace(
        id=display.id,
        title=display.title,
        study_id=display.study_id,
        extract_id=display.extract_id,
        kind=DisplayKind(display.kind),
        reviewed=display.reviewed,
        row=_now(viewer, display_id, row_id) if row_id else None,
        rated=tuple(named[pair] for pair in sheet),
        codes=tuple(coding.codes_used(viewer, display.study_id)),
    )


def passages(viewer: Viewer, study_id: UUID, narrowed: Narrowed) -> tuple[list[QuoteCard], int]:
    """The first 40 passages that fit, and how many there are."""
    check_may_read(viewer)
    frame, construct = narrowed.code or (None, None)
    found = coding.quotes(
        viewer,
        study_id,
        frame=frame,
        construct=construct,
        stage=narrowed.stage,
        group=narrowed.group,
        valence=narrowed.valence,
    )
    words = narrowed.words.strip().casefold()
    cards = [as_quote(one) for one in found if not words or _holds(one.text, one.source_title, words)]
    return cards[:MOST_CHOICES], len(cards)


def figures(
    viewer: Viewer, extract_id: UUID | None, by: Grouping | None, linked: Sequence[FigureKey] = ()
) -> list[FigureCard]:
    """What is linked first; then every figure of the extract and every score, or with `by` what can be told apart so.

    Two questions. A figure the extract does not hold is not among the choices; one that is linked says why it is lost.
    """
    check_may_read(viewer)
    standing = [(of, key) for key in linked if (of := key.of(extract_id))]
    offered = [one for one in definitions() if by is None or by in one.grouping] if extract_id else []
    asked = {(of, key.indicator, key.grouping) for of, key in standing}
    told = indicators.several(
        viewer, asked | {(extract_id, one.id, by or "") for one in offered if extract_id}
    )
    found = [figure_or_lost((of, key), told[of, key.indicator, key.grouping]) for of, key in standing]
    for figure in (told[extract_id, one.id, by or ""] for one in offered if extract_id):
        if not isinstance(figure, str):
            keys = [FigureKey(figure.definition.id)]
            keys += [
                FigureKey(figure.definition.id, by, group.key) for group in figure.groups if by and group.key
            ]
            found += [figure_card(figure, key) for key in keys if key not in linked]
    if by is None:
        found += [one for one in score_choices(viewer, extract_id, linked) if one.key not in linked]
    return found


def sheets_to_show(viewer: Viewer, study_id: UUID) -> Sequence[tuple[UUID, str]]:
    """The study's sheets of ratings whose raters have compared: (id, title)."""
    check_may_write(viewer)
    found = coding.sheets(viewer, study_id)
    return [(one.id, one.title) for one in found if one.compared_at is not None]


def _now(viewer: Viewer, display_id: UUID, row_id: UUID) -> RowNow:
    found = [one for one in linked_rows(viewer, display_id, row_id) if one.row.removed_at is None]
    if not found:
        raise NotFound(_("There is no such row in this display."))
    row, quotes = found[0].row, quote_cards(viewer, found[0].codings)
    return RowNow(
        id=row.id,
        question=row.question,
        about=found[0].about,
        bridge=row.bridge,
        verdict=Verdict(row.verdict) if row.verdict else None,
        reasoning=row.reasoning,
        quotes=tuple(quotes[coding] for coding in found[0].codings),
        figures=tuple(found[0].figures),
        rated=frozenset(found[0].rated),
    )


def _holds(text: str, title: str, words: str) -> bool:
    return words in text.casefold() or words in title.casefold()
