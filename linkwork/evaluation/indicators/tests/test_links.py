"""How numbers hang together: months in quarters, extracts inside others, a record put right in between."""

import datetime as dt

import pytest

from linkwork.evaluation.indicators.rules.hiding import exposed_numbers, hidden_units
from linkwork.evaluation.indicators.rules.links import together
from linkwork.evaluation.indicators.rules.numbers import Counts, Held
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.evaluation.indicators.rules.within import numbers_of
from linkwork.extracts.rules.regions import Region, region_of
from linkwork.instruments.indicators import definition

pytestmark = pytest.mark.rules
YEAR = Region(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
SPRING = Region(dt.date(2025, 1, 1), dt.date(2025, 6, 30))
AUTUMN = Region(dt.date(2025, 7, 1), dt.date(2025, 12, 24))
FOUND = [definition("contacts"), definition("first_share")]


def held(name: str, region: Region, whole: int, **modes: int) -> Held:
    counts: Counts = {
        "": {"contacts": {"": Raw(whole, None, 0)}},
        "mode": {"contacts": {mode: Raw(count, None, 0) for mode, count in modes.items()}},
    }
    return Held(name, region, counts)


def test_months_are_parts_of_quarters_and_years() -> None:
    counts: Counts = {
        "": {"contacts": {"": Raw(30)}},
        "month": {"contacts": {"2025-02": Raw(10), "2025-03": Raw(12), "2025-04": Raw(8)}},
        "quarter": {"contacts": {"2025-Q1": Raw(22), "2025-Q2": Raw(8)}},
        "year": {"contacts": {"2025": Raw(30)}},
    }
    numbers = numbers_of(Held("x", YEAR, counts), FOUND)
    sizes = sorted(len(one.parts) for one in numbers.sums)
    assert sizes == [1, 1, 2, 2, 3, 3]  # year of months, a quarter of one month, whole of a year, …


def test_what_two_extracts_leave_of_a_third_is_not_given_away() -> None:
    year = held("year", YEAR, 100, met=60, phone=40)
    spring, autumn = (
        held("spring", SPRING, 50, met=30, phone=20),
        held("autumn", AUTUMN, 47, met=28, phone=19),
    )
    linked, forced = together(year, [spring, autumn], FOUND, 5)
    assert not forced
    hidden = hidden_units(linked)
    assert ("contacts", "", "") in hidden  # three contacts lie between
    assert not exposed_numbers(linked, hidden)
    alone, _forced = together(year, [spring], FOUND, 5)
    assert hidden_units(alone) == frozenset()


def test_a_number_that_fell_a_little_is_hidden() -> None:
    before = held("before", SPRING, 50, met=30, phone=20)
    after = held("after", YEAR, 48, met=28, phone=20)
    _linked, forced = together(after, [before], FOUND, 5)
    assert forced == {("contacts", "", ""), ("contacts", "mode", "met")}
    much = held("much", YEAR, 30, met=10, phone=20)
    assert together(much, [before], FOUND, 5)[1] == frozenset()


def test_a_group_that_came_later_is_nought_before() -> None:
    before, after = held("before", SPRING, 50, met=50), held("after", YEAR, 53, met=50, video=3)
    linked, _forced = together(after, [before], FOUND, 5)
    assert {("contacts", "mode", "video"), ("contacts", "", "")} <= hidden_units(linked)


def test_regions() -> None:
    home = Region(SPRING.since, SPRING.until, "home")
    venue = Region(SPRING.since, SPRING.until, "venue")
    late = Region(dt.date(2025, 5, 1), dt.date(2026, 1, 31))
    assert SPRING.inside(YEAR)
    assert home.inside(SPRING)
    assert not SPRING.inside(home)
    assert home.apart(venue)
    assert SPRING.apart(AUTUMN)
    assert YEAR.clear_of(SPRING)
    assert SPRING.clear_of(YEAR)
    assert SPRING.clear_of(AUTUMN)
    assert not SPRING.clear_of(late)
    assert region_of({}, dt.date(2025, 6, 30)) == Region(dt.date.min, dt.date(2025, 6, 30))
    until = region_of({"until": "2030-01-01", "site_kind": "home"}, dt.date(2025, 6, 30)).until
    assert until == dt.date(2025, 6, 30)


def test_people_of_two_periods_may_be_the_same_and_are_not_taken_off_together() -> None:
    found = [definition("people_reached"), definition("contacts")]

    def people(name: str, region: Region, count: int) -> Held:
        return Held(name, region, {"": {"people_reached": {"": Raw(count)}, "contacts": {"": Raw()}}})

    year, spring, autumn = (
        people("year", YEAR, 30),
        people("spring", SPRING, 20),
        people("autumn", AUTUMN, 20),
    )
    linked, forced = together(year, [spring, autumn], found, 5)
    assert not forced
    between = [name.extract for name in linked.careful if "without" in name.extract]
    assert sorted(between) == ["year without autumn", "year without spring"]
    later = people("later", Region(dt.date(2025, 12, 25), dt.date(2025, 12, 31)), 6)
    linked, _forced = together(later, [year, spring], found, 5)
    assert sorted(name.extract for name in linked.careful if "without" in name.extract) == [
        "year without later"
    ]
