"""What is kept of a referral, the same one twice, and how often the address is used."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.referrals import Care, Door, Phoning
from linkwork.casework.tests import scenes
from linkwork.core.errors import Invalid, NotAllowed
from linkwork.core.viewer import NOBODY, system
from linkwork.instruments import actions as instruments
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)
CARE = Care("After six", Phoning.NO_MESSAGE, "A dog at the door")


def test_all_that_was_said_is_kept(cast):
    referral_id = scenes.referral(
        cast,
        PersonDetails(given_name="Bo", born_on=dt.date(1950, 3, 13)),
        needs=["food", "food", "company"],
        urgency=Urgency.URGENT,
        urgency_reason="No food in the house",
        referrer_role=" Nurse ",
        referrer_email="nurse@elm.example",
        referrer_language="fr",
        care=CARE,
        door=Door.FORM,
    )
    card = reads.referral(cast.worker, referral_id, NOON)
    assert (card.needs, card.care, card.door, card.age) == (("food", "company"), CARE, Door.FORM, 75)
    assert (card.referrer_role, card.referrer_email, card.referrer_language) == (
        "Nurse",
        "nurse@elm.example",
        "fr",
    )
    assert (card.urgency_reason, card.outside, card.case_id) == ("No food in the house", None, None)


def test_the_same_referral_of_another_system_is_taken_in_once(cast):
    outside = ("https://records.example", "42")
    first = scenes.referral(cast, outside=outside)
    again = scenes.referral(cast, PersonDetails(given_name="Somebody else"), outside=outside, at=NOON + DAY)
    assert again == first
    assert len(reads.referrals_waiting(cast.manager, NOON)) == 1
    assert reads.referral(cast.manager, first, NOON).name == "Maryam Al-Amin"
    assert len(trail.steps_about(cast.manager, first)) == 1
    other = actions.receive_referral(
        details=scenes.MARYAM, source="self", outside=outside, by=cast.outsider, at=NOON
    )
    assert other != first


def test_one_that_came_earlier_stands_where_it_came(cast):
    late = scenes.referral(cast, received_at=NOON - 9 * DAY)
    early = scenes.referral(cast, PersonDetails(given_name="Bo"), at=NOON - DAY)
    assert [card.id for card in reads.referrals_waiting(cast.worker, NOON)] == [late, early]
    with pytest.raises(Invalid) as refusal:
        scenes.referral(cast, received_at=NOON + DAY)
    assert set(refusal.value.errors) == {"received_on"}


def test_a_need_of_the_programme_s_own_list_is_kept(cast):
    own = instruments.add_term(list_id="needs", label="Warm meals", by=cast.manager, at=NOON)
    referral_id = scenes.referral(cast, needs=[own])
    assert reads.referral(cast.manager, referral_id, NOON).needs == (own,)


@pytest.mark.parametrize("code", ["gold", "x-warm-meals"])
def test_a_need_of_no_list_is_refused(cast, code):
    with pytest.raises(Invalid) as refusal:
        scenes.referral(cast, needs=[code])
    assert set(refusal.value.errors) == {"needs"}


def test_use_of_the_address_is_counted_by_day_and_forgotten(cast):
    by = scenes.referrer(cast)
    for _ in range(2):
        scenes.referral(cast, knocks=["a", "b"])
    assert reads.knocks(by, ["a", "b", "c"], NOON) == {"a": 2, "b": 2, "c": 0}
    assert reads.knocks(by, ["a"], NOON + DAY) == {"a": 0}
    assert actions.forget_knocks(by=system(cast.programme_id), at=NOON) == 0
    assert actions.forget_knocks(by=system(cast.programme_id), at=NOON + DAY) == 2
    assert reads.knocks(by, ["a"], NOON) == {"a": 0}


def test_nobody_without_an_address_counts(cast):
    with pytest.raises(NotAllowed):
        reads.knocks(NOBODY, ["a"], NOON)
    with pytest.raises(NotAllowed):
        actions.forget_knocks(by=cast.evaluator, at=NOON)
