"""When a service is open, in few words."""

import datetime as dt

import pytest
from django.utils import timezone

from linkwork.directory import actions, reads
from linkwork.directory.rules.kinds import Status
from linkwork.testing.cast import NOON, Cast
from linkwork.web.find.opening import opening_said

TUESDAY = dt.date(2026, 3, 10)


def said(cast: Cast, hours: str, clock: str, status: Status = Status.ACTIVE) -> str:
    key = actions.add_service(name="Café", hours_text=hours, by=cast.manager, at=NOON)
    if status is not Status.ACTIVE:
        actions.set_status(service_id=key, status=status, by=cast.manager, at=NOON)
    at = timezone.make_aware(dt.datetime.combine(TUESDAY, dt.time.fromisoformat(clock)))
    return opening_said(reads.service(cast.worker, key, TUESDAY), at)


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("09:00", "Today 10:00–12:00, and 1 more day"),
        ("10:30", "Open now, until 12:00, and 1 more day"),
        ("12:00", "Thursday 13:00–16:30, and 1 more day"),
    ],
)
def test_the_next_time_comes_first(cast, clock, words):
    assert said(cast, "Tuesday 10am to 12 noon; Thursday 1pm to 4.30pm", clock) == words


def test_a_week_of_one_day(cast):
    assert said(cast, "Tuesday 10am to 12 noon", "13:00") == "Tuesday 10:00–12:00"
    assert said(cast, "Wednesday 10am to 12 noon", "13:00") == "Tomorrow 10:00–12:00"


def test_all_week(cast):
    assert said(cast, "24/7", "13:00") == "Open day and night"


def test_hours_that_are_not_certain_stay_the_providers_words(cast):
    assert said(cast, "Drop in,\nTuesdays after school", "13:00") == "Drop in, Tuesdays after school"
    assert said(cast, "", "13:00") == ""


def test_what_is_closed_is_not_open(cast):
    assert said(cast, "Tuesday 10am to 12 noon", "09:00", Status.TEMPORARILY_CLOSED) == ""
