"""Which extracts may leave beside each other: one inside the other, or nothing in common."""

import datetime as dt

import pytest

from linkwork.extracts.rules.regions import Region, region_of

pytestmark = pytest.mark.rules
SPRING, SUMMER = (dt.date(2026, 3, 1), dt.date(2026, 5, 31)), (dt.date(2026, 5, 1), dt.date(2026, 8, 31))


def test_answers_of_staff_and_the_record_have_nothing_in_common() -> None:
    record, staff = Region(*SPRING), Region(*SUMMER, of_staff=True)
    assert record.apart(staff)
    assert record.clear_of(staff)
    assert not Region(*SPRING, of_staff=True).inside(Region(*SPRING))
    assert not record.clear_of(Region(*SUMMER))
    assert Region(*SPRING, of_staff=True).inside(Region(*SPRING, of_staff=True))


def test_what_an_extract_is_of() -> None:
    taken = dt.date(2026, 4, 2)
    assert region_of({}, taken, "survey") == Region(dt.date.min, taken, of_staff=True)
    assert region_of({"since": "2026-03-01"}, taken, "log") == Region(dt.date(2026, 3, 1), taken)
    assert not Region(*SPRING, site_kind="home").clear_of(Region(*SUMMER))
    assert Region(*SPRING, site_kind="home").clear_of(Region(*SUMMER, site_kind="venue"))
