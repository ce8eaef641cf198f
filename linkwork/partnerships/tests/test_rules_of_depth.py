"""What follows from answers, ties and days, whatever they are."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.ids import new_id
from linkwork.partnerships.rules import (
    CLARITY_AGAIN_AFTER,
    Answers,
    Practice,
    Sector,
    Side,
    Tie,
    is_clarity_due,
    is_far_apart,
    is_quiet,
    knots,
    newest_by_side,
    only_one,
    shares,
    sides_missing,
)

pytestmark = pytest.mark.rules
DAY = dt.date(2026, 3, 12)
ONE = st.integers(1, 5)
ANSWERS = st.builds(Answers, ONE, ONE, ONE, ONE)
WORKERS = [new_id() for _ in range(3)]
PARTNERS = [new_id() for _ in range(4)]
TIES = st.lists(
    st.builds(
        Tie,
        st.sampled_from([None, *WORKERS]),
        st.just("W"),
        st.sampled_from(PARTNERS),
        st.just("P"),
        st.just(Sector.SCHOOL),
        st.sampled_from(list(Practice)),
        st.integers(1, 9),
        st.just(DAY),
    ),
    max_size=20,
)


def test_answers_are_from_one_to_five() -> None:
    for wrong in (0, 6):
        with pytest.raises(ValueError, match="1 to 5"):
            Answers(wrong, 1, 1, 1)


@given(ANSWERS)
def test_strength_and_trust_stay_on_the_scale(said: Answers) -> None:
    assert 1 <= said.strength <= 5
    assert 1 <= said.trust <= 5


@given(st.lists(st.tuples(st.sampled_from(list(Side)), st.dates(), ANSWERS), max_size=12))
def test_the_newest_of_each_side_stands(said: list[tuple[Side, dt.date, Answers]]) -> None:
    newest = newest_by_side(said)
    assert set(newest) == {side for side, _day, _answers in said}
    assert set(sides_missing(newest)) == set(Side) - set(newest)
    for side, answers in newest.items():
        latest = max(day for one, day, _answers in said if one is side)
        assert (side, latest, answers) in said


def test_sides_are_far_apart_only_where_both_spoke() -> None:
    fine, poor = Answers(5, 5, 3, 3), Answers(3, 3, 3, 3)
    assert not is_far_apart({Side.US: fine})
    assert is_far_apart({Side.US: fine, Side.THEM: poor})
    assert is_far_apart({Side.US: Answers(3, 3, 5, 5), Side.THEM: poor})
    assert not is_far_apart({Side.US: fine, Side.THEM: fine})


@given(TIES)
def test_knots_lose_nothing_but_the_nameless(ties: list[Tie]) -> None:
    found = knots(ties)
    assert sum(one.times for one in found) == sum(tie.times for tie in ties if tie.worker_id)
    assert all(sum(times for _practice, times in one.practices) == one.times for one in found)
    alone = {one.partner_id for one in only_one(found)}
    for partner_id in {tie.partner_id for tie in ties if tie.worker_id}:
        known_by = {tie.worker_id for tie in ties if tie.partner_id == partner_id and tie.worker_id}
        assert (partner_id in alone) == (len(known_by) == 1)


@given(st.lists(st.tuples(st.dates(), st.sampled_from(list(Sector)), st.integers(0, 9)), max_size=20))
def test_shares_add_up(counted: list[tuple[dt.date, Sector, int]]) -> None:
    found = shares(counted)
    assert sum(one.sectoral + one.inter_sectoral for one in found) == sum(n for _day, _sector, n in counted)
    assert [one.begins_on for one in found] == sorted({day for day, _sector, _n in counted})


def test_a_year_after_the_last_word() -> None:
    year = CLARITY_AGAIN_AFTER
    assert not is_clarity_due(None, None, DAY)
    assert not is_clarity_due(DAY, None, DAY + year - dt.timedelta(days=1))
    assert is_clarity_due(DAY, None, DAY + year)
    assert not is_clarity_due(DAY, DAY + year, DAY + year)
    assert is_clarity_due(DAY, DAY + year, DAY + 2 * year)


def test_quiet_after_the_programmes_own_time() -> None:
    heard = DAY - dt.timedelta(weeks=9)
    assert is_quiet(heard, heard, DAY)
    assert not is_quiet(heard, heard, DAY, dt.timedelta(weeks=12))
    assert is_quiet(None, heard, DAY)
