"""The rules of a run chart: each against worked cases and a slow twin that tries every order."""

import random
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, groupby, permutations

import pytest

from linkwork.evaluation.indicators.rules.runs import Run, Stretch, chance_of, limits, run_of

pytestmark = pytest.mark.rules


def test_nothing_and_one_point_say_nothing() -> None:
    assert run_of([]) == run_of([None, None]) == Run(None, 0, 0, (), (), 0, None, None)
    one = run_of([3])
    assert one == Run(Decimal(3), 1, 0, (), (), 0, None, None)
    assert not one.changed


def test_six_on_one_side_of_the_median_are_a_shift_and_five_are_not() -> None:
    six = run_of([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9])
    assert [(one.first, one.last, one.up) for one in six.shifts] == [(0, 5, False), (6, 11, True)]
    assert run_of([1, 2, 1, 2, 1, 8, 9, 8, 9, 8]).shifts == ()


def test_a_point_on_the_median_neither_counts_nor_breaks() -> None:
    found = run_of([9, 8, 9, 5, 8, 9, 8, 1, 2, 1, 2, 1, 2])
    assert found.median == 5
    assert found.shifts[0] == Stretch(0, 6, 6, True)
    assert found.useful == 12


def test_five_going_up_are_a_trend_and_four_are_not() -> None:
    assert run_of([1, 2, 3, 4, 5]).trends == (Stretch(0, 4, 5, True),)
    assert run_of([9, 1, 2, 3, 4, 0]).trends == ()
    assert run_of([5, 4, 3, 2, 1, 7]).trends == (Stretch(0, 4, 5, False),)


def test_an_equal_point_is_skipped_by_a_trend() -> None:
    assert run_of([1, 2, 2, 3, 4, 4, 5]).trends == (Stretch(0, 6, 5, True),)
    assert run_of([1, 2, 2, 3, 4, 4]).trends == ()


def test_missing_points_are_left_out_and_keep_their_places() -> None:
    found = run_of([1, None, 2, 3, None, 4, 5])
    assert (found.points, found.trends) == (5, (Stretch(0, 6, 5, True),))


def test_too_few_and_too_many_runs() -> None:
    few = run_of([1, 2, 1, 2, 1, 9, 8, 9, 8, 9])
    assert (few.runs, few.fewest, few.most) == (2, 3, 9)
    assert few.too_few
    assert not few.too_many
    assert few.changed
    many = run_of([1, 9] * 5)
    assert (many.runs, many.too_many, many.too_few) == (10, True, False)
    nine = run_of([1, 9, 1, 9, 1, 9, 1, 9])
    assert (nine.fewest, nine.too_few, nine.too_many) == (None, False, False)


def test_all_useful_points_on_one_side_give_no_limits() -> None:
    found = run_of([5] * 12 + [6] * 10)
    assert (found.useful, found.fewest, found.most) == (10, None, None)


@pytest.mark.parametrize(("above", "below", "low", "high"), [(5, 5, 3, 9), (10, 10, 7, 15)])
def test_the_limits_are_those_of_the_published_tables(above: int, below: int, low: int, high: int) -> None:
    """Swed and Eisenhart 1943: for 5 and 5 significant at 2 and 10, for 10 and 10 at 6 and 16."""
    assert limits(above, below) == (low, high)


@pytest.mark.parametrize(("above", "below"), [(1, 1), (1, 4), (3, 2), (4, 4), (6, 5)])
def test_the_chance_of_so_many_runs_equals_counting_every_order(above: int, below: int) -> None:
    size = above + below
    seen: dict[int, int] = {}
    for chosen in combinations(range(size), above):
        runs = len(list(groupby(place in chosen for place in range(size))))
        seen[runs] = seen.get(runs, 0) + 1
    whole = sum(seen.values())
    for runs in range(2, size + 1):
        assert chance_of(runs, above, below) == Fraction(seen.get(runs, 0), whole)
    low, high = limits(above, below)
    assert low is not None
    assert high is not None
    assert sum(n for runs, n in seen.items() if runs < low) <= whole * 0.025
    assert sum(n for runs, n in seen.items() if runs <= low) > whole * 0.025
    assert sum(n for runs, n in seen.items() if runs > high) <= whole * 0.025
    assert sum(n for runs, n in seen.items() if runs >= high) > whole * 0.025


def slow_shifts(values: list[int | None]) -> list[tuple[int, int]]:
    """Every stretch tried: from each point to each later one, the longest that hold."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return []
    half = len(known) // 2
    middle = known[half] if len(known) % 2 else Fraction(known[half - 1] + known[half], 2)
    off = [place for place, value in enumerate(values) if value is not None and value != middle]

    def same(chosen: list[int]) -> bool:
        return len({values[place] > middle for place in chosen}) == 1  # type: ignore[operator]

    found = [(a, b) for a in range(len(off)) for b in range(a + 5, len(off)) if same(off[a : b + 1])]
    longest = [(a, b) for a, b in found if not any((c, d) != (a, b) and c <= a and b <= d for c, d in found)]
    return [(off[a], off[b]) for a, b in longest]


def slow_trends(values: list[int | None]) -> list[tuple[int, int]]:
    kept: list[int] = []
    for place, value in enumerate(values):
        if value is not None and (not kept or values[kept[-1]] != value):
            kept.append(place)

    def one_way(chosen: list[int]) -> bool:
        said = [values[place] for place in chosen]
        return said in (sorted(said), sorted(said, reverse=True))  # type: ignore[type-var]

    found = [(a, b) for a in range(len(kept)) for b in range(a + 4, len(kept)) if one_way(kept[a : b + 1])]
    longest = [(a, b) for a, b in found if not any((c, d) != (a, b) and c <= a and b <= d for c, d in found)]
    return [(kept[a], kept[b]) for a, b in longest]


def test_shifts_and_trends_equal_trying_every_stretch() -> None:
    chance = random.Random(5)
    some = 0
    for _turn in range(400):
        values = [chance.choice([None, *range(6)]) for _place in range(chance.randrange(18))]
        if chance.random() < 0.4:
            values.sort(key=lambda value: (value is None, value or 0))
        found = run_of(values)
        assert [(one.first, one.last) for one in found.shifts] == slow_shifts(values)
        assert [(one.first, one.last) for one in found.trends] == slow_trends(values)
        some += found.changed
    assert some > 40


def test_every_order_of_five_has_a_trend_only_when_it_is_sorted() -> None:
    assert sum(bool(run_of(order).trends) for order in permutations(range(5))) == 2
