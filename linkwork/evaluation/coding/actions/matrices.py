"""Making matrices of sources by themes, and writing into their cells."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import check_study, known
from linkwork.evaluation.coding.models import CellSummary, MatrixTheme, WrittenMatrix
from linkwork.evaluation.coding.reads.held import codes_in, held
from linkwork.evaluation.coding.reads.matrices import MatrixCard, matrix, matrix_row, places_of
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.summaries import MOST_THEMES, MatrixKind, kept_places
from linkwork.trail import actions as trail

LONGEST_TITLE = 200
LONGEST_SUMMARY = 10_000


@dataclass(frozen=True)
class NewTheme:
    """A column to be: a code, or a heading of the team's own."""

    frame_id: str = ""
    construct_id: str = ""
    heading: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """How it is known again."""
        return self.frame_id, self.construct_id, self.heading


@action
def make_matrix(
    *, study_id: UUID, title: str, kind: MatrixKind, themes: Sequence[NewTheme], by: Viewer, at: dt.datetime
) -> UUID:
    """A matrix of the study's sources by these themes. Raises NotFound, NotAllowed, Invalid (title, themes)."""
    check_may_code(by)
    check_study(by, study_id)
    _check(by, study_id, title, themes, but=None)
    row = WrittenMatrix.objects.create(
        programme_id=by.programme, study_id=study_id, title=title.strip(), kind=kind, created_at=at
    )
    _place(row, themes, at)
    _record(
        by,
        at,
        "coding.make_matrix",
        row.id,
        {"study": str(study_id), "kind": kind.value, "themes": len(themes)},
    )
    return row.id


@action
def change_matrix(
    *, matrix_id: UUID, title: str, themes: Sequence[NewTheme], by: Viewer, at: dt.datetime
) -> None:
    """Give it another title or other themes; one left out keeps its summaries for when it comes back.

    Raises NotFound, NotAllowed, Invalid (title, themes).
    """
    row = _the_matrix(by, matrix_id)
    _check(by, row.study_id, title, themes, but=matrix_id)
    row.title = title.strip()
    row.save(update_fields=["title"])
    _place(row, themes, at)
    _record(by, at, "coding.change_matrix", matrix_id, {"themes": len(themes)})


