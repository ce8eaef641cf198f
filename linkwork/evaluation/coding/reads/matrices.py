"""What has been written about each source under each theme, and does it still hold?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CellSummary, MatrixTheme, WrittenMatrix
from linkwork.evaluation.coding.reads.apart import blind_sources
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.held import Carried, Held, codes_in, held, ids
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind, Place, Since, places_kept, since
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Doing

Pair = tuple[str, str]
ROWS = 25


@dataclass(frozen=True)
class Theme:
    """One column. `codes` are its code and all below it; none where it is words of the team's own."""

    id: UUID
    name: str
    frame_id: str
    construct_id: str
    codes: frozenset[Pair]


@dataclass(frozen=True)
class MatrixCard:
    """One matrix with its themes in order."""

    id: UUID
    study_id: UUID
    title: str
    kind: MatrixKind
    themes: tuple[Theme, ...]

    def theme(self, theme_id: UUID) -> Theme:
        """One of its themes. Raises NotFound."""
        found = next((one for one in self.themes if one.id == theme_id), None)
        if found is None:
            raise NotFound(_("There is no such theme in this matrix."))
        return found


@dataclass(frozen=True)
class SummaryCard:
    """One summary. `links` are the passages that show it best."""

    id: UUID
    text: str
    links: tuple[UUID, ...]
    written_at: dt.datetime
    written_by: str


@dataclass(frozen=True)
class MatrixCell:
    """One cell: its passages, the summary that stands, what became of the passages since (nothing without one).

    `history` is all that was ever written there, the latest first.
    """

    theme_id: UUID
    coding_ids: tuple[UUID, ...]
    summary: SummaryCard | None
    since: Since
    history: tuple[SummaryCard, ...]


@dataclass(frozen=True)
class MatrixRow:
    """One source with a cell for each theme."""

    source: SourceLine
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class MatrixRows:
    """Some of a matrix's rows. `of` is how many there are in all."""

    rows: tuple[MatrixRow, ...]
    of: int


def matrices(viewer: Viewer, study_id: UUID) -> list[tuple[UUID, str, MatrixKind]]:
    """A study's matrices by title: one question. For evaluators."""
    access.check_may_read_sources(viewer)
    rows = WrittenMatrix.objects.filter(
        programme_id=viewer.programme, study_id=study_id, removed_at__isnull=True
    )
    found = list(with_part(rows, viewer).order_by("title", "id"))
    for row in found[:1]:
        access.check_part(part(viewer, row), Doing.READ)
    return [(row.id, row.title, MatrixKind(row.kind)) for row in found]


def matrix(viewer: Viewer, matrix_id: UUID) -> MatrixCard:
    """One matrix, without what is written in it: at most three questions. Raises NotFound; for evaluators."""
    access.check_may_read_sources(viewer)
    rows = WrittenMatrix.objects.filter(programme_id=viewer.programme, id=matrix_id, removed_at__isnull=True)
    row = with_part(rows, viewer).first()
    if row is None:
        raise NotFound(_("There is no such matrix in this programme."))
    access.check_part(part(viewer, row), Doing.READ)
    themes = MatrixTheme.objects.filter(
        programme_id=viewer.programme, matrix_id=matrix_id, left_at__isnull=True
    )
    return MatrixCard(
        row.id,
        row.study_id,
        row.title,
        MatrixKind(row.kind),
        _themes(viewer, themes.order_by("position", "id")),
    )


def _themes(viewer: Viewer, rows: QuerySet[MatrixTheme]) -> tuple[Theme, ...]:
    themes = list(rows)
    frame_of = frames_named(viewer, {one.frame for one in themes if one.frame})
    found = []
    for one in themes:
        name, codes = one.heading, frozenset[Pair]()
        if one.frame in frame_of:
            frame = frame_of[one.frame]
            name = frame.construct(one.construct).name
            below = {one.construct}
            for construct in frame.constructs:  # a parent comes before its children
                if construct.parent in below:
                    below.add(construct.id)
            codes = frozenset((one.frame, construct_id) for construct_id in below)
        found.append(Theme(one.id, name, one.frame, one.construct, codes))
    return tuple(found)


def matrix_rows(viewer: Viewer, card: MatrixCard, start: int = 0, size: int | None = ROWS) -> MatrixRows:
    """Rows from `start`, by the sources' titles; all where `size` is None: three questions, whatever the size.

    In a source in which the viewer is kept apart, others' summaries are kept from them as their codings are.
    """
    lines = studies.sources(viewer, card.study_id)
    shown = lines[start:] if size is None else lines[start : start + size]
    return MatrixRows(_rows(viewer, card, shown), len(lines))


def matrix_row(viewer: Viewer, card: MatrixCard, source_id: UUID) -> MatrixRow:
    """One row. Raises NotFound where the source is of another study."""
    line = studies.source_line(viewer, source_id)
    if line.study_id != card.study_id:
        raise NotFound(_("There is no such source in this study."))
    return _rows(viewer, card, [line])[0]


def _summaries(viewer: Viewer) -> QuerySet[CellSummary]:
    rows = CellSummary.objects.filter(programme_id=viewer.programme).select_related("written_by")
    if viewer.id is None:
        return rows
    return rows.exclude(
        Q(source_id__in=blind_sources(viewer)) & (Q(written_by__isnull=True) | ~Q(written_by_id=viewer.id))
    )


def _rows(viewer: Viewer, card: MatrixCard, lines: Sequence[SourceLine]) -> tuple[MatrixRow, ...]:
    wanted = [one.id for one in lines]
    rows = held(viewer, card.study_id, Layer.CONSENSUS, wanted)
    sources, carried = ids(row.source for row in rows), codes_in(rows)
    codings: dict[UUID, list[Held]] = {}
    for one in rows:
        codings.setdefault(sources[one.source], []).append(one)
    written: dict[tuple[UUID, UUID], list[CellSummary]] = {}
    themes = [one.id for one in card.themes]
    for row in (
        _summaries(viewer).filter(source_id__in=wanted, theme_id__in=themes).order_by("-created_at", "-id")
    ):
        written.setdefault((row.theme_id, row.source_id), []).append(row)
    return tuple(
        MatrixRow(
            line,
            tuple(
                _cell(line, theme, codings.get(line.id, ()), carried, written.get((theme.id, line.id), ()))
                for theme in card.themes
            ),
        )
        for line in lines
    )


def _cell(
    line: SourceLine, theme: Theme, codings: Sequence[Held], carried: Carried, written: Sequence[CellSummary]
) -> MatrixCell:
    now = places_of(theme, codings, carried)
    row = written[0] if written and written[0].text else None
    found = since(places_kept(row.basis), now, same_text=row.text_hash == line.hash) if row else Since()
    history = tuple(map(_summary, written))
    return MatrixCell(theme.id, tuple(now), history[0] if row else None, found, history)


def places_of(theme: Theme, codings: Sequence[Held], carried: Carried) -> Mapping[UUID, Place]:
    """The passages of one source that stand in a theme's cell, by coding id, in the order of the text."""
    return {
        one.id: Place(one.start, one.end, one.valence, one.stage)
        for one in codings
        if carried[one.codes] & theme.codes
    }


def _summary(row: CellSummary) -> SummaryCard:
    return SummaryCard(
        row.id,
        row.text,
        tuple(map(UUID, row.links)),
        row.created_at,
        row.written_by.name if row.written_by else "",
    )
