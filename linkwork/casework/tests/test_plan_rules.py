"""Plans, goals and actions without a database: their states, what is shared, templates, versions."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework.rules.plan import (
    ACTION,
    GOAL,
    PLAN,
    ActionLine,
    ActionOwner,
    ActionState,
    GoalLine,
    GoalState,
    PlanBody,
    PlanState,
    TemplateGoal,
    from_json,
    levels_are_whole,
    only_shared,
    reached,
    template_goals,
    to_json,
)
from linkwork.casework.rules.states import StateTable, may_still_reopen
from linkwork.core.errors import IllegalStep, NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer, system

pytestmark = pytest.mark.rules
DAY = dt.date(2026, 3, 12)
TABLES: list[tuple[StateTable[Any], type]] = [(PLAN, PlanState), (GOAL, GoalState), (ACTION, ActionState)]

days = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
goal_lines = st.builds(
    GoalLine,
    id=st.uuids(),
    words=st.text(max_size=9),
    term=st.sampled_from(["", "food"]),
    by_when=days,
    levels=st.sampled_from([(), ("a", "b", "c", "d", "e")]),
    state=st.sampled_from(GoalState),
    set_on=st.just(DAY),
    closed_on=days,
    close_words=st.text(max_size=9),
    shared=st.booleans(),
)


def action_lines(goals: list[UUID]) -> st.SearchStrategy[ActionLine]:
    return st.builds(
        ActionLine,
        id=st.uuids(),
        goal_id=st.sampled_from([None, *goals]),
        words=st.text(max_size=9),
        owner=st.sampled_from(ActionOwner),
        owner_words=st.text(max_size=9),
        due_on=days,
        state=st.sampled_from(ActionState),
        settled_on=days,
        reason=st.text(max_size=9),
        by_person=st.booleans(),
        shared=st.booleans(),
    )


@st.composite
def bodies(draw):
    goals = tuple(draw(st.lists(goal_lines, max_size=4)))
    actions = draw(st.lists(action_lines([one.id for one in goals]), max_size=6))
    return PlanBody(goals, tuple(actions))


@pytest.mark.parametrize(("table", "states"), TABLES)
def test_each_state_waits_on_one_and_is_reached(table, states):
    assert set(table.waits_on) == set(states)
    assert {to for _start, to in table.steps} == set(states)


@pytest.mark.parametrize(("table", "states"), TABLES)
def test_what_is_not_in_the_table_is_refused(table, states):
    for now in states:
        for to in states:
            if (now, to) in table.steps:
                table.check_step(now, to, system(None))
            else:
                with pytest.raises(IllegalStep):
                    table.check_step(now, to, system(None))


def test_a_worker_does_not_approve_their_own_plan():
    worker = Viewer(Kind.LOGIN, roles=frozenset({Role.WORKER}))
    with pytest.raises(NotAllowed):
        PLAN.check_step(PlanState.WAITING, PlanState.AGREED, worker)
    supervisor = Viewer(Kind.LOGIN, roles=frozenset({Role.SUPERVISOR}))
    PLAN.check_step(PlanState.WAITING, PlanState.AGREED, supervisor)
    with pytest.raises(NotAllowed):
        PLAN.check_step(PlanState.AGREED, PlanState.CLOSED, supervisor)


@given(bodies())
def test_a_version_comes_back_as_it_was(body):
    assert from_json(to_json(body)) == body


@given(bodies())
def test_nothing_kept_back_is_shown(body):
    shown = only_shared(body)
    kept_back = {one.id for one in body.goals if not one.shared}
    assert all(goal.shared for goal in shown.goals)
    assert all(action.shared for action in shown.actions)
    assert not kept_back & {one.goal_id for one in shown.actions}
    assert only_shared(shown) == shown


@given(bodies())
def test_every_action_belongs_to_one_goal_or_to_none(body):
    found = [one for goal in (*body.goals, None) for one in body.actions_of(goal.id if goal else None)]
    assert sorted(found, key=lambda one: one.id) == sorted(body.actions, key=lambda one: one.id)
    assert reached(body.goals) <= len(body.goals)


def test_a_template_is_lines_of_goals_with_actions():
    text = "- too early\nMeet people\n - Go to the library \n+ Ask what is on\n-\n\nSleep better"
    person, worker = ActionOwner.PERSON, ActionOwner.WORKER
    assert template_goals(text) == (
        TemplateGoal("Meet people", (("Go to the library", person), ("Ask what is on", worker))),
        TemplateGoal("Sleep better", ()),
    )
    assert template_goals("") == ()


def test_a_scale_has_words_for_all_or_none():
    assert levels_are_whole(())
    assert levels_are_whole(["", "", "", "", ""])
    assert levels_are_whole(["a", "b", "c", "d", "e"])
    assert not levels_are_whole(["a", "b", "c", "d", " "])
    assert not levels_are_whole(["a", "b"])


def test_a_case_can_go_on_until_the_last_day():
    assert may_still_reopen(DAY, DAY + dt.timedelta(days=28), 28)
    assert not may_still_reopen(DAY, DAY + dt.timedelta(days=29), 28)
