"""Opening a joint display, and saying anew what kind it is, where its figures come from and who reviews it."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.displays.parts import (
    check_shape,
    live,
    record,
    reviewers_of,
    rows_of,
    who,
)
from linkwork.evaluation.portraits.actions.parts.checks import said
from linkwork.evaluation.portraits.models import DisplayFigure, DisplayReviewer, JointDisplay, RowVerdict
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.studies import reads as studies


@action
def open_display(
    *,
    study_id: UUID,
    title: str,
    extract_id: UUID | None,
    by: Viewer,
    at: dt.datetime,
    kind: DisplayKind = DisplayKind.CONVERGENT,
    split: Split = Split.NONE,
    sheet_id: UUID | None = None,
    reviewers: Sequence[UUID] = (),
) -> UUID:
    """Open a joint display for a study; its id. Raises NotFound, Invalid (title, split, sheet, reviewers)."""
    check_may_write(by)
    studies.study(by, study_id)
    check_shape(by, study_id, kind, split, extract_id, sheet_id, reviewers)
    title = _free_title(by, study_id, title)
    row = JointDisplay.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        title=title,
        kind=kind,
        split=split if kind is DisplayKind.CASES else Split.NONE,
        extract_id=extract_id,
        sheet_id=sheet_id,
        opened_by_id=who(by),
        created_at=at,
    )
    add_reviewers(row, reviewers, at)
    record(by, at, "open_display", row.id)
    return row.id


@action
def change_display(
    *,
    display_id: UUID,
    title: str,
    kind: DisplayKind,
    split: Split,
    extract_id: UUID | None,
    sheet_id: UUID | None,
    reviewers: Sequence[UUID],
    by: Viewer,
    at: dt.datetime,
) -> None:
    """Say anew what a live display is. What it rests on stays.

    Raises NotFound, IllegalStep (frozen), Invalid (title, split, extract_id, sheet, reviewers).
    """
    display = live(by, display_id)
    check_shape(by, display.study_id, kind, split, extract_id, sheet_id, reviewers)
    _check_kept(display, extract_id, sheet_id)
    if said("title", title) != display.title:
        display.title = _free_title(by, display.study_id, title)
    display.kind, display.extract_id, display.sheet_id = kind, extract_id, sheet_id
    display.split = split if kind is DisplayKind.CASES else Split.NONE
    display.save(update_fields=["title", "kind", "split", "extract_id", "sheet"])
    _change_reviewers(display, reviewers, at)
    record(by, at, "change_display", display_id, {"kind": kind.value, "reviewers": len(set(reviewers))})


def add_reviewers(display: JointDisplay, reviewers: Sequence[UUID], at: dt.datetime) -> None:
    """Let these workers review it."""
    DisplayReviewer.objects.bulk_create(
        DisplayReviewer(programme_id=display.programme_id, display=display, reviewer_id=one, created_at=at)
        for one in dict.fromkeys(reviewers)
    )


def _free_title(by: Viewer, study_id: UUID, title: str) -> str:
    title = said("title", title)
    if JointDisplay.objects.filter(programme_id=by.programme, study_id=study_id, title=title).exists():
        raise Invalid({"title": _("There is a display with this title already. Choose another title.")})
    return title


def _check_kept(display: JointDisplay, extract_id: UUID | None, sheet_id: UUID | None) -> None:
    """What rows hold may not lose what it comes from."""
    figures = DisplayFigure.objects.filter(
        programme_id=display.programme_id, row__display=display, extract_id__isnull=True
    )
    if extract_id is None and figures.exists():
        raise Invalid({"extract_id": _("Its rows hold figures: choose the extract they come from.")})
    if sheet_id != display.sheet_id and any(row.rated for row in rows_of(display)):
        raise Invalid(
            {"sheet": _("Its rows hold ratings of another sheet. Take them out of the rows first.")}
        )


def _change_reviewers(display: JointDisplay, reviewers: Sequence[UUID], at: dt.datetime) -> None:
    """Who has judged already stays: a verdict is not made unsaid by taking the person off the list."""
    there = {one.reviewer_id: one for one in reviewers_of(display)}
    gone = [one.id for worker, one in there.items() if worker not in set(reviewers)]
    if RowVerdict.objects.filter(programme_id=display.programme_id, reviewer_id__in=gone).exists():
        raise Invalid({"reviewers": _("Somebody who has judged a row already stays a reviewer.")})
    DisplayReviewer.objects.filter(programme_id=display.programme_id, id__in=gone).delete()
    add_reviewers(display, [one for one in reviewers if one not in there], at)
