"""Casework's rules, without a database."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from linkwork.casework.rules.consent import Given, Purpose, holds, may_share
from linkwork.casework.rules.contacts import Mark, disagreements, first_contacts, said, two_marks
from linkwork.casework.rules.persons import on_earth
from linkwork.casework.rules.states import (
    CASE,
    REFERRAL,
    CaseState,
    Owner,
    ReferralState,
    Waiting,
    owners_of,
    waiting,
)
from linkwork.core.errors import IllegalStep, NotAllowed
from linkwork.core.viewer import NOBODY, Kind, Role, Viewer, system

pytestmark = pytest.mark.rules

DAY = dt.date(2026, 3, 12)
NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
WORKER = Viewer(Kind.LOGIN, roles=frozenset({Role.WORKER}))


def test_a_received_referral_is_accepted_declined_or_withdrawn():
    assert REFERRAL.next_states(ReferralState.RECEIVED) == [
        ReferralState.ACCEPTED,
        ReferralState.DECLINED,
        ReferralState.WITHDRAWN,
    ]
    REFERRAL.check_step(ReferralState.RECEIVED, ReferralState.ACCEPTED, WORKER)


@pytest.mark.parametrize("state", [s for s in ReferralState if s is not ReferralState.RECEIVED])
def test_an_answered_referral_stays_answered(state):
    with pytest.raises(IllegalStep):
        REFERRAL.check_step(state, ReferralState.RECEIVED, WORKER)
    assert REFERRAL.next_states(state) == []


def test_a_referrer_withdraws_and_does_not_accept():
    partner = Viewer(Kind.PARTNER)
    REFERRAL.check_step(ReferralState.RECEIVED, ReferralState.WITHDRAWN, partner)
    with pytest.raises(NotAllowed):
        REFERRAL.check_step(ReferralState.RECEIVED, ReferralState.ACCEPTED, partner)


def test_every_state_waits_on_somebody_or_nobody():
    assert set(REFERRAL.waits_on) == set(ReferralState)
    assert set(CASE.waits_on) == set(CaseState)


def test_a_closed_case_can_only_go_on():
    assert CASE.next_states(CaseState.CLOSED) == [CaseState.OPEN]


def test_who_counts_as_what():
    assert owners_of(WORKER) == {Owner.WORKER}
    assert owners_of(Viewer(Kind.PERSON)) == {Owner.PERSON}
    assert owners_of(system(None)) == set(Owner)
    assert owners_of(NOBODY) == set()
    assert owners_of(Viewer(Kind.LOGIN, roles=frozenset({Role.EVALUATOR}))) == set()


def test_waiting_is_counted_and_late_after_the_limit():
    assert waiting(ReferralState.RECEIVED, DAY, 5, DAY + dt.timedelta(5)) == Waiting(5, False)
    assert waiting(ReferralState.RECEIVED, DAY, 5, DAY + dt.timedelta(6)) == Waiting(6, True)
    assert waiting(ReferralState.ACCEPTED, DAY, 5, DAY + dt.timedelta(60)) is None


CASE_ID, EARLY, LATE, OTHER = (UUID(int=number) for number in range(1, 5))


def test_the_first_contact_is_the_earliest_of_its_case():
    marks = [
        Mark(LATE, CASE_ID, NOON + dt.timedelta(hours=1), True),
        Mark(EARLY, CASE_ID, NOON, None),
        Mark(OTHER, OTHER, NOON, True),
    ]
    assert first_contacts(marks) == first_contacts(reversed(marks)) == {EARLY, OTHER}


def test_at_the_same_moment_the_one_entered_first_is_first():
    assert first_contacts([Mark(LATE, CASE_ID, NOON, None), Mark(EARLY, CASE_ID, NOON, None)]) == {EARLY}


def test_disagreements_are_listed_and_unmarked_contacts_cannot_disagree():
    marks = [
        Mark(LATE, CASE_ID, NOON + dt.timedelta(hours=1), True),
        Mark(EARLY, CASE_ID, NOON, False),
        Mark(OTHER, OTHER, NOON, None),
    ]
    found = disagreements(marks)
    assert [(each.contact_id, each.marked_first, each.derived_first) for each in found] == [
        (EARLY, False, True),
        (LATE, True, False),
    ]
    assert disagreements([Mark(EARLY, CASE_ID, NOON, True)]) == []


GIVEN = Given(Purpose.SHARE, "Elm Street practice", NOON, None, None)


@pytest.mark.parametrize(
    ("changes", "at", "expected"),
    [
        ({}, NOON, True),
        ({}, NOON - dt.timedelta(seconds=1), False),
        ({"expires_on": DAY}, NOON + dt.timedelta(hours=6), True),
        ({"expires_on": DAY}, NOON + dt.timedelta(days=1), False),
        ({"withdrawn_at": NOON + dt.timedelta(hours=1)}, NOON, True),
        ({"withdrawn_at": NOON}, NOON, False),
    ],
)
def test_a_consent_holds_from_when_it_is_given_until_it_ends(changes, at, expected):
    assert holds(replace(GIVEN, **changes), at) is expected


def test_consent_is_for_one_purpose_and_recipient():
    assert may_share([GIVEN], "share", "elm street  PRACTICE", NOON)
    assert may_share([replace(GIVEN, recipient="")], "share", "anybody", NOON)
    assert not may_share([GIVEN], "learn", "Elm Street practice", NOON)
    assert not may_share([GIVEN], "share", "Garden group", NOON)
    assert not may_share([], "share", "Garden group", NOON)


def test_places_are_on_earth():
    assert on_earth((-37.8, 144.9))
    assert not on_earth((91, 0))
    assert not on_earth((0, 181))


def test_two_ticks_say_yes_or_no_only_where_one_is_ticked():
    assert two_marks(linking=False, education=False) == (None, None)
    assert two_marks(linking=True, education=False) == (True, False)


def test_what_a_history_keeps_is_text_and_numbers():
    moment = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
    assert said(moment) == "2026-03-12T12:00+00:00"
    assert said(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
    assert said({"b", "a"}) == ["a", "b"]
