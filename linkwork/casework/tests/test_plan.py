"""The shared plan: created, amended, approved, closed, taken up again; its versions; what the person sees and does."""

import datetime as dt
import itertools

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions, models, reads
from linkwork.casework.facts import plans as facts
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
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TEMPLATE = "Meet people\n- Go to the library\n+ Ask what is on\nSleep better"


@pytest.fixture
def case_id(cast):
    return scenes.case(cast)


@pytest.fixture
def plan_id(cast, case_id):
    return actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)


@pytest.fixture
def me(cast, case_id):
    """The person, by their own link."""
    return reads.own_page(actions.make_person_link(case_id=case_id, by=cast.worker, at=NOON), NOON).viewer


@pytest.fixture
def approval(cast):
    programmes.set_plan_rules(plans_need_approval=True, reopen_within_days=28, by=cast.manager, at=NOON)


TICKS = itertools.count()


def moment():
    """A little later each time, so that ids keep the order of entry."""
    return NOON + dt.timedelta(milliseconds=next(TICKS))


def goal(cast, plan_id, at=None, **more):
    new = NewGoal(**{"words": "Know one other mother", **more})
    return actions.add_goal(plan_id=plan_id, goal=new, by=cast.worker, at=at or moment())


def step(cast, plan_id, at=None, **more):
    new = NewAction(**{"words": "Go to the library", **more})
    return actions.add_action(plan_id=plan_id, new=new, by=cast.worker, at=at or moment())


def plan_of(viewer, case_id):
    """The newest plan."""
    return reads.plan_of(viewer, case_id)


def plan_on(viewer, plan_id, day):
    """The plan on a day."""
    return reads.plan_on(viewer, plan_id, day)


def own_plan(viewer, case_id):
    """What the person sees at NOON."""
    found = reads.own_plan(viewer, case_id, NOON)
    return found.card if found else None


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


def test_approval_where_the_programme_wants_it(cast, case_id, plan_id, me, approval):
    actions.close_plan(plan_id=plan_id, reason=PlanEnd.CHANGED, by=cast.worker, at=NOON)
    plan_id = actions.open_plan(case_id=case_id, template=TEMPLATE, by=cast.worker, at=moment() + DAY)
    with pytest.raises(Refused):
        actions.agree_plan(plan_id=plan_id, by=cast.worker, at=NOON)
    assert own_plan(me, case_id).close_reason is PlanEnd.CHANGED
    actions.ask_approval(plan_id=plan_id, by=cast.worker, at=NOON)
    [head] = reads.plans_waiting(cast.supervisor)
    assert (head.id, head.initials, head.worker_name) == (plan_id, "M.A.", "Amal Haddad")
    assert reads.plan_head(cast.supervisor, plan_id) == head
    [waits] = reads.to_do(cast.manager, NOON.date(), approving=True).waiting
    assert (waits.id, waits.initials) == (plan_id, "M.A.")
    assert reads.to_do(cast.worker, NOON.date(), approving=True).waiting == []
    with pytest.raises(Invalid):
        actions.answer_plan(plan_id=plan_id, agreed=False, by=cast.supervisor, at=NOON)
    actions.answer_plan(plan_id=plan_id, agreed=False, words="By when?", by=cast.supervisor, at=NOON)
    assert reads.plan(cast.worker, plan_id).asked_words == "By when?"
    with pytest.raises(IllegalStep):
        actions.answer_plan(plan_id=plan_id, agreed=True, by=cast.manager, at=NOON)
    actions.ask_approval(plan_id=plan_id, by=cast.worker, at=NOON)
    actions.answer_plan(plan_id=plan_id, agreed=True, by=cast.supervisor, at=NOON)
    card = reads.plan(cast.worker, plan_id)
    assert (card.state, card.approved_by, card.approved_at) == (PlanState.AGREED, "Dana Petit", NOON)
    assert reads.plan_to_approve(cast.supervisor, plan_id) == card


