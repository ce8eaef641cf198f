"""What every change of a plan does: find it, hold it, and keep how it stands afterwards."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.actions.parts.checks import worker_of
from linkwork.casework.models import Case, Goal, Plan, PlanAction, PlanVersion
from linkwork.casework.reads.plan import body_of
from linkwork.casework.rules.plan import PLAN, PlanState, to_json
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


def locked_plan(plan_id: UUID, by: Viewer) -> Plan:
    """The plan's row, held until the action ends. The caller checks who may. Raises NotFound."""
    rows = Plan.objects.select_for_update(of=("self",)).filter(programme_id=by.programme, id=plan_id)
    row = rows.filter(seen_by(by, "case__person_id")).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    return row


def running_plan(plan_id: UUID, by: Viewer) -> Plan:
    """`locked_plan` for somebody who works with people. Raises Refused where it is closed, or its case is."""
    check_may_see_people(by)
    row = locked_plan(plan_id, by)
    if row.state == PlanState.CLOSED:
        raise Refused(_("This plan is closed. Begin a new one to go on."))
    return row


def goal_of(goal_id: UUID, by: Viewer) -> tuple[Goal, Plan]:
    """A goal and its running plan, both held. Raises NotFound, Refused."""
    check_may_see_people(by)
    rows = Goal.objects.select_for_update(of=("self",)).filter(programme_id=by.programme, id=goal_id)
    row = rows.filter(seen_by(by, "plan__case__person_id")).first()
    if row is None:
        raise NotFound(_("There is no such goal in this programme."))
    return row, running_plan(row.plan_id, by)


def action_row(action_id: UUID, by: Viewer) -> PlanAction:
    """An action, held. The caller checks who may. Raises NotFound."""
    rows = PlanAction.objects.select_for_update(of=("self",)).filter(programme_id=by.programme, id=action_id)
    row = rows.filter(seen_by(by, "plan__case__person_id")).first()
    if row is None:
        raise NotFound(_("There is no such action in this programme."))
    return row


def needs_approval(by: Viewer) -> bool:
    """Whether somebody else has to say yes to each plan here."""
    return programmes.programme(by).plans_need_approval


def amended(plan: Plan, what: str, by: Viewer, at: dt.datetime, about_id: UUID | None = None) -> None:
    """After a change of what the plan says: it waits for a new yes where one is needed, and a version is kept."""
    state = PlanState(plan.state)
    if state is not PlanState.DRAFT and needs_approval(by):
        PLAN.check_step(state, PlanState.DRAFT, by)
        plan.state = PlanState.DRAFT
        plan.save(update_fields=["state"])
    keep_version(plan, what, by, at)
    trail.record(
        by=by, at=at, what=f"casework.{what}", about="plan", about_id=plan.id, detail=_pointing_at(about_id)
    )


def _pointing_at(about_id: UUID | None) -> dict[str, object]:
    return {"row": str(about_id)} if about_id else {}


def keep_version(plan: Plan, what: str, by: Viewer, at: dt.datetime) -> None:
    """Keep how the plan stands now."""
    before = PlanVersion.objects.filter(programme_id=plan.programme_id, plan_id=plan.id).count()
    PlanVersion.objects.create(
        id=id_at(at),
        programme_id=plan.programme_id,
        created_at=at,
        plan_id=plan.id,
        number=before + 1,
        at=at,
        worker_id=worker_of(by),
        by_person=by.kind is Kind.PERSON,
        what=what,
        state=plan.state,
        body=to_json(body_of(plan.programme_id, plan.id)),
    )


def case_runs(plan: Plan) -> bool:
    """Whether the case of this plan is not closed."""
    rows = Case.objects.filter(programme_id=plan.programme_id, id=plan.case_id)
    return rows.exclude(state=CaseState.CLOSED).exists()
