"""What is hidden cannot be worked out: by the slow twin that lists every possibility; and nothing is hidden idly."""

from collections.abc import Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.core.numbers import nearest
from linkwork.evaluation.indicators.rules.hiding import (
    ANYTHING,
    Linked,
    Sum,
    bounds,
    exposed_numbers,
    hidden_units,
    knowledge,
    told,
)
from linkwork.evaluation.indicators.tests.attacker import narrowed, possible

pytestmark = pytest.mark.rules


Known = dict[Hashable, tuple[int, int]]


def one_way(cells: dict[str, int], *ways: dict[str, int], known: Known | None = None) -> Linked:
    """A whole with its parts, once or in several breakdowns that add up to the same."""
    values: dict[Hashable, int] = {"all": sum(cells.values())}
    sums = []
    for place, way in enumerate((cells, *ways)):
        names: dict[Hashable, int] = {(place, name): count for name, count in way.items()}
        values |= names
        sums.append(Sum("all", tuple(names)))
    units = {name: frozenset({name}) for name in values}
    return Linked(values, tuple(sums), units, frozenset(values), known or {}, frozenset({"all"}))


def test_large_numbers_are_all_shown() -> None:
    assert hidden_units(one_way({"a": 5, "b": 50, "c": 0})) == frozenset()


def test_a_small_one_takes_the_next_smallest_with_it() -> None:
    assert hidden_units(one_way({"a": 2, "b": 9, "c": 50})) == {(0, "a"), (0, "b")}


def test_nobody_is_hidden_only_where_nothing_else_is_left() -> None:
    assert hidden_units(one_way({"a": 2, "b": 0, "c": 9})) == {(0, "a"), (0, "c")}
    assert hidden_units(one_way({"a": 2, "b": 0})) == {(0, "a"), "all"}


def test_another_breakdown_of_the_same_whole_gives_nothing_away() -> None:
    linked = one_way({"a": 2, "b": 9, "c": 50}, {"x": 30, "y": 31})
    assert hidden_units(linked) == {(0, "a"), (0, "b")}


def test_what_is_out_already_is_reckoned_with() -> None:
    linked = one_way({"a": 12, "b": 2, "c": 50}, known={(0, "a"): (12, 12)})
    assert exposed_numbers(linked, {(0, "b"), (0, "a")}) == {(0, "b")}
    hidden = hidden_units(linked)
    assert {(0, "b"), (0, "c")} <= hidden
    assert not exposed_numbers(linked, hidden)
    lost = one_way({"b": 2}, known={"all": (2, 2)})
    assert exposed_numbers(lost, hidden_units(lost)) == {(0, "b"), "all"}  # it cannot be called back


def test_a_unit_that_must_go_anyway_goes() -> None:
    assert hidden_units(one_way({"a": 20, "b": 30}), forced=["all"]) == {"all"}


def test_rounded_numbers_say_less() -> None:
    linked = one_way({"a": 12, "b": 20, "c": 31})
    assert knowledge(linked, set(), 5)[0, "a"] == (8, 12)
    assert [told(value, 5) for value in (0, 12, 13)] == [(0, 2), (8, 12), (13, 17)]
    assert [nearest(value, 5) for value in (0, 2, 3, 12, 13)] == [0, 0, 5, 10, 15]
    assert [nearest(value, 10) for value in (4, 5, 14, 15)] == [0, 10, 10, 20]
    assert hidden_units(linked, base=5) == frozenset()


@given(st.integers(0, 400), st.sampled_from([0, 3, 5, 10]))
def test_what_is_told_holds_the_number(value: int, base: int) -> None:
    low, high = told(value, base)
    assert low <= value <= high
    if base:
        assert all(nearest(one, base) == nearest(value, base) for one in range(low, high + 1))
        assert nearest(high + 1, base) != nearest(value, base)


cells = st.dictionaries(st.sampled_from("abc"), st.integers(0, 6), min_size=1, max_size=3)


@settings(deadline=None, max_examples=25)
@given(cells, st.sampled_from([0, 5]))
def test_no_small_number_of_a_breakdown_is_left_with_few_possibilities(
    cells: dict[str, int], base: int
) -> None:
    linked = one_way(cells)
    hidden = set(hidden_units(linked, base=base))
    equations = [(one.whole, one.parts) for one in linked.sums]
    small = [name for name, value in linked.values.items() if 0 < value < 5]
    worlds = possible(equations, knowledge(linked, hidden, base), small, most=sum(cells.values()) + 5)
    assert all(len(found) >= 5 for found in worlds.values())


@settings(deadline=None, max_examples=10)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), min_size=2, max_size=2))
def test_nor_of_parts_and_rests_by_group_with_known_denominators(rows: list[tuple[int, int]]) -> None:
    """Shares by group: what is in the share, the rest, and the denominators, which another figure shows."""
    values: dict[Hashable, int] = {}
    sums = []
    for place, (part, rest) in enumerate(rows):
        values |= {("n", place): part, ("r", place): rest, ("d", place): part + rest}
        sums.append(Sum(("d", place), (("n", place), ("r", place))))
    for kind in "nrd":
        values[kind] = sum(values[kind, place] for place in range(len(rows)))
        sums.append(Sum(kind, tuple((kind, place) for place in range(len(rows)))))
    sums.append(Sum("d", ("n", "r")))
    places = [*range(len(rows)), None]
    units: dict[Hashable, frozenset[Hashable]] = {}
    for at in places:
        pair = ("n", "d") if at is None else (("n", at), ("d", at))
        units |= {("share", at): frozenset(pair), ("base", at): frozenset(pair[1:])}
    whole = frozenset({("share", None), ("base", None)})
    linked = Linked(values, tuple(sums), units, frozenset(values), whole=whole)
    hidden = set(hidden_units(linked))
    equations = [(one.whole, one.parts) for one in linked.sums]
    small = [name for name, value in values.items() if 0 < value < 5]
    worlds = possible(equations, knowledge(linked, hidden), small, most=sum(map(sum, rows)) + 3)
    assert all(len(found) >= 3 for found in worlds.values())


@given(cells, cells)
def test_the_rule_and_the_attacker_narrow_alike(one: dict[str, int], other: dict[str, int]) -> None:
    again = {f"x{name}": count for name, count in one.items()}
    alike = sum(other.values()) == sum(one.values())
    linked = one_way(one, again, other if alike else one)
    known = knowledge(linked, set(list(linked.units)[:3]))
    equations = [(each.whole, each.parts) for each in linked.sums]
    theirs = narrowed(equations, known)
    for name, (low, high) in bounds(linked.sums, known).items():
        assert low == theirs[name][0]
        assert min(high, ANYTHING) == high
        assert high == theirs[name][1] or high > 10**8