def test_a_changed_plan_waits_again_and_the_person_sees_the_one_approved(cast, case_id, me, approval):
    plan_id = actions.open_plan(case_id=case_id, template=TEMPLATE, by=cast.worker, at=NOON)
    actions.ask_approval(plan_id=plan_id, by=cast.worker, at=NOON)
    actions.answer_plan(plan_id=plan_id, agreed=True, by=cast.manager, at=NOON)
    goal(cast, plan_id, words="Something else")
    assert reads.plan(cast.worker, plan_id).state is PlanState.DRAFT
    own = own_plan(me, case_id)
    assert (own.state, [one.words for one in own.body.goals]) == (
        PlanState.AGREED,
        ["Meet people", "Sleep better"],
    )
    [mine, *_rest] = own.body.actions
    actions.settle_action(action_id=mine.id, to=ActionState.DONE, by=me, at=NOON)
    assert own_plan(me, case_id).body.actions[0].state is ActionState.DONE


def test_a_draft_holds_once_approval_is_no_longer_wanted(cast, case_id, approval):
    plan_id = actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)
    programmes.set_plan_rules(plans_need_approval=False, reopen_within_days=28, by=cast.manager, at=NOON)
    actions.agree_plan(plan_id=plan_id, by=cast.worker, at=NOON)
    assert reads.plan(cast.worker, plan_id).state is PlanState.AGREED


def test_it_is_closed_and_taken_up_again(cast, case_id, plan_id, me):
    action_id = step(cast, plan_id)
    actions.close_plan(plan_id=plan_id, reason=PlanEnd.DONE, words="All well", by=cast.worker, at=NOON + DAY)
    card = plan_of(cast.worker, case_id)
    assert (card.state, card.close_reason, card.close_words) == (PlanState.CLOSED, PlanEnd.DONE, "All well")
    assert plan_on(cast.worker, plan_id, NOON.date() + DAY) == card
    assert [one.id for one in reads.plans_before(cast.worker, case_id)] == [plan_id]
    with pytest.raises(Refused):
        goal(cast, plan_id)
    with pytest.raises(Refused):
        actions.settle_action(action_id=action_id, to=ActionState.DONE, by=me, at=NOON)
    actions.take_up_plan(plan_id=plan_id, by=cast.worker, at=NOON + 2 * DAY)
    assert reads.plan(cast.worker, plan_id).state is PlanState.AGREED
    with pytest.raises(IllegalStep):
        actions.take_up_plan(plan_id=plan_id, by=cast.worker, at=NOON)


def test_a_closed_plan_waits_behind_the_one_that_runs(cast, case_id, plan_id, approval):
    actions.close_plan(plan_id=plan_id, reason=PlanEnd.CHANGED, by=cast.worker, at=NOON)
    second = actions.open_plan(case_id=case_id, by=cast.worker, at=NOON + DAY)
    with pytest.raises(Refused):
        actions.take_up_plan(plan_id=plan_id, by=cast.worker, at=NOON + DAY)
    actions.close_plan(plan_id=second, reason=PlanEnd.STOPPED, by=cast.worker, at=NOON + DAY)
    actions.take_up_plan(plan_id=plan_id, by=cast.worker, at=NOON + DAY)
    assert reads.plan(cast.worker, plan_id).state is PlanState.DRAFT


def test_it_ends_with_its_case_and_not_beyond(cast, case_id, plan_id):
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    assert reads.plan(cast.worker, plan_id).close_reason is PlanEnd.CASE_CLOSED
    with pytest.raises(Refused):
        actions.take_up_plan(plan_id=plan_id, by=cast.worker, at=NOON)
    with pytest.raises(Refused):
        actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)


