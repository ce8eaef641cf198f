"""Whatever is done with a case and its plan, in whatever order: the rows obey the tables, and the past stays."""

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.casework import actions, models, reads
from linkwork.casework.rules.plan import (
    ACTION,
    GOAL,
    PLAN,
    ActionState,
    GoalState,
    NewGoal,
    PlanEnd,
    PlanState,
)
from linkwork.casework.rules.states import CASE, CaseState, StateTable
from linkwork.casework.tests import scenes
from linkwork.core.errors import LinkworkError
from linkwork.testing.cast import NOON

HOUR = dt.timedelta(hours=1)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("goal"), st.sampled_from(GoalState)),
        st.tuples(st.just("step"), st.sampled_from(ActionState)),
        st.tuples(st.just("own"), st.sampled_from(ActionState)),
        st.tuples(
            st.sampled_from(
                [
                    "open",
                    "add",
                    "close",
                    "take_up",
                    "ask",
                    "yes",
                    "no",
                    "agree",
                    "end",
                    "reopen",
                    "rest",
                    "on",
                ]
            ),
            st.none(),
        ),
    ),
    max_size=12,
)


class Play:
    """One case, its person and its worker."""

    def __init__(self, cast):
        self.cast, self.by = cast, cast.manager
        self.case_id = scenes.case(cast)
        token = actions.make_person_link(case_id=self.case_id, by=self.by, at=NOON)
        self.me = reads.own_page(token, NOON).viewer
        self.open(NOON)

    def open(self, at):
        text = "A goal\n- A step"
        actions.open_plan(case_id=self.case_id, template=text, by=self.by, at=at)

    @property
    def plan(self):
        return reads.plan_of(self.by, self.case_id)

    def states(self):
        body = self.plan.body
        found = {
            ("case", 0): reads.case(self.by, self.case_id).state,
            ("plan", self.plan.id): self.plan.state,
        }
        found |= {("goal", one.id): one.state for one in body.goals}
        return found | {("step", one.id): one.state for one in body.actions}

    def act(self, what, to, at):
        plan_id, by = self.plan.id, {"by": self.by, "at": at}
        goal, step = self.plan.body.goals[0].id, self.plan.body.actions[0].id
        settle = {"action_id": step, "to": to, "reason": "Why", "at": at}
        case = {"case_id": self.case_id, **by}
        whole = {"plan_id": plan_id, **by}
        moves = {
            "goal": lambda: actions.settle_goal(goal_id=goal, to=to, words="Why", **by),
            "step": lambda: actions.settle_action(**settle, by=self.by),
            "own": lambda: actions.settle_action(**settle, by=self.me),
            "open": lambda: self.open(at),
            "add": lambda: actions.add_goal(goal=NewGoal("More"), **whole),
            "close": lambda: actions.close_plan(reason=PlanEnd.DONE, **whole),
            "take_up": lambda: actions.take_up_plan(**whole),
            "ask": lambda: actions.ask_approval(**whole),
            "yes": lambda: actions.answer_plan(agreed=True, **whole),
            "no": lambda: actions.answer_plan(agreed=False, words="Why", **whole),
            "agree": lambda: actions.agree_plan(**whole),
            "end": lambda: actions.close_case(reason="done", **case),
            "reopen": lambda: actions.reopen_case(words="Why", **case),
            "rest": lambda: actions.pause_case(**case),
            "on": lambda: actions.resume_case(**case),
        }
        moves[what]()


TABLES: dict[str, StateTable[Any]] = {"case": CASE, "plan": PLAN, "goal": GOAL, "step": ACTION}
PASSED = {  # two steps of the table at once, in one action
    (PlanState.CLOSED, PlanState.AGREED),
}


@pytest.mark.django_db(transaction=False)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moves=MOVES)
def test_any_sequence_obeys_the_tables(cast, moves):
    play, clock = Play(cast), (NOON + HOUR * number for number in itertools.count(1))
    for what, to in moves:
        before, at = play.states(), next(clock)
        try:
            play.act(what, to, at)
        except LinkworkError:
            assert play.states() == before
            continue
        for key, now in play.states().items():
            was = before.get(key, now)
            assert was == now or (was, now) in TABLES[key[0]].steps or (was, now) in PASSED
        _the_past_is_whole(play)
    assert models.Plan.objects.filter(case_id=play.case_id).exclude(state="closed").count() <= 1
    closed = reads.case(play.by, play.case_id).state is CaseState.CLOSED
    assert not closed or play.plan.state is PlanState.CLOSED


def _the_past_is_whole(play):
    versions = reads.versions_of(play.by, play.plan.id)
    assert [one.number for one in versions] == list(range(len(versions), 0, -1))
    kept = reads.plan_on(play.by, play.plan.id, (NOON + 99 * HOUR).date())
    assert kept is not None
    assert kept.body == play.plan.body
