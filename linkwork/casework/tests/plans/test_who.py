"""Who may know of a plan, and who stays outside."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.plan import (
    ActionState,
    GoalState,
    NewAction,
    NewGoal,
    PlanEnd,
)
from linkwork.casework.tests.plans.making import goal, own_plan, plan_of, plan_on, step
from linkwork.core.errors import NotAllowed, NotFound
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TEMPLATE = "Meet people\n- Go to the library\n+ Ask what is on\nSleep better"


def test_who_stays_outside(cast, case_id, plan_id, me):
    goal_id, action_id = goal(cast, plan_id), step(cast, plan_id)
    for viewer in (cast.supervisor, cast.evaluator, me):
        for question in (
            lambda v: plan_of(v, case_id),
            lambda v: reads.plan(v, plan_id),
            lambda v: reads.versions_of(v, plan_id),
            lambda v: plan_on(v, plan_id, NOON.date()),
            lambda v: reads.comments_of(v, plan_id),
            lambda v: reads.plans_before(v, case_id),
            lambda v: reads.shared_plan(v, case_id),
            lambda v: reads.templates(v),
            lambda v: reads.to_do(v, NOON.date()),
            lambda v: actions.open_plan(case_id=case_id, by=v, at=NOON),
            lambda v: actions.ask_approval(plan_id=plan_id, by=v, at=NOON),
            lambda v: actions.close_plan(plan_id=plan_id, reason=PlanEnd.DONE, by=v, at=NOON),
            lambda v: actions.take_up_plan(plan_id=plan_id, by=v, at=NOON),
            lambda v: actions.note_comments(plan_id=plan_id, by=v, at=NOON),
            lambda v: actions.add_goal(plan_id=plan_id, goal=NewGoal("x"), by=v, at=NOON),
            lambda v: actions.change_goal(goal_id=goal_id, goal=NewGoal("x"), by=v, at=NOON),
            lambda v: actions.settle_goal(goal_id=goal_id, to=GoalState.REACHED, by=v, at=NOON),
            lambda v: actions.add_action(plan_id=plan_id, new=NewAction("x"), by=v, at=NOON),
            lambda v: actions.change_action(action_id=action_id, new=NewAction("x"), by=v, at=NOON),
        ):
            with pytest.raises(NotAllowed):
                question(viewer)
    for viewer in (cast.worker, cast.evaluator, me):
        with pytest.raises(NotAllowed):
            reads.plans_waiting(viewer)
        with pytest.raises(NotAllowed):
            reads.plan_head(viewer, plan_id)
        with pytest.raises(NotAllowed):
            actions.answer_plan(plan_id=plan_id, agreed=True, by=viewer, at=NOON)
    with pytest.raises(NotAllowed):
        actions.settle_action(action_id=action_id, to=ActionState.DONE, by=cast.supervisor, at=NOON)
    with pytest.raises(NotAllowed):
        own_plan(cast.worker, case_id)


def test_another_programme_finds_nothing(cast, case_id, plan_id):
    out, goal_id, action_id = cast.outsider, goal(cast, plan_id), step(cast, plan_id)
    assert plan_of(out, case_id) is None
    assert reads.plan_of_goal(cast.worker, goal_id).id == plan_id
    assert reads.plan_of_action(cast.worker, action_id).id == plan_id
    for question in (
        lambda: reads.plan(out, plan_id),
        lambda: reads.plan_to_approve(out, plan_id),
        lambda: reads.plan_head(out, plan_id),
        lambda: plan_on(out, plan_id, NOON.date()),
        lambda: reads.plan_of_goal(out, goal_id),
        lambda: reads.plan_of_action(out, action_id),
        lambda: actions.close_plan(plan_id=plan_id, reason=PlanEnd.DONE, by=out, at=NOON),
        lambda: actions.settle_goal(goal_id=goal_id, to=GoalState.REACHED, by=out, at=NOON),
        lambda: actions.settle_action(action_id=action_id, to=ActionState.DONE, by=out, at=NOON),
    ):
        with pytest.raises(NotFound):
            question()


def test_a_restricted_record_hides_its_plan_from_whoever_is_not_named(cast, case_id, plan_id):
    goal_id, action_id = goal(cast, plan_id), step(cast, plan_id)
    person_id = reads.case(cast.worker, case_id).person_id
    actions.restrict_person(
        person_id=person_id, workers=[cast.worker.id], why="Asked for it", by=cast.manager, at=NOON
    )
    other = cast.other_worker
    assert plan_of(other, case_id) is None
    assert reads.versions_of(other, plan_id) == []
    for question in (
        lambda: reads.plan(other, plan_id),
        lambda: actions.close_plan(plan_id=plan_id, reason=PlanEnd.DONE, by=other, at=NOON),
        lambda: actions.settle_goal(goal_id=goal_id, to=GoalState.REACHED, by=other, at=NOON),
        lambda: actions.settle_action(action_id=action_id, to=ActionState.DONE, by=other, at=NOON),
    ):
        with pytest.raises(NotFound):
            question()
    assert plan_of(cast.worker, case_id)
