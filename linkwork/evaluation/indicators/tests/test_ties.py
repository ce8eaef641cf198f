"""Breakdowns made of the same pieces, decided together: a linear attacker who lays them side by side finds nothing."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from linkwork.evaluation.indicators.rules.hiding import Linked, Sum, bounds, hidden_units, knowledge
from linkwork.evaluation.indicators.rules.numbers import At, Counts, Held, Numbers, What
from linkwork.evaluation.indicators.rules.ranges import close
from linkwork.evaluation.indicators.rules.ties import TIED, cells, tie, tied_to
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.evaluation.indicators.rules.within import numbers_of
from linkwork.evaluation.indicators.tests.attacker import possible
from linkwork.extracts.rules.regions import Region
from linkwork.instruments.indicators import Grouping, definition

pytestmark = pytest.mark.rules
YEAR = Region(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
Pieces = dict[tuple[str, str], int]  # contacts by month and stage


def held(pieces: Pieces) -> Held:
    """Contacts by month and by stage."""

    def raw(by: int) -> dict[str, Raw]:
        found: dict[str, int] = {}
        for keys, many in pieces.items():
            found[keys[by]] = found.get(keys[by], 0) + many
        return {key: Raw(many) for key, many in found.items()}

    counts: Counts = {
        "": {"contacts": {"": Raw(sum(pieces.values()))}},
        "month": {"contacts": raw(0)},
        "stage": {"contacts": raw(1)},
        cells(TIED[0]): {"contacts": {"|".join(keys): Raw(many) for keys, many in pieces.items()}},
    }
    return Held("x", YEAR, counts)


def linked(pieces: Pieces) -> Linked:
    """All of it, the whole known."""
    numbers = numbers_of(held(pieces), [definition("contacts")])
    told = numbers.linked()
    units = {unit: names for unit, names in told.units.items() if unit[1]}
    whole = next(iter(told.units["contacts", "", ""]))
    return replace(told, units=units, known={whole: (told.values[whole],) * 2})


def apart(pieces: Pieces) -> frozenset[Any]:
    """What is hidden where each breakdown is decided by itself."""
    hidden: frozenset[Any] = frozenset()
    for by in ("month", "stage"):
        one = linked(pieces)
        hidden |= hidden_units(
            replace(
                one,
                units={unit: names for unit, names in one.units.items() if unit[1] == by},
                sums=tuple(each for each in one.sums if all(part.by == by for part in each.parts)),  # type: ignore[attr-defined]
                careful=frozenset(name for name in one.careful if name.by in ("", by)),
            )
        )
    return hidden


def found_out(one: Linked, hidden: frozenset[Any], few: int = 5) -> dict[Any, set[int]]:
    """The small numbers that an attacker knows to have fewer than `few` values, by every world there can be."""
    small = [name for name, value in one.values.items() if name in one.careful and 0 < value < 5]
    worlds = possible(
        [(each.whole, each.parts) for each in one.sums],
        knowledge(one, {*hidden}),
        small,
        most=max(one.values.values()),
    )
    return {name: values for name, values in worlds.items() if len(values) < few}


JANUARY, FEBRUARY, MARCH, APRIL, MAY = (f"2025-0{month}" for month in range(1, 6))
CUT = {
    (JANUARY, "a"): 3,
    (FEBRUARY, "a"): 9,
    (MARCH, "a"): 4,
    (MARCH, "b"): 6,
    (APRIL, "b"): 8,
    (MAY, "b"): 7,
}


def test_a_hidden_month_is_not_a_stage_less_its_other_months() -> None:
    pieces = {(JANUARY, "a"): 3, (FEBRUARY, "a"): 9, (MARCH, "b"): 10, (APRIL, "b"): 8, (MAY, "b"): 7}
    one = linked(pieces)
    assert {name.key for name in found_out(one, apart(pieces))} >= {
        JANUARY,
        f"{JANUARY}|a",
    }  # so that this test can fail
    assert found_out(one, hidden_units(one)) == {}
    assert ("contacts", "month", JANUARY) in hidden_units(one)


def test_nor_is_what_lies_between_the_end_of_a_month_and_of_a_stage() -> None:
    """Nothing is small but the four contacts of March that belong to the first stage."""
    pieces = CUT | {(JANUARY, "a"): 12}
    one = linked(pieces)
    assert apart(pieces) == frozenset()
    assert [name.key for name in found_out(one, frozenset())] == [f"{MARCH}|a"]
    hidden = hidden_units(one)
    assert found_out(one, hidden) == {}
    assert len(hidden) < len(one.units)


def test_large_pieces_are_all_shown() -> None:
    assert hidden_units(linked({keys: many + 5 for keys, many in CUT.items()})) == frozenset()


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 6), min_size=3, max_size=3), st.integers(1, 3), st.integers(0, 6))
def test_nothing_small_is_left_with_few_possibilities(months: list[int], cut: int, rest: int) -> None:
    """Months in two stages, the second of which begins in the month `cut`. The whole is known, and not small."""
    pieces = {(f"2025-0{month}", "ab"[month > cut]): many for month, many in enumerate(months, 1)}
    pieces[f"2025-0{cut}", "b"] = rest
    assume(sum(pieces.values()) >= 5)
    one = linked(pieces)
    assert found_out(one, hidden_units(one)) == {}


def grid(rows: Sequence[Sequence[int]]) -> Linked:
    """A table with known margins."""
    values: dict[Any, int] = {(r, c): many for r, row in enumerate(rows) for c, many in enumerate(row)}
    sums = []
    for r, row in enumerate(rows):
        values["row", r] = sum(row)
        sums.append(Sum(("row", r), tuple((r, c) for c in range(len(row)))))
    for c in range(len(rows[0])):
        values["column", c] = sum(row[c] for row in rows)
        sums.append(Sum(("column", c), tuple((r, c) for r in range(len(rows)))))
    units = {name: frozenset({name}) for name in values}
    return Linked(values, tuple(sums), units, frozenset(values))


def test_two_rows_less_two_columns_leave_one_cell() -> None:
    """No single sum gives it away; all of them together do (Cox 1980)."""
    one = grid([[20, 30, 3, 11], [25, 35, 40, 12], [50, 60, 70, 13], [33, 44, 55, 14]])
    hidden: set[Any] = {(r, c) for r in range(4) for c in range(4) if (r < 2) == (c < 2)} | {(0, 2)}
    found = bounds(one.sums, knowledge(one, hidden))
    low, high = found[0, 2]
    assert high - low >= 5
    assert close(one.sums, found, one.values, hidden, 5) == {(0, 2)}
    more = hidden_units(one, forced=hidden)
    assert more > hidden
    assert not close(one.sums, bounds(one.sums, knowledge(one, {*more})), one.values, [(0, 2)], 5)


def test_three_sums_of_two_give_all_three() -> None:
    values: dict[Any, int] = {"a": 3, "b": 20, "c": 30, "ab": 23, "ac": 33, "bc": 50}
    sums = [Sum("ab", ("a", "b")), Sum("ac", ("a", "c")), Sum("bc", ("b", "c"))]
    found = bounds(sums, {name: (values[name],) * 2 for name in ("ab", "ac", "bc")})
    assert found["a"] == (0, 6)
    assert close(sums, found, values, "abc", 5) == {"a", "b", "c"}
    assert close(sums[:2], found, values, "abc", 5) == frozenset()


def test_twice_two_numbers_are_told_by_their_pairs() -> None:
    """One of them and the other twice over: only their sum is given away."""
    values: dict[Any, int] = {"a": 3, "b": 20, "c": 30, "d": 20, "e": 10, "f": 40}
    sums = [Sum("ab", ("a", "b")), Sum("ac", ("a", "c")), Sum("de", ("d", "e")), Sum("df", ("d", "f"))]
    sums.append(Sum("all", ("b", "c", "e", "f")))
    values |= {one.whole: sum(values[part] for part in one.parts) for one in sums}
    found = bounds(sums, {one.whole: (values[one.whole],) * 2 for one in sums})
    assert close(sums, found, values, "ad", 5) == frozenset()
    assert close(sums, found, values, "ad", 24) == {"a", "d"}  # together they are 23


@settings(deadline=None, max_examples=12)
@given(st.lists(st.lists(st.integers(0, 5), min_size=2, max_size=2), min_size=2, max_size=2))
def test_what_is_close_is_what_every_world_says(rows: list[list[int]]) -> None:
    """The linear programme against every assignment there can be."""
    width = min(map(len, rows))
    one = grid([row[:width] for row in rows])
    hidden = {name for name in one.units if name[0] not in ("row", "column")}
    said = knowledge(one, hidden)
    worlds = possible([(each.whole, each.parts) for each in one.sums], said, hidden, most=40)
    spans = bounds(one.sums, said)
    truly = {name for name, values in worlds.items() if max(values) - min(values) < 5}
    assert close(one.sums, spans, one.values, hidden, 5) == truly - {
        name for name, (low, high) in spans.items() if low == high
    }


def test_a_figure_that_counts_some_groups_gives_a_hidden_one_back() -> None:
    """Health care is hidden beside a small school; but work across sectors is told, and is all the rest."""
    sectors = {"health": 9, "school": 3, "housing": 20, "faith": 30}
    found = [definition("interactions"), definition("interactions_across")]
    counts: Counts = {
        "": {"interactions": {"": Raw(62, None, 0)}, "interactions_across": {"": Raw(53, 62)}},
        "sector": {"interactions": {key: Raw(many, None, 0) for key, many in sectors.items()}},
    }
    told = numbers_of(Held("x", YEAR, counts), found).linked()
    wholes = {unit: names for unit, names in told.units.items() if not unit[1]}
    known = knowledge(replace(told, units=wholes), set())
    one = replace(told, units={unit: names for unit, names in told.units.items() if unit[1]}, known=known)
    alone = frozenset({("interactions", "sector", "health"), ("interactions", "sector", "school")})
    assert {name.key for name in found_out(one, alone)} == {"school"}
    hidden = hidden_units(one)
    assert found_out(one, hidden) == {}
    assert ("interactions", "sector", "school") in hidden


def said(*tests: dict[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(json.dumps(one, sort_keys=True) for one in tests))


@pytest.mark.parametrize(
    ("by", "table", "test", "groups"),
    [
        ("language", "cases accepted_on", {"column": "language", "known": True}, {JANUARY, APRIL}),
        ("language", "cases accepted_on", {"column": "language", "known": False}, {""}),
        ("connection", "connections cases.accepted_on", {"column": "kind", "is": JANUARY}, {JANUARY}),
        (
            "connection",
            "connections cases.accepted_on",
            {"column": "kind", "in": [JANUARY, APRIL]},
            {JANUARY, APRIL},
        ),
        ("topic", "contacts occurred_on", {"terms": "contact_topics", "any": [JANUARY]}, {JANUARY}),
        ("topic", "contacts occurred_on", {"terms": "support_types", "any": [JANUARY]}, None),
        ("month", "contacts occurred_on", {"column": "occurred_on", "known": False}, {""}),
        ("stage", "contacts occurred_on", {"column": "occurred_on", "known": False}, None),
        ("sector", "partners ", {"column": "reach", "is": "inter_sectoral"}, {JANUARY, APRIL}),
        ("score", "partners ", {"column": "reach", "is": "inter_sectoral"}, None),
        ("language", "contacts occurred_on", {"either": [{"column": "language", "known": True}]}, None),
    ],
)
def test_which_groups_a_condition_chooses(by: str, table: str, test: Any, groups: set[str] | None) -> None:
    many = {"": 7, JANUARY: 8, APRIL: 9}
    base = What("rows", (), table)
    names = {key: At("x", by, key, base) for key in many}
    whole = At("x", "", "", base._replace(tests=said(test)))
    numbers = Numbers({names[key]: value for key, value in many.items()}, careful={*names.values()})
    numbers.values[whole] = sum(many[key] for key in groups or ())
    tie(numbers)
    sums = [one.parts for one in numbers.sums if one.whole == whole]
    assert sums == ([tuple(names[key] for key in many if key in groups)] if groups else [])
    assert (names[""] in numbers.careful) is (groups is None or "" not in groups)  # what is missing is told


def test_which_breakdowns_are_decided_together() -> None:
    assert tied_to("month") == tied_to("stage") == (Grouping.MONTH, Grouping.STAGE)
    assert tied_to("site_kind") == (Grouping.SITE, Grouping.SITE_KIND)
    assert tied_to("worker") is None
    assert tied_to("") is None
