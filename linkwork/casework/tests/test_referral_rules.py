"""Limits, ages, words for needs, and the codes for a practice's record: no database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework.rules.persons import Prefers, Urgency
from linkwork.casework.rules.referral_codes import Event, events_of
from linkwork.casework.rules.referrals import Care, Limits, Phoning, age_on, first_words, heeded
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


@pytest.mark.parametrize(
    ("said", "never", "message_ok", "now"),
    [
        (Phoning.NO_MESSAGE, [], None, Phoning.NO_MESSAGE),  # nothing was noted since
        (Phoning.NO_MESSAGE, [], True, Phoning.YES),
        (Phoning.NO, [], False, Phoning.NO_MESSAGE),
        (Phoning.YES, [], False, Phoning.NO_MESSAGE),
        (Phoning.YES, [Prefers.MESSAGE], True, Phoning.NO_MESSAGE),
        (Phoning.NO, [Prefers.MESSAGE], None, Phoning.NO),
        (Phoning.YES, [Prefers.PHONE], True, Phoning.NO),  # a way never to be used stands above all
        (Phoning.YES, [Prefers.LETTER], None, Phoning.YES),
    ],
)
def test_what_was_noted_since_changes_what_to_mind_before_calling(said, never, message_ok, now):
    care = heeded(Care("After ten", said, "A dog"), never_by=never, message_ok=message_ok)
    assert care == Care("After ten", now, "A dog")
    assert heeded(care, never_by=[], message_ok=None, best_time="Evenings").reach_when == "Evenings"
