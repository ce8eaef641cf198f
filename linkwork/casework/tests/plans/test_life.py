"""The shared plan: created, amended, settled; its versions; what the person sees and does."""

import datetime as dt

import pytest

from linkwork.casework import actions, models, reads
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.plan import (
    ActionOwner,
    ActionState,
    GoalState,
    NewAction,
    NewGoal,
    PlanEnd,
    PlanState,
)
from linkwork.casework.tests import scenes
from linkwork.casework.tests.plans.making import goal, moment, own_plan, plan_of, plan_on, step
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, Refused
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TEMPLATE = "Meet people\n- Go to the library\n+ Ask what is on\nSleep better"


def test_a_plan_is_agreed_from_its_first_day(cast, case_id, plan_id):
    goal_id = goal(cast, plan_id, term="company", by_when=NOON.date() + 30 * DAY)
    step(cast, plan_id, goal_id=goal_id)
    step(cast, plan_id, words="Ring the school", owner=ActionOwner.WORKER, due_on=NOON.date())
    step(cast, plan_id, words="Lend a coat", owner=ActionOwner.OTHER, owner_words="Her neighbour")
    card = plan_of(cast.worker, case_id)
    assert card == reads.plan(cast.worker, plan_id)
    assert (card.state, card.opened_on, card.close_reason) == (PlanState.AGREED, NOON.date(), None)
    assert [one.words for one in card.body.goals] == ["Know one other mother"]
    assert [one.owner for one in card.body.actions] == list(ActionOwner)
    assert [one.words for one in card.body.actions_of(goal_id)] == ["Go to the library"]


def test_a_case_without_one_has_none(cast, case_id):
    assert plan_of(cast.worker, case_id) is None
    assert reads.shared_plan(cast.worker, case_id) is None


def test_it_begins_from_a_template_in_its_order(cast, case_id):
    plan_id = actions.open_plan(case_id=case_id, template=TEMPLATE, by=cast.worker, at=NOON)
    body = reads.plan(cast.worker, plan_id).body
    assert [one.words for one in body.goals] == ["Meet people", "Sleep better"]
    assert [one.words for one in body.actions_of(body.goals[0].id)] == ["Go to the library", "Ask what is on"]
    [due] = models.PlanAction.objects.filter(owner="worker")
    assert due.worker_id == cast.worker.id


def test_one_plan_at_a_time(cast, case_id, plan_id):
    with pytest.raises(Refused):
        actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)


def test_goals_and_actions_are_said_anew_and_the_past_is_kept(cast, case_id, plan_id):
    goal_id, later = goal(cast, plan_id), NOON + 3 * DAY
    action_id = step(cast, plan_id, at=NOON + DAY)
    actions.change_goal(goal_id=goal_id, goal=NewGoal("Know the neighbours"), by=cast.worker, at=later)
    actions.change_action(
        action_id=action_id,
        new=NewAction("Ring the school", ActionOwner.WORKER, worker_id=cast.other_worker.id),
        by=cast.worker,
        at=later,
    )
    assert plan_on(cast.worker, plan_id, NOON.date() - DAY) is None
    first = plan_on(cast.worker, plan_id, NOON.date())
    assert [one.words for one in first.body.goals] == ["Know one other mother"]
    assert first.body.actions == ()
    now = plan_on(cast.worker, plan_id, later.date())
    assert now.body == reads.plan(cast.worker, plan_id).body
    assert [one.words for one in now.body.goals] == ["Know the neighbours"]
    kinds = [one.what for one in reads.versions_of(cast.worker, plan_id)]
    assert kinds == ["change_action", "change_goal", "add_action", "add_goal", "open_plan"]
    [change, *_rest] = reads.versions_of(cast.worker, plan_id)
    assert (change.number, change.worker_name, change.by_person) == (5, "Amal Haddad", False)
    assert models.PlanAction.objects.get().worker_id == cast.other_worker.id


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewGoal(" "), "words"),
        (NewGoal("x", term="nonsense"), "term"),
        (NewGoal("x", levels=["a", "b"]), "levels"),
    ],
)
def test_a_goal_that_cannot_be_kept(cast, plan_id, new, field):
    with pytest.raises(Invalid) as refusal:
        actions.add_goal(plan_id=plan_id, goal=new, by=cast.worker, at=NOON)
    assert field in refusal.value.errors


def test_a_scale_is_kept_in_order(cast, plan_id):
    goal(cast, plan_id, levels=["Nobody", "Hello to one", "Coffee with one", "Two", "A group"])
    [one] = reads.plan(cast.worker, plan_id).body.goals
    assert one.levels == ("Nobody", "Hello to one", "Coffee with one", "Two", "A group")


def test_an_action_that_cannot_be_kept(cast, case_id, plan_id):
    for new, field in (
        (NewAction(""), "words"),
        (NewAction("x", ActionOwner.OTHER), "owner_words"),
        (NewAction("x", goal_id=case_id), "goal"),
        (NewAction("x", ActionOwner.WORKER, worker_id=case_id), "worker"),
    ):
        with pytest.raises(Invalid) as refusal:
            actions.add_action(plan_id=plan_id, new=new, by=cast.worker, at=NOON)
        assert field in refusal.value.errors