def test_the_programmes_own_templates(cast):
    def keep(**more):
        given = {"title": "First weeks", "body": TEMPLATE, "by": cast.manager, "at": NOON}
        return actions.keep_template(**given | more)

    keep(title="A first visit")
    template_id = keep()
    assert reads.template(cast.worker, template_id).body == TEMPLATE
    assert keep(template_id=template_id, title="First month") == template_id
    assert [one.title for one in reads.templates(cast.worker)] == ["A first visit", "First month"]
    for wrong, field in (
        ({"title": " "}, "title"),
        ({"body": "- x"}, "body"),
        ({"title": "First month"}, "title"),
    ):
        with pytest.raises(Invalid) as refusal:
            keep(**wrong)
        assert field in refusal.value.errors
    with pytest.raises(NotAllowed):
        keep(by=cast.worker)
    actions.retire_template(template_id=template_id, by=cast.manager, at=NOON)
    assert [one.title for one in reads.templates(cast.worker)] == ["A first visit"]
    with pytest.raises(NotFound):
        actions.retire_template(template_id=template_id, by=cast.manager, at=NOON)
    with pytest.raises(NotFound):
        reads.template(cast.worker, template_id)


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


@pytest.fixture
def whole(cast, plan_id, me):
    goal_id = goal(cast, plan_id)
    step(cast, plan_id, goal_id=goal_id)
    actions.comment_on_plan(plan_id=plan_id, words="Hello", by=me, at=NOON)
    actions.keep_template(title="First", body="Goal", by=cast.manager, at=NOON)


@pytest.mark.parametrize(
    ("table", "changes", "name"),
    [
        ("Plan", {"state": "closed"}, "casework_plan_closed_says_why"),
        ("Plan", {"state": "waiting"}, "casework_plan_waits_since"),
        (
            "Plan",
            {"state": "closed", "close_reason": "done", "closed_on": NOON.date() - DAY},
            "casework_plan_in_order",
        ),
        ("Goal", {"words": ""}, "casework_goal_says_something"),
        ("Goal", {"state": "reached"}, "casework_goal_closed_on_a_day"),
        ("Goal", {"state": "reached", "closed_on": NOON.date() - DAY}, "casework_goal_in_order"),
        ("PlanAction", {"words": ""}, "casework_action_says_something"),
        ("PlanAction", {"state": "done"}, "casework_action_settled_on_a_day"),
        ("PlanAction", {"state": "done", "settled_on": NOON.date() - DAY}, "casework_action_in_order"),
        ("PlanAction", {"state": "dropped", "settled_on": NOON.date()}, "casework_action_dropped_says_why"),
        ("PlanAction", {"owner": "other"}, "casework_action_names_others"),
        ("PlanAction", {"owner_words": "Her neighbour"}, "casework_action_names_others"),
        ("PlanComment", {"words": ""}, "casework_comment_says_something"),
        ("PlanTemplate", {"title": ""}, "casework_plan_template_says_something"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(whole, table, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        getattr(models, table).objects.update(**changes)


def test_only_a_worker_is_a_worker(cast, whole):
    with pytest.raises(IntegrityError, match="casework_action_worker_is_owner"), transaction.atomic():
        models.PlanAction.objects.update(worker_id=cast.worker.id)


@pytest.mark.parametrize("table", ["Plan", "PlanVersion", "PlanTemplate"])
def test_a_row_stands_once(whole, table):
    row = getattr(models, table).objects.first()
    row.id, row._state.adding = row._meta.pk.get_default(), True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_an_extract_learns_states_and_terms_and_no_words(cast, case_id, plan_id):
    goal_id = goal(cast, plan_id, term="company")
    step(cast, plan_id, goal_id=goal_id)
    [kept] = facts.goals(cast.programme_id)
    person_id = reads.case(cast.worker, case_id).person_id
    assert kept == (goal_id, plan_id, case_id, person_id, "company", "open", NOON.date(), None)
    [done] = facts.actions(cast.programme_id)
    assert done[1:] == (plan_id, case_id, goal_id, "person", "to_do", NOON.date(), None, False)


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
