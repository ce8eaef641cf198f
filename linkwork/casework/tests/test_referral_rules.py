"""Limits, ages, words for needs, and the codes for a practice's record: no database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referral_codes import Event, events_of
from linkwork.casework.rules.referrals import Limits, age_on, first_words
from linkwork.casework.rules.states import ReferralState

pytestmark = pytest.mark.rules
DAY = dt.date(2026, 3, 12)


@given(st.integers(1, 400), st.integers(1, 400))
def test_urgent_never_waits_longer(usual, urgent):
    limits = Limits(usual, urgent)
    assert limits.for_urgency(Urgency.URGENT) <= limits.for_urgency(Urgency.SOON) == usual


def test_ages():
    assert age_on(DAY, dt.date(1980, 3, 12), None) == 46
    assert age_on(DAY, dt.date(1980, 3, 13), None) == 45
    assert age_on(DAY, None, 1980) == 46
    assert age_on(DAY, None, None) is None


def test_words_belong_to_a_need_only_where_there_is_one():
    assert first_words(" Company ", ["company"]) == "Company"
    assert first_words("Company and bread", ["company", "food"]) == ""
    assert first_words("Company", []) == ""


@pytest.mark.parametrize(
    ("state", "reason", "opened", "events"),
    [
        (ReferralState.RECEIVED, "", False, ()),
        (ReferralState.ACCEPTED, "", True, (Event.OFFERED, Event.ACCEPTED)),
        (ReferralState.ACCEPTED, "", False, ()),
        (ReferralState.DECLINED, "not_wanted", False, (Event.OFFERED, Event.DECLINED)),
        (ReferralState.DECLINED, "no_place", False, ()),
        (ReferralState.WITHDRAWN, "", False, ()),
    ],
)
def test_a_code_stands_for_the_first_interaction_of_an_episode(state, reason, opened, events):
    assert events_of(state, reason, opened) == events
