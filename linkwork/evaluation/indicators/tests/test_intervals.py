"""Intervals against published values and slow twins."""

from fractions import Fraction
from math import exp, lgamma, pi, sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.evaluation.indicators.rules.intervals import (
    Interval,
    mean_of,
    share_interval,
    t_point,
    within,
)

pytestmark = pytest.mark.rules


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(81, 263, "25.5", "36.6"), (15, 148, "6.2", "16.0"), (0, 20, "0.0", "16.1"), (1, 29, "0.6", "17.2")],
)
def test_the_score_interval_has_the_values_newcombe_printed(
    part: int, whole: int, low: str, high: str
) -> None:
    """Newcombe 1998, table I, method 3: 0.2553-0.3662, 0.0624-0.1605, 0-0.1611, 0.0061-0.1718."""
    found = share_interval(part, whole)
    assert found is not None
    assert (str(found.low), str(found.high)) == (low, high)


def slow_wilson(part: int, whole: int) -> tuple[float, float]:
    """The shares that would just not be called different, found by halving the test they come from."""
    share = part / whole

    def off(one: float) -> float:
        return abs(share - one) - 1.959963984540054 * sqrt(one * (1 - one) / whole)

    def cross(inside: float, outside: float) -> float:
        for _turn in range(80):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if off(middle) <= 0 else (inside, middle)
        return inside

    return (0.0 if part == 0 else cross(share, 0.0)), (1.0 if part == whole else cross(share, 1.0))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_score_interval_equals_its_slow_twin(both: tuple[int, int]) -> None:
    found = share_interval(*both)
    assert found is not None
    low, high = slow_wilson(*both)
    assert abs(float(found.low) - 100 * low) <= 0.0501
    assert abs(float(found.high) - 100 * high) <= 0.0501


def test_nothing_asked_has_no_interval_and_more_than_all_is_refused() -> None:
    assert share_interval(0, 0) is None
    assert mean_of({}) is None
    with pytest.raises(ValueError, match="no part"):
        share_interval(3, 2)


@pytest.mark.parametrize(
    ("freedom", "published"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (10, 2.228), (29, 2.045), (120, 1.980)],
)
def test_the_points_of_t_are_those_of_every_printed_table(freedom: int, published: float) -> None:
    assert round(t_point(freedom), 3) == published


def slow_within(t: float, freedom: int) -> float:
    """The area under the density, added up strip by strip."""
    front = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(freedom * pi)
    strips = 4000
    wide = t / strips
    middles = ((strip + 0.5) * wide for strip in range(strips))
    area: float = 2 * wide * sum(front * (1 + x * x / freedom) ** (-(freedom + 1) / 2) for x in middles)
    return area


@pytest.mark.parametrize("freedom", [1, 2, 3, 6, 7, 30])
@pytest.mark.parametrize("t", [0.3, 1.0, 2.5])
def test_the_area_of_t_equals_its_slow_twin(freedom: int, t: float) -> None:
    assert within(t, freedom) == pytest.approx(slow_within(t, freedom), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-27, 27), min_size=1, max_size=30))
def test_the_mean_equals_its_slow_twin(values: list[int]) -> None:
    often: dict[Fraction, int] = {}
    for value in values:
        often[Fraction(value, 2)] = often.get(Fraction(value, 2), 0) + 1
    found = mean_of(often)
    assert found is not None
    assert found.count == len(values)
    halves = [value / 2 for value in values]
    assert float(found.mean) == pytest.approx(mean(halves), abs=0.00501)
    if len(values) == 1:
        assert found.interval is None
        return
    assert found.interval is not None
    reach = t_point(len(values) - 1) * stdev(halves) / sqrt(len(values))
    assert float(found.interval.high) == pytest.approx(mean(halves) + reach, abs=0.00501)
    assert float(found.interval.low) == pytest.approx(mean(halves) - reach, abs=0.00501)


def test_values_that_are_all_alike_leave_no_room() -> None:
    found = mean_of({Fraction(2): 9})
    assert found is not None
    assert found.interval == Interval(found.mean, found.mean)
