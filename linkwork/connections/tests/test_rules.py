"""Do the tables hold, whatever is tried on them?"""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.connections import rules
from linkwork.connections.rules import (
    AWAITED,
    ENDS,
    NEEDS_REASON,
    ONWARD,
    STEPS,
    AppointmentState,
    Attended,
    Kind,
    Outcome,
    Owner,
    Shared,
    State,
    Why,
)

pytestmark = pytest.mark.rules
states, owners = st.sampled_from(State), st.sampled_from(Owner)
DAY = dt.date(2026, 3, 12)


@given(st.lists(st.tuples(states, owners)))
def test_any_sequence_of_wishes_obeys_the_table(wishes):
    """Slow twin of `path`: each state passed is one step of the table, and only the last needs the owner."""
    now = State.DRAFT
    for wish, owner in wishes:
        way = rules.path(now, wish, owner)
        for here, there in zip([now, *way], way, strict=False):
            assert there in STEPS[here]
        if way:
            assert way[-1] is wish
            assert owner in STEPS[way[-2] if len(way) > 1 else now][wish]
            assert all(passed in ONWARD for passed in way[:-1])
            now = wish


@given(states, states, owners)
def test_nothing_leaves_an_end_and_a_draft_is_sent_by_its_worker_only(start, end, owner):
    if start in ENDS:
        assert rules.path(start, end, owner) == ()
    if start is State.DRAFT and rules.path(start, end, owner):
        assert owner is Owner.WORKER
        assert end in {State.SENT, State.CANCELLED, State.LAPSED, State.NOT_REACHED}


@given(states, owners)
def test_every_single_step_of_the_table_is_a_way_for_its_owner(start, owner):
    for end, its_owners in STEPS[start].items():
        assert rules.may_step(start, end, owner) == (owner in its_owners)
        if owner in its_owners:
            assert rules.path(start, end, owner) == (end,)


def test_every_state_is_in_the_tables_and_every_open_one_waits_on_one_owner():
    assert set(STEPS) == set(State)
    assert set(AWAITED) == set(State) - ENDS
    assert {end for onward in STEPS.values() for end in onward} == set(State) - {State.DRAFT}


def test_the_partner_accepts_in_one_answer_and_the_person_goes_without_a_word_from_the_partner():
    assert rules.path(State.SENT, State.ACCEPTED, Owner.PARTNER) == (State.RECEIVED, State.ACCEPTED)
    assert rules.path(State.SENT, State.FINISHED, Owner.PERSON) == ONWARD[1:]
    assert rules.path(State.SENT, State.ACCEPTED, Owner.WORKER) == ()


def test_the_documentation_gets_every_row_once():
    rows = list(rules.step_rows())
    assert len(rows) == sum(len(onward) for onward in STEPS.values())
    assert {row.end for row in rows if row.needs_reason} == NEEDS_REASON
    assert [(row.start, row.end, row.owners) for row in rules.signpost_rows()] == [
        ("given", "followed_up", ("worker",))
    ]


@given(states, st.text(max_size=3), st.none() | st.just(DAY))
def test_a_reason_is_missing_only_where_one_is_needed(end, reason, starts_on):
    missing = rules.reason_is_missing(end, reason, starts_on)
    assert not missing or end in NEEDS_REASON
    assert not (missing and reason.strip())
    assert rules.reason_is_missing(State.DECLINED, " ", DAY)
    assert not rules.reason_is_missing(State.WAITING, "", DAY)


@pytest.mark.parametrize(
    ("end", "outcome", "begun", "fits"),
    [
        (State.FINISHED, None, True, False),
        (State.FINISHED, Outcome.HELPED, False, True),
        (State.FINISHED, Outcome.NOT_KNOWN, False, False),
        (State.FINISHED, Outcome.NOT_KNOWN, True, True),
        (State.LAPSED, Outcome.NOT_KNOWN, False, True),
        (State.LAPSED, Outcome.HELPED, False, False),
        (State.ACCEPTED, Outcome.HELPED, False, False),
        (State.ACCEPTED, None, False, True),
    ],
)
def test_an_outcome_belongs_to_an_end(end, outcome, begun, fits):
    assert rules.outcome_fits(end, outcome, begun=begun) is fits


@pytest.mark.parametrize(
    ("kind", "shared", "missing"),
    [
        (Kind.REFERRAL, {Shared.NAME}, True),
        (Kind.REFERRAL, {Shared.PHONE}, True),
        (Kind.REFERRAL, {Shared.NAME, Shared.EMAIL}, False),
        (Kind.WARM_HANDOVER, set(), False),
    ],
)
def test_a_referral_says_whom_to_reach_and_how(kind, shared, missing):
    assert rules.missing_share(kind, frozenset(shared)) is missing


def test_waiting_counts_whole_days_and_never_backwards():
    assert rules.days_waiting(DAY - dt.timedelta(days=9), DAY) == 9
    assert rules.days_waiting(DAY + dt.timedelta(days=1), DAY) == 0
    assert rules.days_waiting(None, DAY) == 0


@given(states, st.integers(0, 60))
def test_only_the_unanswered_fall_silent(state, days):
    silent = rules.is_silent(state, DAY - dt.timedelta(days=days), DAY, 7)
    assert silent == (state in {State.SENT, State.RECEIVED} and days >= 7)
    assert not rules.is_silent(state, None, DAY, 7)


@given(states)
def test_the_person_is_asked_after_a_yes_and_before_the_end(state):
    day = rules.follow_up_day(state, DAY, None, 14)
    assert (day is not None) == (state in {State.ACCEPTED, State.WAITING, State.STARTED})
    assert rules.follow_up_day(State.WAITING, DAY, DAY + dt.timedelta(days=30), 14) == dt.date(2026, 4, 25)
    assert rules.follow_up_day(State.ACCEPTED, None, None, 14) is None


def test_whether_somebody_came_is_asked_once_it_is_over():
    over = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
    before = over - dt.timedelta(minutes=1)
    assert rules.is_to_ask(AppointmentState.PLANNED, over, None, over)
    assert not rules.is_to_ask(AppointmentState.PLANNED, over, None, before)
    assert not rules.is_to_ask(AppointmentState.PLANNED, over, Attended.YES, over)
    assert not rules.is_to_ask(AppointmentState.CANCELLED, over, None, over)


def test_the_state_at_a_moment_is_the_last_step_up_to_it():
    noon = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
    hour = dt.timedelta(hours=1)
    steps = [(noon, State.DRAFT), (noon + hour, State.SENT)]
    assert rules.state_after(iter(steps), noon - hour) is None
    assert rules.state_after(iter(steps), noon) is State.DRAFT
    assert rules.state_after(iter(steps), noon + 2 * hour) is State.SENT


def test_the_usual_reasons_have_distinct_names():
    assert len({why.value for why in Why}) == len(Why)
