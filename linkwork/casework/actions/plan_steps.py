"""The actions of a plan: who does what by when, and that it was done or dropped."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_is_own, check_may_see_people
from linkwork.casework.actions.parts.checks import check_text, check_worker
from linkwork.casework.actions.parts.plans import (
    action_row,
    amended,
    keep_version,
    locked_plan,
    running_plan,
)
from linkwork.casework.models import Case, Goal, Plan, PlanAction
from linkwork.casework.rules.plan import ACTION, ActionOwner, ActionState, NewAction, PlanState
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotAllowed, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.trail import actions as trail


@action
def add_action(*, plan_id: UUID, new: NewAction, by: Viewer, at: dt.datetime) -> UUID:
    """Add something to do; the action's id. A worker's is the case's own worker's unless another is named."""
    plan = running_plan(plan_id, by)
    row = _add_action(plan, new, _worker_for(plan, new, by), at)
    amended(plan, "add_action", by, at, row.id)
    return row.id


def _worker_for(plan: Plan, new: NewAction, by: Viewer) -> UUID | None:
    if new.owner is not ActionOwner.WORKER:
        return None
    if new.worker_id is not None:
        check_worker(new.worker_id, by)
        return new.worker_id
    worker_id = Case.objects.filter(programme_id=plan.programme_id, id=plan.case_id).values_list("worker_id")
    return worker_id.get()[0]


def _add_action(plan: Plan, new: NewAction, worker_id: UUID | None, at: dt.datetime) -> PlanAction:
    row = PlanAction(
        id=id_at(at),
        programme_id=plan.programme_id,
        created_at=at,
        plan_id=plan.id,
        state=ActionState.TO_DO,
        set_on=timezone.localdate(at),
    )
    _fill(row, new, worker_id)
    row.save(force_insert=True)
    return row


def _fill(row: PlanAction, new: NewAction, worker_id: UUID | None) -> None:
    check_text("words", new.words)
    if new.owner is ActionOwner.OTHER:
        check_text("owner_words", new.owner_words)
    goals = Goal.objects.filter(programme_id=row.programme_id, plan_id=row.plan_id)
    if new.goal_id is not None and not goals.filter(id=new.goal_id).exists():
        raise Invalid({"goal": _("Choose a goal of this plan.")})
    row.words, row.owner, row.goal_id = new.words.strip(), new.owner, new.goal_id
    row.owner_words = new.owner_words.strip() if new.owner is ActionOwner.OTHER else ""
    row.worker_id = worker_id if new.owner is ActionOwner.WORKER else None
    row.due_on, row.shared = new.due_on, new.shared


@action
def change_action(*, action_id: UUID, new: NewAction, by: Viewer, at: dt.datetime) -> None:
    """Say anew what is to be done, by whom, by when. Raises Invalid by field."""
    check_may_see_people(by)
    row = action_row(action_id, by)
    plan = running_plan(row.plan_id, by)
    _fill(row, new, _worker_for(plan, new, by))
    row.save()
    amended(plan, "change_action", by, at, row.id)


@action
def settle_action(*, action_id: UUID, to: ActionState, by: Viewer, at: dt.datetime, reason: str = "") -> None:
    """Say that it is done, is dropped (and why), or is to do again.

    The person may say so by their own link, of what is theirs and shared. Raises IllegalStep, NotAllowed, Invalid.
    """
    row = action_row(action_id, by)
    plan = locked_plan(row.plan_id, by)
    _check_may_settle(row, plan, by, at)
    if plan.state == PlanState.CLOSED:
        raise Refused(_("This plan is closed. Begin a new one to go on."))
    ACTION.check_step(ActionState(row.state), to, by)
    if to is ActionState.DROPPED:
        check_text("reason", reason)
    row.state = to
    row.settled_on = None if to is ActionState.TO_DO else max(timezone.localdate(at), row.set_on)
    row.reason = reason.strip()[:200] if to is ActionState.DROPPED else ""
    row.by_person = by.kind is Kind.PERSON
    row.save()
    keep_version(plan, "settle_action", by, at)
    detail: dict[str, object] = {"state": to.value}
    trail.record(by=by, at=at, what="casework.settle_action", about="action", about_id=row.id, detail=detail)


def _check_may_settle(row: PlanAction, plan: Plan, by: Viewer, at: dt.datetime) -> None:
    if by.kind is not Kind.PERSON:
        check_may_see_people(by)
        return
    check_is_own(by, plan.case_id, at)
    if row.owner != ActionOwner.PERSON or not row.shared:
        raise NotAllowed(_("This is not yours to tick off."))