@action
def remove_matrix(*, matrix_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Offer a matrix no more; what was written stays. Raises NotFound, NotAllowed."""
    row = _the_matrix(by, matrix_id)
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    _record(by, at, "coding.remove_matrix", matrix_id, {})


@action
def write_summary(
    *,
    matrix_id: UUID,
    theme_id: UUID,
    source_id: UUID,
    text: str,
    links: Collection[UUID] = (),
    seen: UUID | None = None,
    by: Viewer,
    at: dt.datetime,
) -> None:
    """Write into a cell; the same words again say that they still hold. Empty text empties the cell.

    `seen` is the summary the writer had before them. Raises NotFound, NotAllowed, Invalid (text where it is too long
    or somebody wrote meanwhile, links where a passage is not of this cell).
    """
    card = _standing(by, matrix_id)
    _write(by, at, card, source_id, {theme_id: text}, links, {theme_id: seen})


@action
def write_case(
    *,
    matrix_id: UUID,
    source_id: UUID,
    texts: Mapping[UUID, str],
    seen: Mapping[UUID, UUID | None],
    by: Viewer,
    at: dt.datetime,
) -> int:
    """Write a whole row, the sheet of one source, by theme id; only what differs is written. How many were.

    Raises NotFound, NotAllowed, Invalid (by theme id).
    """
    card = _standing(by, matrix_id)
    row = matrix_row(by, card, source_id)
    there = {cell.theme_id: cell.summary.text if cell.summary else "" for cell in row.cells}
    texts = {key: text for key, text in texts.items() if text.strip() != there.get(key)}
    if texts:
        _write(by, at, card, source_id, texts, None, seen)
    return len(texts)


def _write(
    by: Viewer,
    at: dt.datetime,
    card: MatrixCard,
    source_id: UUID,
    texts: Mapping[UUID, str],
    links: Collection[UUID] | None,
    seen: Mapping[UUID, UUID | None],
) -> None:
    """Without `links` those of the summaries before are kept, as far as they still stand there."""
    row = matrix_row(by, card, source_id)
    cells = {cell.theme_id: cell for cell in row.cells}
    field = "text" if links is not None else ""
    codings = held(by, card.study_id, Layer.CONSENSUS, [source_id])
    carried = codes_in(codings)
    for theme_id, text in texts.items():
        theme, before = card.theme(theme_id), cells[theme_id].summary
        if len(text) > LONGEST_SUMMARY:
            raise Invalid({field or str(theme_id): _("Keep it under 10,000 characters.")})
        if (before.id if before else None) != seen.get(theme_id):
            said = _("Somebody wrote here meanwhile. Read it below, then keep yours or theirs.")
            raise Invalid({field or str(theme_id): said})
        places = places_of(theme, codings, carried)
        chosen = set(before.links if before else ()) & places.keys() if links is None else set(links)
        if chosen - places.keys():
            raise Invalid({"links": _("Choose among this cell’s passages.")})
        CellSummary.objects.create(
            programme_id=by.programme,
            theme_id=theme_id,
            source_id=source_id,
            text=text.strip(),
            links=[str(one) for one in places if one in chosen],
            basis=kept_places(places),
            text_hash=row.source.hash,
            written_by_id=by.id if by.kind is Kind.LOGIN else None,
            created_at=at,
        )
    detail: dict[str, object] = {"source": str(source_id), "themes": [str(one) for one in texts]}
    _record(by, at, "coding.write_summary", card.id, detail)


def _standing(by: Viewer, matrix_id: UUID) -> MatrixCard:
    """The matrix, held: two who write into it at once wait for each other."""
    _the_matrix(by, matrix_id)
    return matrix(by, matrix_id)


def _the_matrix(by: Viewer, matrix_id: UUID) -> WrittenMatrix:
    check_may_code(by)
    rows = WrittenMatrix.objects.select_for_update().filter(
        programme_id=by.programme, id=matrix_id, removed_at__isnull=True
    )
    row = rows.first()
    if row is None:
        raise NotFound(_("There is no such matrix in this programme."))
    check_study(by, row.study_id)
    return row


def _check(by: Viewer, study_id: UUID, title: str, themes: Sequence[NewTheme], but: UUID | None) -> None:
    title = title.strip()
    if not title or len(title) > LONGEST_TITLE:
        raise Invalid({"title": _("Give the matrix a title of at most 200 characters.")})
    same = WrittenMatrix.objects.filter(
        programme_id=by.programme, study_id=study_id, title=title, removed_at__isnull=True
    )
    if (same.exclude(id=but) if but else same).exists():
        raise Invalid({"title": _("There is a matrix with this title already.")})
    if not themes or len(themes) > MOST_THEMES:
        raise Invalid({"themes": _("Choose between one and a hundred themes.")})
    if any(len(one.heading) > LONGEST_TITLE for one in themes):
        raise Invalid({"themes": _("Keep each heading under 200 characters.")})
    pairs = [(one.frame_id, one.construct_id) for one in themes if not one.heading]
    if set(pairs) - known(by, study_id, pairs) or len({one.key for one in themes}) < len(themes):
        raise Invalid({"themes": _("Choose codes of this study, each once.")})


def _place(row: WrittenMatrix, themes: Sequence[NewTheme], at: dt.datetime) -> None:
    there = {
        (one.frame, one.construct, one.heading): one
        for one in MatrixTheme.objects.filter(programme_id=row.programme_id, matrix_id=row.id)
    }
    for place, theme in enumerate(themes):
        one = there.pop(theme.key, None)
        if one is None:
            MatrixTheme.objects.create(
                programme_id=row.programme_id,
                matrix_id=row.id,
                position=place,
                frame=theme.frame_id,
                construct=theme.construct_id,
                heading=theme.heading,
                created_at=at,
            )
        elif one.position != place or one.left_at:
            one.position, one.left_at = place, None
            one.save(update_fields=["position", "left_at"])
    for one in there.values():
        one.left_at = one.left_at or at
        one.save(update_fields=["left_at"])


def _record(by: Viewer, at: dt.datetime, what: str, matrix_id: UUID, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=what, about="matrix", about_id=matrix_id, detail=detail)
