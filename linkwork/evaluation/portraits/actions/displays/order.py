"""In what order do rows stand, and which are taken out? Moved by a place or to a place; taken out and put back."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.actions.displays.parts import live_row, record, rows_of
from linkwork.evaluation.portraits.models import DisplayRow, JointDisplay

ASIDE = 10_000  # places above this are free: rows wait there while others take theirs


@action
def move_row(*, row_id: UUID, place: int, by: Viewer, at: dt.datetime) -> None:
    """Let a row stand at `place` (from 1; beyond the end is the end). Raises NotFound, IllegalStep (frozen)."""
    row, display = live_row(by, row_id)
    rows = [one for one in rows_of(display) if one.id != row_id]
    rows.insert(min(max(place, 1), len(rows) + 1) - 1, row)
    _stand(display, rows)
    record(by, at, "move_row", display.id)


@action
def remove_row(*, row_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take a row out of a live display; it can be put back. Raises NotFound, IllegalStep (frozen)."""
    row, display = live_row(by, row_id)
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    record(by, at, "remove_row", display.id)


@action
def restore_row(*, row_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Put a row back where it stood. Raises NotFound, IllegalStep (frozen)."""
    row, display = live_row(by, row_id, removed=True)
    rows = list(rows_of(display))
    before = sum(one.place < row.place for one in rows)
    row.removed_at, row.place = None, ASIDE
    row.save(update_fields=["removed_at", "place"])
    _stand(display, [*rows[:before], row, *rows[before:]])
    record(by, at, "restore_row", display.id)


def _stand(display: JointDisplay, rows: Sequence[DisplayRow]) -> None:
    """Number the rows anew in this order. No place is ever held by two of them, so they step aside first."""
    rows_of(display).update(place=F("place") + ASIDE)
    for place, one in enumerate(rows, 1):
        one.place = place
    DisplayRow.objects.bulk_update(rows, ["place"])
