"""A plan as a whole: begun, approved, commented on, closed, taken up again."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_is_own, check_may_approve, check_may_see_people
from linkwork.casework.actions.parts.checks import check_text, running_case, worker_of
from linkwork.casework.actions.parts.plans import (
    action_row,
    case_runs,
    keep_version,
    locked_plan,
    needs_approval,
    running_plan,
)
from linkwork.casework.actions.plan_goals import _add_goal
from linkwork.casework.actions.plan_steps import _add_action
from linkwork.casework.models import Case, Plan, PlanComment
from linkwork.casework.rules.plan import (
    PLAN,
    NewAction,
    NewGoal,
    PlanEnd,
    PlanState,
    template_goals,
)
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def open_plan(*, case_id: UUID, by: Viewer, at: dt.datetime, template: str = "") -> UUID:
    """Begin a plan with the person, from the text of a template where one is given; the plan's id.

    Raises Refused where a plan runs already or the case is closed.
    """
    case = running_case(case_id, by)
    running = Plan.objects.filter(programme_id=by.programme, case_id=case.id)
    if running.exclude(state=PlanState.CLOSED).exists():
        raise Refused(_("There is a plan already. Go on with it, or close it first."))
    row = Plan.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        case_id=case.id,
        state=PlanState.DRAFT if needs_approval(by) else PlanState.AGREED,
        opened_on=timezone.localdate(at),
    )
    _begin_from(row, template, case.worker_id, at)
    keep_version(row, "open_plan", by, at)
    trail.record(by=by, at=at, what="casework.open_plan", about="plan", about_id=row.id)
    return row.id


def _begin_from(row: Plan, template: str, worker_id: UUID | None, at: dt.datetime) -> None:
    moment = at
    for goal in template_goals(template):
        made = _add_goal(row, NewGoal(goal.words), moment)
        for words, owner in goal.actions:
            moment += dt.timedelta(milliseconds=1)  # their ids keep the order of the template
            _add_action(row, NewAction(words, owner, made.id), worker_id, moment)
        moment += dt.timedelta(milliseconds=1)


@action
def ask_approval(*, plan_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Ask a manager or supervisor to look at the plan. Raises IllegalStep unless it is a draft."""
    row = running_plan(plan_id, by)
    PLAN.check_step(PlanState(row.state), PlanState.WAITING, by)
    row.asked_at, row.asked_words = at, ""
    _move(row, PlanState.WAITING, by, at)


@action
def answer_plan(*, plan_id: UUID, agreed: bool, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """Approve a plan, or ask for a change and say which. Raises IllegalStep unless it waits."""
    check_may_approve(by)
    row = locked_plan(plan_id, by)
    to = PlanState.AGREED if agreed else PlanState.DRAFT
    if row.state != PlanState.WAITING:
        raise IllegalStep(PLAN.no_such_step)
    PLAN.check_step(PlanState(row.state), to, by)
    if not agreed:
        check_text("words", words)
    else:
        row.approved_at, row.approved_by_id = at, worker_of(by)
    row.asked_words = "" if agreed else words.strip()
    _move(row, to, by, at)


@action
def agree_plan(*, plan_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let a draft hold, where the programme wants no approval. Raises Refused where it does."""
    row = running_plan(plan_id, by)
    if needs_approval(by):
        raise Refused(_("Plans wait for somebody else’s yes here. Ask for approval."))
    _move(row, PlanState.AGREED, by, at)


@action
def close_plan(*, plan_id: UUID, reason: PlanEnd, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """End a plan; its goals stay as they are, so that what was reached and what was not can be seen."""
    row = running_plan(plan_id, by)
    _close(row, reason, words, by, at)


def _close(row: Plan, reason: PlanEnd, words: str, by: Viewer, at: dt.datetime) -> None:
    PLAN.check_step(PlanState(row.state), PlanState.CLOSED, by)
    row.closed_on = max(timezone.localdate(at), row.opened_on)
    row.close_reason, row.close_words = reason, words.strip()
    _move(row, PlanState.CLOSED, by, at)


def _close_with_case(case: Case, by: Viewer, at: dt.datetime) -> None:
    """The case ends, so its plan does."""
    rows = Plan.objects.select_for_update().filter(programme_id=case.programme_id, case_id=case.id)
    for row in rows.exclude(state=PlanState.CLOSED):
        _close(row, PlanEnd.CASE_CLOSED, "", by, at)


def _reopen_with_case(case: Case, by: Viewer, at: dt.datetime) -> None:
    """The case goes on, so the plan that ended with it does, unless a later one was begun."""
    rows = Plan.objects.select_for_update().filter(programme_id=case.programme_id, case_id=case.id)
    last = rows.order_by("-id").first()
    if last is not None and last.close_reason == PlanEnd.CASE_CLOSED:
        _take_up(last, by, at)


@action
def take_up_plan(*, plan_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Go on with a closed plan. Raises IllegalStep for one that runs, Refused where another does."""
    check_may_see_people(by)
    row = locked_plan(plan_id, by)
    if row.state != PlanState.CLOSED:
        raise IllegalStep(PLAN.no_such_step)
    if not case_runs(row):
        raise Refused(_("This case is closed. Take the person on again to go on."))
    running = Plan.objects.filter(programme_id=by.programme, case_id=row.case_id)
    if running.exclude(state=PlanState.CLOSED).exists():
        raise Refused(_("There is a plan already. Go on with it, or close it first."))
    _take_up(row, by, at)


def _take_up(row: Plan, by: Viewer, at: dt.datetime) -> None:
    row.closed_on, row.close_reason, row.close_words = None, "", ""
    _move(row, PlanState.DRAFT, by, at)
    if not needs_approval(by):
        _move(row, PlanState.AGREED, by, at)


def _move(row: Plan, to: PlanState, by: Viewer, at: dt.datetime) -> None:
    PLAN.check_step(PlanState(row.state), to, by)
    row.state = to
    row.save()
    keep_version(row, "move_plan", by, at)
    detail: dict[str, object] = {"state": to.value, "reason": row.close_reason}
    trail.record(by=by, at=at, what="casework.move_plan", about="plan", about_id=row.id, detail=detail)


@action
def comment_on_plan(
    *, plan_id: UUID, words: str, by: Viewer, at: dt.datetime, action_id: UUID | None = None
) -> UUID:
    """The person writes something on their own page, about the plan or one action; the comment's id."""
    row = locked_plan(plan_id, by)
    check_is_own(by, row.case_id, at)
    check_text("words", words)
    if len(words) > 2000:
        raise Invalid({"words": _("Write at most 2,000 letters.")})
    if action_id is not None and action_row(action_id, by).plan_id != row.id:
        raise Invalid({"action": _("Choose something of this plan.")})
    comment = PlanComment.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        plan_id=row.id,
        action_id=action_id,
        words=words.strip(),
    )
    trail.record(by=by, at=at, what="casework.comment_on_plan", about="plan", about_id=row.id)
    return comment.id


@action
def note_comments(*, plan_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """A worker has read what the person wrote; how many comments were new."""
    check_may_see_people(by)
    row = locked_plan(plan_id, by)
    new = PlanComment.objects.filter(programme_id=by.programme, plan_id=row.id, seen_at__isnull=True)
    number = new.update(seen_at=at)
    trail.record(by=by, at=at, what="casework.note_comments", about="plan", about_id=row.id)
    return number
