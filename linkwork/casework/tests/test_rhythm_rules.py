"""When somebody is due, what they weigh, and who covers: rules without a database."""

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework.rules.cover import Away, covered_by
from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.rhythm import (
    AS_USUAL,
    INTERVALS,
    Own,
    Pace,
    due_on,
    is_early,
    working_days_after,
)
from linkwork.casework.rules.weight import Weights, free_places, points

THURSDAY = dt.date(2026, 3, 12)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
PACE = Pace()
A, B, C = (UUID(int=number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("count", "day"),
    [(0, THURSDAY), (1, dt.date(2026, 3, 13)), (2, dt.date(2026, 3, 16)), (5, THURSDAY + WEEK)],
)
def test_weekends_are_no_working_days(count, day):
    assert working_days_after(THURSDAY, count) == day


def test_a_first_contact_is_due_sooner_where_it_is_urgent():
    assert due_on(PACE, AS_USUAL, THURSDAY, False, None) == THURSDAY + WEEK
    assert due_on(PACE, AS_USUAL, THURSDAY, True, None) == dt.date(2026, 3, 16)


def test_weekly_at_first_and_then_every_few_weeks():
    assert due_on(PACE, AS_USUAL, THURSDAY, False, THURSDAY + 3 * WEEK) == THURSDAY + 4 * WEEK
    assert due_on(PACE, AS_USUAL, THURSDAY, False, THURSDAY + 4 * WEEK) == THURSDAY + 7 * WEEK


def test_what_was_agreed_with_the_person_comes_first():
    own = Own(every_weeks=6, weekday=0)
    assert due_on(PACE, own, THURSDAY, False, THURSDAY) == dt.date(2026, 4, 27)  # the Monday after six weeks
    paused = Own(pause_until=THURSDAY + 10 * WEEK)
    assert due_on(PACE, paused, THURSDAY, False, THURSDAY) == THURSDAY + 10 * WEEK


days = st.dates(dt.date(2024, 1, 1), dt.date(2027, 1, 1))


@given(
    opened=days,
    wait=st.none() | st.integers(0, 400),
    every=st.none() | st.sampled_from(INTERVALS),
    weekday=st.none() | st.integers(0, 6),
    urgent=st.booleans(),
)
def test_nobody_is_ever_left_out(opened, wait, every, weekday, urgent):
    """However it is set, a day is named, after the last contact, on the day agreed, and never far away."""
    last = None if wait is None else opened + DAY * wait
    day = due_on(PACE, Own(every, weekday), opened, urgent, last)
    assert day > (last or opened)
    assert day - (last or opened) <= 13 * WEEK
    assert weekday is None or day.weekday() == weekday


def test_points_are_as_the_page_explains_them():
    usual = Weights()
    assert points(usual, 0, Urgency.ROUTINE, early=False, resting=False) == 1
    assert (
        points(usual, 2, Urgency.URGENT, early=False, resting=False) == 3
    )  # urgent counts in the first weeks
    assert points(usual, 9, Urgency.URGENT, early=True, resting=False) == 1 + 3 + 1 + 2
    assert points(usual, 1, Urgency.SOON, early=True, resting=False) == 1 + 1 + 1 + 1
    assert points(usual, 9, Urgency.URGENT, early=True, resting=True) == 0
    assert is_early(PACE, THURSDAY, THURSDAY + 27 * DAY)
    assert not is_early(PACE, THURSDAY, THURSDAY + 28 * DAY)


def test_room_is_never_less_than_none():
    assert (free_places(50, 48), free_places(50, 60)) == (2, 0)


def test_cover_lasts_from_the_first_day_to_the_last_and_ends_by_itself():
    away = Away(A, B, THURSDAY, THURSDAY + WEEK)
    assert covered_by([away], B, THURSDAY) == covered_by([away], B, THURSDAY + WEEK) == {A}
    assert covered_by([away], B, THURSDAY - DAY) == covered_by([away], B, THURSDAY + WEEK + DAY) == set()
    assert covered_by([away], C, THURSDAY) == set()
    assert away.meets(Away(A, C, THURSDAY + WEEK, THURSDAY + 2 * WEEK))
    assert not away.meets(Away(A, C, THURSDAY + WEEK + DAY, THURSDAY + 2 * WEEK))
