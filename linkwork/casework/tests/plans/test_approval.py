"""The shared plan: approved where the programme wants it, closed, taken up again; templates."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.plan import (
    ActionState,
    PlanEnd,
    PlanState,
)
from linkwork.casework.tests.plans.making import goal, moment, own_plan, plan_of, plan_on, step
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TEMPLATE = "Meet people\n- Go to the library\n+ Ask what is on\nSleep better"


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
