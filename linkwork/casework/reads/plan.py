"""What is agreed with a person, how did it stand on a day, and what of it do they see on their own page?"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import (
    check_may_approve,
    check_may_see_people,
    seen_by,
)
from linkwork.casework.models import Goal, Plan, PlanAction, PlanVersion
from linkwork.casework.rules.plan import (
    ActionLine,
    ActionOwner,
    ActionState,
    GoalLine,
    GoalState,
    PlanBody,
    PlanEnd,
    PlanState,
    from_json,
)
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class PlanCard:
    """A plan and what it says. `asked_words` is what an approver wants changed; `close_reason` None while it runs."""

    id: UUID
    case_id: UUID
    state: PlanState
    opened_on: dt.date
    asked_words: str
    approved_at: dt.datetime | None
    approved_by: str
    closed_on: dt.date | None
    close_reason: PlanEnd | None
    close_words: str
    body: PlanBody


@dataclass(frozen=True)
class VersionCard:
    """One change of a plan: when, by whom, what kind. `worker_name` is empty for the person and the command line."""

    number: int
    at: dt.datetime
    worker_name: str
    by_person: bool
    what: str


def body_of(programme_id: UUID, plan_id: UUID) -> PlanBody:
    """What a plan says now. Two questions."""
    goals = Goal.objects.filter(programme_id=programme_id, plan_id=plan_id).order_by("id")
    actions = PlanAction.objects.filter(programme_id=programme_id, plan_id=plan_id).order_by("id")
    return PlanBody(tuple(_goal(row) for row in goals), tuple(_action(row) for row in actions))


def _goal(row: Goal) -> GoalLine:
    return GoalLine(
        row.id,
        row.words,
        row.term,
        row.by_when,
        tuple(row.levels),
        GoalState(row.state),
        row.set_on,
        row.closed_on,
        row.close_words,
        row.shared,
    )


def _action(row: PlanAction) -> ActionLine:
    return ActionLine(
        row.id,
        row.goal_id,
        row.words,
        ActionOwner(row.owner),
        row.owner_words,
        row.due_on,
        ActionState(row.state),
        row.settled_on,
        row.reason,
        row.by_person,
        row.shared,
    )


def plan_of(viewer: Viewer, case_id: UUID) -> PlanCard | None:
    """The case's newest plan: the one that runs, else the last one closed. Three questions."""
    check_may_see_people(viewer)
    row = _plans(viewer).filter(case_id=case_id).order_by("-id").first()
    return card_of(row, body_of(row.programme_id, row.id)) if row else None


def plan(viewer: Viewer, plan_id: UUID) -> PlanCard:
    """One plan, for who works with people. Raises NotFound. Three questions."""
    check_may_see_people(viewer)
    return _found(viewer, plan_id)


def plan_to_approve(viewer: Viewer, plan_id: UUID) -> PlanCard:
    """One plan, for who may approve it: it holds no name. Raises NotFound."""
    check_may_approve(viewer)
    return _found(viewer, plan_id)


def _found(viewer: Viewer, plan_id: UUID) -> PlanCard:
    row = _plans(viewer).filter(id=plan_id).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    return card_of(row, body_of(row.programme_id, row.id))


def _plans(viewer: Viewer) -> QuerySet[Plan]:
    rows = Plan.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.select_related("approved_by")


def card_of(row: Plan, body: PlanBody) -> PlanCard:
    """A plan's row with what it says."""
    return PlanCard(
        id=row.id,
        case_id=row.case_id,
        state=PlanState(row.state),
        opened_on=row.opened_on,
        asked_words=row.asked_words,
        approved_at=row.approved_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        closed_on=row.closed_on,
        close_reason=PlanEnd(row.close_reason) if row.close_reason else None,
        close_words=row.close_words,
        body=body,
    )


def plan_of_goal(viewer: Viewer, goal_id: UUID) -> PlanCard:
    """The plan a goal belongs to. Raises NotFound."""
    return _plan_with(viewer, Goal.objects.filter(id=goal_id, programme_id=viewer.programme))


def plan_of_action(viewer: Viewer, action_id: UUID) -> PlanCard:
    """The plan an action belongs to. Raises NotFound."""
    return _plan_with(viewer, PlanAction.objects.filter(id=action_id, programme_id=viewer.programme))


def _plan_with(viewer: Viewer, rows: Any) -> PlanCard:
    plan_id = rows.values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise NotFound(_("There is no such plan in this programme."))
    return plan(viewer, plan_id)


def versions_of(viewer: Viewer, plan_id: UUID) -> list[VersionCard]:
    """Every change of a plan, the newest first."""
    check_may_see_people(viewer)
    rows = PlanVersion.objects.filter(
        seen_by(viewer, "plan__case__person_id"), programme_id=viewer.programme, plan_id=plan_id
    )
    return [
        VersionCard(row.number, row.at, row.worker.name if row.worker else "", row.by_person, row.what)
        for row in rows.select_related("worker").order_by("-number")
    ]


def plan_on(viewer: Viewer, plan_id: UUID, day: dt.date) -> PlanCard | None:
    """The plan as it stood at the end of `day`, in the time zone of the installation; None before it began."""
    check_may_see_people(viewer)
    row = _plans(viewer).filter(id=plan_id).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    end = dt.datetime.combine(day, dt.time.max, tzinfo=timezone.get_default_timezone())
    return _as_of(row, PlanVersion.objects.filter(at__lte=end))


def _as_of(row: Plan, versions: QuerySet[PlanVersion]) -> PlanCard | None:
    kept = versions.filter(programme_id=row.programme_id, plan_id=row.id).order_by("-number").first()
    if kept is None:
        return None
    card = card_of(row, from_json(kept.body))
    state = PlanState(kept.state)
    if state is PlanState.CLOSED:
        return card
    return replace(card, state=state, closed_on=None, close_reason=None, close_words="")
