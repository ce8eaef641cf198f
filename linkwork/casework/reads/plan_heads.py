"""Which plans wait for a yes, which came before, and what has a worker promised in them?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_approve, check_may_see_people, seen_by
from linkwork.casework.models import Plan
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.plan import PlanState
from linkwork.core.errors import NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class PlanHead:
    """A plan in a list: one that waits, or one of before."""

    id: UUID
    case_id: UUID
    person_id: UUID
    initials: str
    worker_name: str
    state: PlanState
    opened_on: dt.date
    asked_at: dt.datetime | None
    closed_on: dt.date | None


def plans_before(viewer: Viewer, case_id: UUID) -> list[PlanHead]:
    """The case's closed plans, the newest first."""
    check_may_see_people(viewer)
    rows = _heads(viewer).filter(case_id=case_id, state=PlanState.CLOSED).order_by("-id")
    return [_head(row) for row in rows]


def plans_waiting(viewer: Viewer) -> list[PlanHead]:
    """Plans that wait for approval, the longest waiting first. One question."""
    check_may_approve(viewer)
    return [_head(row) for row in _heads(viewer).filter(state=PlanState.WAITING).order_by("asked_at", "id")]


def _heads(viewer: Viewer) -> QuerySet[Plan]:
    rows = Plan.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.select_related("case__person", "case__worker")


def _head(row: Plan) -> PlanHead:
    worker = row.case.worker
    return PlanHead(
        id=row.id,
        case_id=row.case_id,
        person_id=row.case.person_id,
        initials=initials(name_of(row.case.person)),
        worker_name=worker.name if worker else "",
        state=PlanState(row.state),
        opened_on=row.opened_on,
        asked_at=row.asked_at,
        closed_on=row.closed_on,
    )


def plan_head(viewer: Viewer, plan_id: UUID) -> PlanHead:
    """One plan in short, for who may approve it. Raises NotFound."""
    check_may_approve(viewer)
    row = _heads(viewer).filter(id=plan_id).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    return _head(row)
