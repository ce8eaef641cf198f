"""What the actions of displays share: finding what may still be changed, and checking what a row is given."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads.rows import Pair, codes
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.parts.checks import check_codings, check_extract, check_figures
from linkwork.evaluation.portraits.models import (
    DisplayFigure,
    DisplayQuote,
    DisplayReviewer,
    DisplayRow,
    JointDisplay,
)
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.displays.verdicts import FEWEST_REVIEWERS
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


def live(by: Viewer, display_id: UUID) -> JointDisplay:
    """A display that may be changed, held for this writing. Raises NotFound, IllegalStep (frozen)."""
    check_may_write(by)
    display = (
        JointDisplay.objects.select_for_update().filter(programme_id=by.programme, id=display_id).first()
    )
    if display is None:
        raise NotFound(_("There is no such joint display in this programme."))
    if display.frozen_at is not None:
        raise IllegalStep(_("This display is frozen. Open a new one to go on."))
    return display


def live_row(by: Viewer, row_id: UUID, removed: bool = False) -> tuple[DisplayRow, JointDisplay]:
    """A row of a live display; with `removed` one that was taken out. Raises as `live` does."""
    check_may_write(by)
    rows = DisplayRow.objects.filter(programme_id=by.programme, id=row_id, removed_at__isnull=not removed)
    row = rows.first()
    if row is None:
        raise NotFound(_("There is no such row in this display."))
    return row, live(by, row.display_id)


def rows_of(display: JointDisplay) -> Any:
    """The rows that are in a display, in order."""
    rows = DisplayRow.objects.filter(programme_id=display.programme_id, display=display)
    return rows.filter(removed_at__isnull=True).order_by("place")


def reviewers_of(display: JointDisplay) -> list[DisplayReviewer]:
    """Who reviews it."""
    return list(DisplayReviewer.objects.filter(programme_id=display.programme_id, display=display))


def who(by: Viewer) -> UUID | None:
    """The worker who acts; None for the command line."""
    return by.id if by.kind is Kind.LOGIN else None


def check_shape(
    by: Viewer,
    study_id: UUID,
    kind: DisplayKind,
    split: Split,
    extract_id: UUID | None,
    sheet_id: UUID | None,
    reviewers: Collection[UUID],
) -> None:
    """Raise Invalid (split, sheet, reviewers) or NotFound (extract) where a display cannot be like that."""
    check_extract(by, extract_id)
    if kind is DisplayKind.CASES and split is Split.NONE:
        raise Invalid({"split": _("Choose by what the cases are told apart.")})
    if sheet_id is not None and sheet_id not in {one.id for one in coding.sheets(by, study_id)}:
        raise Invalid({"sheet": _("Choose a sheet of ratings of this study.")})
    if 0 < len(reviewers) < FEWEST_REVIEWERS:
        raise Invalid({"reviewers": _("Choose two reviewers who judge apart, or nobody.")})
    if reviewers:
        evaluators = {one.id for one in programmes.workers(by, role=Role.EVALUATOR)}
        if not set(reviewers) <= evaluators:
            raise Invalid({"reviewers": _("Only evaluators of the programme review.")})


def check_row(
    by: Viewer,
    display: JointDisplay,
    about: Pair | None,
    figures: Sequence[FigureKey],
    codings: Sequence[UUID],
    rated: Sequence[Pair],
) -> None:
    """Raise Invalid (component, figures, quotes, ratings) where a row cannot hold what it is given."""
    check_about(by, [about] if about else [])
    check_codings(by, display.study_id, codings)
    check_figures(by, display.extract_id, figures)
    known = {(frame, construct) for frame, construct in display.sheet.constructs} if display.sheet else set()
    if set(rated) - known:
        raise Invalid({"ratings": _("Choose constructs that are rated in this display’s sheet.")})


def check_about(by: Viewer, about: Collection[Pair]) -> None:
    """Raise Invalid unless each is a construct of a frame or of an own list."""
    try:
        codes(by, about)
    except NotFound:
        raise Invalid({"component": _("Choose a component from the list, or none.")}) from None


def link(row: DisplayRow, figures: Sequence[FigureKey], codings: Sequence[UUID], at: dt.datetime) -> None:
    """Let a row hold these figures and passages, in this order."""
    kept = {"programme_id": row.programme_id, "row": row, "created_at": at}
    DisplayFigure.objects.bulk_create(
        DisplayFigure(
            **kept,
            indicator=key.indicator,
            grouping=key.grouping,
            group=key.group,
            extract_id=key.of(None),
        )
        for key in dict.fromkeys(figures)
    )
    DisplayQuote.objects.bulk_create(
        DisplayQuote(**kept, coding_id=coding_id) for coding_id in dict.fromkeys(codings)
    )


def unlink(row: DisplayRow) -> None:
    """Take everything off a row."""
    for table in (DisplayFigure, DisplayQuote):
        table.objects.filter(programme_id=row.programme_id, row=row).delete()


def record(
    by: Viewer, at: dt.datetime, verb: str, display_id: UUID, detail: dict[str, object] | None = None
) -> None:
    """Write down what was done to a display."""
    trail.record(by=by, at=at, what=f"portraits.{verb}", about="display", about_id=display_id, detail=detail)
