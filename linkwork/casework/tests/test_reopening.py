"""A case that was closed and goes on: the same spell for some days, a new one later."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions, models, reads
from linkwork.casework.rules.plan import PlanEnd, PlanState
from linkwork.casework.rules.states import CaseState
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, Refused
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


@pytest.fixture
def case_id(cast):
    case_id = scenes.case(cast)
    actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)
    actions.close_case(case_id=case_id, reason="done", note="All well", by=cast.worker, at=NOON)
    return case_id


def plan_state(cast, case_id):
    card = reads.plan_of(cast.worker, case_id)
    return card.state if card else None


def reopen(cast, case_id, at=NOON + 3 * DAY, **more):
    given = {"case_id": case_id, "words": "Rang again", "by": cast.worker, "at": at}
    actions.reopen_case(**given | more)


def test_it_goes_on_with_its_worker_and_its_plan(cast, case_id):
    reopen(cast, case_id)
    card = reads.case(cast.worker, case_id)
    assert (card.state, card.worker_id, card.closed_on, card.close_reason) == (
        CaseState.OPEN,
        cast.worker.id,
        None,
        "",
    )
    assert plan_state(cast, case_id) is PlanState.AGREED
    [ended] = reads.endings(cast.worker, card.person_id)
    assert (ended.closed_on, ended.reason, ended.note) == (NOON.date(), "done", "All well")
    assert (ended.went_on, ended.words) == ((NOON + 3 * DAY).date(), "Rang again")
    actions.close_case(case_id=case_id, reason="moved", note="To Leeds", by=cast.worker, at=NOON + 4 * DAY)
    latest, first = reads.endings(cast.manager, card.person_id)
    assert (latest.note, latest.went_on, first) == ("To Leeds", None, ended)
    assert models.Allocation.objects.filter(case_id=case_id).count() == 2


def test_a_next_worker_is_led_to_how_it_ended_before(cast, case_id):
    card = reads.case(cast.worker, case_id)
    assert card.ended_before
    assert not reads.case(cast.worker, scenes.case(cast)).ended_before
    reopen(cast, case_id)
    assert reads.case(cast.worker, case_id).ended_before


def test_a_plan_closed_before_the_case_stays_closed(cast):
    case_id = scenes.case(cast)
    plan_id = actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)
    actions.close_plan(plan_id=plan_id, reason=PlanEnd.DONE, by=cast.worker, at=NOON)
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    reopen(cast, case_id)
    assert plan_state(cast, case_id) is PlanState.CLOSED


def test_a_case_without_plan_or_worker_goes_on_too(cast):
    referral_id = scenes.referral(cast)
    case_id = actions.accept_referral(referral_id=referral_id, by=cast.manager, at=NOON)
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    reopen(cast, case_id)
    assert reads.case(cast.worker, case_id).worker_id is None


def test_whoever_had_it_and_left_does_not_get_it_back(cast, case_id, monkeypatch):
    def gone(worker_id, by):
        raise Invalid({"worker": "gone"})

    monkeypatch.setattr("linkwork.casework.actions.reopening.check_worker", gone)
    reopen(cast, case_id)
    assert reads.case(cast.worker, case_id).worker_id is None


def test_it_is_refused_past_the_programmes_days_without_a_word_or_when_it_runs(cast, case_id):
    with pytest.raises(Refused):
        reopen(cast, case_id, at=NOON + 29 * DAY)
    with pytest.raises(Invalid):
        reopen(cast, case_id, words=" ")
    with pytest.raises(NotAllowed):
        reopen(cast, case_id, by=cast.supervisor)
    with pytest.raises(IllegalStep):
        actions.resume_case(case_id=case_id, by=cast.worker, at=NOON)
    programmes.set_plan_rules(plans_need_approval=False, reopen_within_days=1, by=cast.manager, at=NOON)
    with pytest.raises(Refused):
        reopen(cast, case_id)
    reopen(cast, case_id, at=NOON + DAY)
    with pytest.raises(IllegalStep):
        reopen(cast, case_id)


def test_later_support_is_a_new_spell_of_the_same_person(cast, case_id):
    person_id = reads.case(cast.worker, case_id).person_id
    again = actions.start_again(
        person_id=person_id,
        source="self",
        wants="Company",
        worker_id=cast.other_worker.id,
        by=cast.worker,
        at=NOON + 100 * DAY,
    )
    card = reads.case(cast.worker, again)
    assert (card.person_id, card.worker_id) == (person_id, cast.other_worker.id)
    assert models.Person.objects.filter(merged_into__isnull=True).count() == 1
    with pytest.raises(Refused):
        reopen(cast, case_id)


def test_a_reopening_says_why(cast, case_id):
    reopen(cast, case_id)
    with pytest.raises(IntegrityError, match="casework_reopening_says_why"), transaction.atomic():
        models.Reopening.objects.update(words="")
