"""Who works with a case, and whether it runs, rests or is over."""

import datetime as dt
from uuid import UUID

from django.utils import timezone

from linkwork.casework.actions.parts.checks import check_term, check_worker, locked_case, running_case
from linkwork.casework.models import Allocation, Case
from linkwork.casework.rules.states import CASE, CaseState
from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def allocate_case(*, case_id: UUID, worker_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Give a running case to a worker; who had it before stays on record. The same worker again changes nothing."""
    row = running_case(case_id, by)
    check_worker(worker_id, by)
    if row.worker_id != worker_id:
        _allocate(row, worker_id, by, at)


def _allocate(row: Case, worker_id: UUID, by: Viewer, at: dt.datetime) -> None:
    _end_allocation(row, at)
    Allocation.objects.create(
        programme_id=row.programme_id, created_at=at, case_id=row.id, worker_id=worker_id, since=at
    )
    row.worker_id = worker_id
    row.save(update_fields=["worker"])
    detail: dict[str, object] = {"worker": str(worker_id)}
    trail.record(by=by, at=at, what="casework.allocate_case", about="case", about_id=row.id, detail=detail)


def _end_allocation(row: Case, at: dt.datetime) -> None:
    open_ones = Allocation.objects.filter(programme_id=row.programme_id, case_id=row.id, until__isnull=True)
    open_ones.update(until=at)


@action
def pause_case(*, case_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let a case rest. Raises IllegalStep unless it is open."""
    _move(locked_case(case_id, by), CaseState.PAUSED, by, at)


@action
def resume_case(*, case_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Go on with a case that rested. Raises IllegalStep unless it is paused."""
    _move(locked_case(case_id, by), CaseState.OPEN, by, at)


@action
def close_case(*, case_id: UUID, reason: str, by: Viewer, at: dt.datetime, note: str = "") -> None:
    """End a case for a reason of close_reasons. The rooms above settle what is theirs before they call this."""
    row = locked_case(case_id, by)
    check_term("reason", "close_reasons", reason)
    CASE.check_step(CaseState(row.state), CaseState.CLOSED, by)
    row.closed_on, row.close_reason, row.close_note = timezone.localdate(at), reason, note.strip()
    _end_allocation(row, at)
    _move(row, CaseState.CLOSED, by, at)


def _move(row: Case, state: CaseState, by: Viewer, at: dt.datetime) -> None:
    CASE.check_step(CaseState(row.state), state, by)
    row.state = state
    row.save()
    detail: dict[str, object] = {"state": state.value, "reason": row.close_reason}
    trail.record(by=by, at=at, what="casework.move_case", about="case", about_id=row.id, detail=detail)