def test_a_goal_is_reached_set_aside_and_taken_up(cast, plan_id):
    goal_id = goal(cast, plan_id)

    def settle(to, words=""):
        actions.settle_goal(goal_id=goal_id, to=to, words=words, by=cast.worker, at=NOON)
        return reads.plan(cast.worker, plan_id).body.goals[0]

    assert settle(GoalState.REACHED, "We have coffee").closed_on == NOON.date()
    with pytest.raises(IllegalStep):
        settle(GoalState.SET_ASIDE, "x")
    assert settle(GoalState.OPEN).closed_on is None
    with pytest.raises(Invalid):
        settle(GoalState.SET_ASIDE)
    assert settle(GoalState.SET_ASIDE, "Moving house first").close_words == "Moving house first"


def test_an_action_is_done_dropped_with_a_reason_and_to_do_again(cast, plan_id):
    action_id = step(cast, plan_id)

    def settle(to, reason=""):
        actions.settle_action(action_id=action_id, to=to, reason=reason, by=cast.worker, at=NOON)
        return reads.plan(cast.worker, plan_id).body.actions[0]

    assert settle(ActionState.DONE).settled_on == NOON.date()
    with pytest.raises(IllegalStep):
        settle(ActionState.DROPPED, "x")
    settle(ActionState.TO_DO)
    with pytest.raises(Invalid):
        settle(ActionState.DROPPED)
    assert settle(ActionState.DROPPED, "It closed").reason == "It closed"
    assert settle(ActionState.TO_DO).reason == ""


def test_the_person_sees_what_is_shared_and_ticks_what_is_theirs(cast, case_id, plan_id, me):
    mine, kept_back = step(cast, plan_id), step(cast, plan_id, words="Think about it", shared=False)
    ours = step(cast, plan_id, words="Ring the school", owner=ActionOwner.WORKER)
    own = own_plan(me, case_id)
    assert [one.id for one in own.body.actions] == [mine, ours]
    actions.add_statement(
        case_id=case_id, kind=StatementKind.MATTERS, words="My garden", by=cast.worker, at=NOON
    )
    shared = reads.shared_plan(cast.worker, case_id)
    assert shared == reads.own_plan(me, case_id, NOON)
    assert (shared.card, shared.matters) == (own, "My garden") if shared else False
    actions.settle_action(action_id=mine, to=ActionState.DONE, by=me, at=NOON)
    [done, *_rest] = reads.plan(cast.worker, plan_id).body.actions
    assert (done.state, done.by_person) == (ActionState.DONE, True)
    assert reads.versions_of(cast.worker, plan_id)[0].by_person
    for other in (ours, kept_back):
        with pytest.raises(NotAllowed):
            actions.settle_action(action_id=other, to=ActionState.DONE, by=me, at=NOON)
    with pytest.raises(NotAllowed):
        actions.settle_action(action_id=mine, to=ActionState.TO_DO, by=me, at=NOON + 91 * DAY)


def test_what_the_person_writes_waits_for_their_worker(cast, case_id, plan_id, me):
    action_id = step(cast, plan_id)

    def say(**more):
        actions.comment_on_plan(
            **{"plan_id": plan_id, "words": "It was shut", "by": me, "at": moment()} | more
        )

    say(action_id=action_id)
    say(words="Thank you")
    [second, first] = reads.comments_of(cast.worker, plan_id)
    assert (first.words, first.action_words, first.seen) == ("It was shut", "Go to the library", False)
    assert second.action_words == ""
    assert reads.own_comments(me, case_id, NOON) == [second, first]
    written = reads.to_do(cast.worker, NOON.date()).written
    assert sorted(one.words for one in written) == ["It was shut", "Thank you"]
    assert actions.note_comments(plan_id=plan_id, by=cast.worker, at=NOON) == 2
    assert reads.to_do(cast.worker, NOON.date()).written == []
    for wrong in ({"words": ""}, {"words": "x" * 2001}):
        with pytest.raises(Invalid):
            say(**wrong)
    with pytest.raises(NotAllowed):
        say(by=cast.worker)


def test_a_comment_is_about_something_of_the_same_plan(cast, plan_id, me):
    other = actions.open_plan(case_id=scenes.case(cast), by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.comment_on_plan(plan_id=plan_id, words="x", action_id=step(cast, other), by=me, at=NOON)


def test_what_a_worker_promised_is_due_on_its_day(cast, plan_id):
    step(cast, plan_id, owner=ActionOwner.WORKER, due_on=NOON.date())
    step(cast, plan_id, owner=ActionOwner.WORKER, due_on=NOON.date() + 2 * DAY)
    step(cast, plan_id, due_on=NOON.date())
    [due] = reads.to_do(cast.worker, NOON.date()).steps
    assert (due.words, due.short_name, due.worker_name) == ("Go to the library", "Maryam A.", "Amal Haddad")
    actions.close_plan(plan_id=plan_id, reason=PlanEnd.CHANGED, by=cast.worker, at=NOON)
    assert reads.to_do(cast.worker, NOON.date()).steps == []


def test_what_is_to_do_holds_what_was_promised_as_follow_ups_due_has_it(cast, case_id):
    for days in (1, 0, -2):
        actions.set_follow_up(
            case_id=case_id, due_on=NOON.date() + days * DAY, about="Call", by=cast.worker, at=moment()
        )
    actions.add_statement(
        case_id=case_id, kind=StatementKind.MATTERS, words="My garden", by=cast.worker, at=NOON
    )
    found = reads.to_do(cast.worker, NOON.date()).promised
    assert found == reads.follow_ups_due(cast.worker, NOON.date(), cast.worker.id)
    assert [one.matters for one in found] == ["My garden", "My garden"]
