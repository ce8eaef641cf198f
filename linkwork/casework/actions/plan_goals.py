"""The goals of a plan: set, changed, reached or set aside."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.actions.parts.checks import check_term, check_text
from linkwork.casework.actions.parts.plans import amended, goal_of, keep_version, running_plan
from linkwork.casework.models import Goal, Plan
from linkwork.casework.rules.plan import GOAL, GoalState, NewGoal, levels_are_whole
from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def add_goal(*, plan_id: UUID, goal: NewGoal, by: Viewer, at: dt.datetime) -> UUID:
    """Add what the person wants, in their words; the goal's id. Raises Invalid by field."""
    plan = running_plan(plan_id, by)
    row = _add_goal(plan, goal, at)
    amended(plan, "add_goal", by, at, row.id)
    return row.id


def _add_goal(plan: Plan, goal: NewGoal, at: dt.datetime) -> Goal:
    row = Goal(
        id=id_at(at),
        programme_id=plan.programme_id,
        created_at=at,
        plan_id=plan.id,
        state=GoalState.OPEN,
        set_on=timezone.localdate(at),
    )
    _fill(row, goal)
    row.save(force_insert=True)
    return row


def _fill(row: Goal, goal: NewGoal) -> None:
    check_text("words", goal.words)
    if goal.term:
        check_term("term", "needs", goal.term, row.programme_id)
    if not levels_are_whole(goal.levels):
        raise Invalid({"levels": _("Write words for each of the five levels, or for none.")})
    row.words, row.term, row.by_when = goal.words.strip(), goal.term, goal.by_when
    row.levels = [word.strip() for word in goal.levels] if any(goal.levels) else []
    row.shared = goal.shared


@action
def change_goal(*, goal_id: UUID, goal: NewGoal, by: Viewer, at: dt.datetime) -> None:
    """Say a goal anew. How it stood before is kept as a version of the plan."""
    row, plan = goal_of(goal_id, by)
    _fill(row, goal)
    row.save()
    amended(plan, "change_goal", by, at, row.id)


@action
def settle_goal(*, goal_id: UUID, to: GoalState, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """Say that a goal is reached, is set aside, or is taken up again. Raises IllegalStep, and Invalid without a why.

    Setting aside needs a word why; so that nobody reads later that it was forgotten.
    """
    row, plan = goal_of(goal_id, by)
    GOAL.check_step(GoalState(row.state), to, by)
    if to is GoalState.SET_ASIDE:
        check_text("words", words)
    row.state = to
    row.closed_on = None if to is GoalState.OPEN else max(timezone.localdate(at), row.set_on)
    row.close_words = "" if to is GoalState.OPEN else words.strip()
    row.save()
    keep_version(plan, "settle_goal", by, at)
    detail: dict[str, object] = {"state": to.value}
    trail.record(by=by, at=at, what="casework.settle_goal", about="goal", about_id=row.id, detail=detail)
