"""Who works with a case, and whether it runs, rests or is over."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from linkwork.casework.access import check_may_hand_over
from linkwork.casework.actions.parts.checks import check_term, check_worker, locked_case, running_case
from linkwork.casework.actions.plan import _close_with_case
from linkwork.casework.models import Allocation, Case, FollowUp
from linkwork.casework.rules.states import CASE, CaseState
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def allocate_case(*, case_id: UUID, worker_id: UUID, by: Viewer, at: dt.datetime, note: str = "") -> None:
    """Give a running case to a worker; who had it before stays on record. The same worker again changes nothing.

    What was promised and is not done goes along. `note` is what the next worker should know.
    """
    row = running_case(case_id, by)
    check_worker(worker_id, by)
    if row.worker_id != worker_id:
        _allocate(row, worker_id, by, at, note)


@action
def transfer_cases(
    *, case_ids: Collection[UUID], worker_id: UUID, by: Viewer, at: dt.datetime, note: str = ""
) -> int:
    """Give several running cases to a worker, all or none, with one note to take over from; how many changed hands.

    A manager may move anybody's; a worker hands over their own, and takes on what nobody works with.
    """
    check_worker(worker_id, by)
    moved = 0
    for case_id in sorted(set(case_ids)):  # in one order, so that two at once cannot wait for each other
        row = running_case(case_id, by)
        check_may_hand_over(by, row.worker_id)
        if row.worker_id != worker_id:
            _allocate(row, worker_id, by, at, note)
            moved += 1
    detail: dict[str, object] = {"worker": str(worker_id), "cases": moved}
    trail.record(
        by=by, at=at, what="casework.transfer_cases", about="worker", about_id=worker_id, detail=detail
    )
    return moved


def _allocate(row: Case, worker_id: UUID, by: Viewer, at: dt.datetime, note: str = "") -> None:
    _end_allocation(row, at)
    Allocation.objects.create(
        programme_id=row.programme_id,
        created_at=at,
        case_id=row.id,
        worker_id=worker_id,
        since=at,
        note=note.strip(),
    )
    promised = FollowUp.objects.filter(programme_id=row.programme_id, case_id=row.id, done_on__isnull=True)
    promised.filter(Q(worker_id=row.worker_id) | Q(worker_id__isnull=True)).update(worker_id=worker_id)
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
    """Go on with a case that rested. Raises IllegalStep unless it is paused; see `reopen_case` for a closed one."""
    row = locked_case(case_id, by)
    if row.state == CaseState.CLOSED:
        raise IllegalStep(CASE.no_such_step)
    _move(row, CaseState.OPEN, by, at)


@action
def close_case(*, case_id: UUID, reason: str, by: Viewer, at: dt.datetime, note: str = "") -> None:
    """End a case for a reason of close_reasons. The rooms above settle what is theirs before they call this."""
    row = locked_case(case_id, by)
    check_term("reason", "close_reasons", reason, by.programme)
    CASE.check_step(CaseState(row.state), CaseState.CLOSED, by)
    row.closed_on, row.close_reason, row.close_note = timezone.localdate(at), reason, note.strip()
    _end_allocation(row, at)
    _close_with_case(row, by, at)
    _move(row, CaseState.CLOSED, by, at)


def _move(row: Case, state: CaseState, by: Viewer, at: dt.datetime) -> None:
    CASE.check_step(CaseState(row.state), state, by)
    row.state = state
    row.save()
    detail: dict[str, object] = {"state": state.value, "reason": row.close_reason}
    trail.record(by=by, at=at, what="casework.move_case", about="case", about_id=row.id, detail=detail)
