"""Days as people say them, in English and in French."""

import datetime as dt

import pytest
from django.utils import translation

from linkwork.web.shared.days import ago_said, date_said, date_short, day_said, local_day, time_said

pytestmark = pytest.mark.rules
TODAY = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    ("days", "said", "short"),
    [
        (0, "today", "today"),
        (1, "tomorrow", "tomorrow"),
        (-1, "yesterday", "yesterday"),
        (-9, "3 March", "3 Mar"),
        (-90, "12 December 2025", "12 Dec 2025"),
    ],
)
def test_days(days: int, said: str, short: str) -> None:
    day = TODAY + dt.timedelta(days=days)
    assert (day_said(day, TODAY), date_short(day, TODAY)) == (said, short)


@pytest.mark.parametrize(("days", "said"), [(0, "today"), (5, "5 days ago"), (14, "2 weeks ago")])
def test_how_long_ago(days: int, said: str) -> None:
    assert ago_said(TODAY - dt.timedelta(days=days), TODAY) == said


def test_another_language_says_it_its_own_way() -> None:
    with translation.override("fr"):
        assert date_said(TODAY) == "12 mars 2026"
        assert date_short(dt.date(2026, 11, 20), TODAY) == "20 nov"


def test_the_day_and_the_time_here() -> None:
    summer = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)  # London is an hour ahead
    assert local_day(summer) == dt.date(2026, 7, 1)
    assert time_said(summer) == "00:30"
