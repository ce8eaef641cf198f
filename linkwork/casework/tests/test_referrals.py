"""Taking in a referral and answering it."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import OtherWay, PersonDetails, Prefers, Urgency
from linkwork.casework.rules.states import CaseState, ReferralState
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import NOBODY, system
from linkwork.programmes import actions as programmes
from linkwork.programmes.rules import Model
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)


def test_a_referral_from_outside_waits_for_an_answer(cast):
    referral_id = scenes.referral(cast, wants="Company", urgency=Urgency.SOON, agreed=True)
    [card] = reads.referrals_waiting(cast.manager, NOON + DAY)
    assert (card.id, card.name, card.wants, card.urgency, card.agreed) == (
        referral_id,
        "Maryam Al-Amin",
        "Company",
        Urgency.SOON,
        True,
    )
    assert card.waiting is not None
    assert (card.waiting.days, card.waiting.late, card.escalated_to) == (1, False, "")
    [step] = trail.steps_about(cast.manager, referral_id)
    assert (step.what, step.kind, step.detail) == (
        "casework.receive_referral",
        "partner",
        {"source": "general_practice", "urgency": "soon", "door": "worker"},
    )


def test_an_unanswered_referral_goes_to_a_named_manager(cast):
    scenes.referral(cast)
    [card] = reads.referrals_waiting(cast.worker, NOON + 6 * DAY)
    assert card.waiting is not None
    assert card.waiting.late
    assert card.escalated_to == "Chris Okafor"
    assert card.state is ReferralState.RECEIVED


def test_late_without_a_manager_names_nobody(cast):
    alone = programmes.create_programme(
        name="Alone",
        model=Model.OUTREACH,
        worker_word="w",
        person_word="p",
        people_word="pp",
        by=system(None),
        at=NOON,
    )
    by = system(alone)
    actions.receive_referral(details=scenes.MARYAM, source="self", by=by, at=NOON)
    [card] = reads.referrals_waiting(by, NOON + 9 * DAY)
    assert card.escalated_to == ""


def test_accepting_opens_a_case_with_its_worker(cast):
    referral_id = scenes.referral(cast)
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.manager, at=NOON + DAY
    )
    card = reads.case(cast.worker, case_id)
    assert (card.name, card.state, card.worker_name) == ("Maryam Al-Amin", CaseState.OPEN, "Amal Haddad")
    answered = reads.referral(cast.worker, referral_id, NOON + DAY)
    assert (answered.state, answered.answered_on) == (ReferralState.ACCEPTED, dt.date(2026, 3, 13))
    assert answered.waiting is None
    assert reads.referrals_waiting(cast.manager, NOON) == []


def test_declining_says_why(cast):
    referral_id = scenes.referral(cast)
    actions.decline_referral(
        referral_id=referral_id, reason="outside_area", words="Ask the town", by=cast.manager, at=NOON
    )
    card = reads.referral(cast.manager, referral_id, NOON)
    assert (card.state, card.reason, card.reason_words) == (
        ReferralState.DECLINED,
        "outside_area",
        "Ask the town",
    )


def test_declining_for_no_reason_of_the_list_is_refused(cast):
    with pytest.raises(Invalid) as caught:
        actions.decline_referral(referral_id=scenes.referral(cast), reason="", by=cast.manager, at=NOON)
    assert set(caught.value.errors) == {"reason"}


def test_the_referrer_takes_it_back(cast):
    referral_id = scenes.referral(cast)
    actions.withdraw_referral(referral_id=referral_id, words="Moved", by=scenes.referrer(cast), at=NOON)
    assert reads.referral(cast.manager, referral_id, NOON).state is ReferralState.WITHDRAWN


def test_an_answered_referral_cannot_be_answered_again(cast):
    referral_id = scenes.referral(cast)
    actions.accept_referral(referral_id=referral_id, by=cast.manager, at=NOON)
    with pytest.raises(IllegalStep):
        actions.accept_referral(referral_id=referral_id, by=cast.manager, at=NOON)
    with pytest.raises(IllegalStep):
        actions.decline_referral(referral_id=referral_id, reason="other", by=cast.manager, at=NOON)
    with pytest.raises(IllegalStep):
        actions.withdraw_referral(referral_id=referral_id, by=cast.manager, at=NOON)


def test_a_person_on_record_is_not_entered_twice(cast):
    first = scenes.case(cast)
    known = reads.case(cast.worker, first).person_id
    actions.close_case(case_id=first, reason="done", by=cast.worker, at=NOON)
    again = scenes.referral(cast, PersonDetails(given_name="Mariam", family_name="Al Amin", phone="040 1"))
    card = reads.referral(cast.worker, again, NOON)
    assert [each.id for each in reads.look_alikes(cast.worker, card.person_id)] == [known]
    assert [each.id for each in reads.look_alikes_of(cast.worker, card)] == [known]
    case_id = actions.accept_referral(
        referral_id=again, known_person_id=known, by=cast.manager, at=NOON + DAY
    )
    assert reads.case(cast.worker, case_id).person_id == known
    assert reads.person(cast.worker, known).phone == "040 1"
    assert (
        reads.person(cast.worker, card.person_id).id == known
    )  # the old record leads to the one that goes on


def test_a_person_supported_already_keeps_one_case(cast):
    known = reads.case(cast.worker, scenes.case(cast)).person_id
    referral_id = scenes.referral(cast)
    with pytest.raises(Refused):
        actions.accept_referral(referral_id=referral_id, known_person_id=known, by=cast.manager, at=NOON)
    assert reads.referral(cast.manager, referral_id, NOON).state is ReferralState.RECEIVED


def test_a_person_nobody_knows_cannot_be_the_known_one(cast):
    with pytest.raises(NotFound):
        actions.accept_referral(
            referral_id=scenes.referral(cast), known_person_id=cast.site_id, by=cast.manager, at=NOON
        )


def test_naming_the_person_of_the_referral_changes_nothing(cast):
    referral_id = scenes.referral(cast)
    person_id = reads.referral(cast.manager, referral_id, NOON).person_id
    case_id = actions.accept_referral(
        referral_id=referral_id, known_person_id=person_id, by=cast.manager, at=NOON
    )
    assert reads.case(cast.worker, case_id).person_id == person_id


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (PersonDetails(given_name=" "), "given_name"),
        (PersonDetails(given_name="A", born_year=1980, born_on=dt.date(1980, 1, 1)), "born_year"),
        (PersonDetails(given_name="A", born_year=2027), "born_year"),
        (PersonDetails(given_name="A", born_on=dt.date(2026, 3, 13)), "born_on"),
        (PersonDetails(given_name="A", place=(91.0, 0.0)), "place"),
        (PersonDetails(given_name="A", language="xx"), "language"),
        (PersonDetails("A", prefers=Prefers.PHONE, never_by=(Prefers.PHONE,)), "prefers"),
        (PersonDetails("A", other_names=("B",) * 7), "other_names"),
        (PersonDetails("A", other_names=("B" * 81,)), "other_names"),
        (PersonDetails("A", other_ways=(OtherWay("070 1"),) * 7), "other_ways"),
        (PersonDetails("A", other_ways=(OtherWay("070 1", "B" * 121),)), "other_ways"),
    ],
)
def test_details_that_cannot_be_kept_are_named(cast, details, field):
    with pytest.raises(Invalid) as caught:
        scenes.referral(cast, details)
    assert set(caught.value.errors) == {field}


def test_an_unknown_source_is_refused(cast):
    with pytest.raises(Invalid):
        actions.receive_referral(details=scenes.MARYAM, source="x", by=cast.worker, at=NOON)


def test_only_workers_managers_and_the_referral_address_refer(cast):
    for by in (cast.supervisor, cast.evaluator, cast.adviser, cast.administrator, NOBODY):
        with pytest.raises(NotAllowed):
            actions.receive_referral(details=scenes.MARYAM, source="self", by=by, at=NOON)


def test_a_referrer_reads_nothing_and_accepts_nothing(cast):
    referral_id = scenes.referral(cast)
    by = scenes.referrer(cast)
    with pytest.raises(NotAllowed):
        reads.referral(by, referral_id, NOON)
    with pytest.raises(NotAllowed):
        actions.accept_referral(referral_id=referral_id, by=by, at=NOON)
    with pytest.raises(NotAllowed):
        actions.start_case(details=scenes.MARYAM, source="self", by=by, at=NOON)


def test_another_programme_finds_nothing(cast):
    referral_id = scenes.referral(cast)
    with pytest.raises(NotFound):
        reads.referral(cast.outsider, referral_id, NOON)
    with pytest.raises(NotFound):
        actions.accept_referral(referral_id=referral_id, by=cast.outsider, at=NOON)
    assert reads.referrals_waiting(cast.outsider, NOON) == []


def test_a_worker_of_another_programme_is_not_given_a_case(cast):
    with pytest.raises(Invalid):
        actions.accept_referral(
            referral_id=scenes.referral(cast), worker_id=cast.outsider.id, by=cast.manager, at=NOON
        )
