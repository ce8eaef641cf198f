"""Hours as people write them: read only when certain."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as some

from linkwork.directory.rules.hours import DAY, half_hours, open_at, parse_hours
from linkwork.directory.rules.kinds import OpenTime
from linkwork.testing.shared import shared_path

pytestmark = pytest.mark.rules
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def at(day, opens, closes):
    return OpenTime(day, round(opens * 60), round(closes * 60))


def weekdays(opens, closes, days=range(5)):
    return tuple(at(day, opens, closes) for day in days)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Monday to Friday 9.00am - 4.30pm", weekdays(9, 16.5)),
        ("Mon–Fri 9am–5pm", weekdays(9, 17)),
        (
            "Monday,Wednesday and Friday 9.30am - 4.30pm Closed Tuesday and Thursday",
            weekdays(9.5, 16.5, (0, 2, 4)),
        ),
        (
            "Monday to Wednesday 11.00am - 3.00pm, Thursday and Friday 12.00pm to 4.00pm",
            (*weekdays(11, 15, range(3)), *weekdays(12, 16, (3, 4))),
        ),
        ("Mon-Tue 09:00-12:00, 13:00-17:00", (at(0, 9, 12), at(0, 13, 17), at(1, 9, 12), at(1, 13, 17))),
        ("Mon: 12 Noon to 4.00pm; Tue: 6.00pm – 2.00am", (at(0, 12, 16), at(1, 18, 26))),
        ("Wed: 8am to midnight", (at(2, 8, 24),)),
        ("Tue 9.30am – 12.00 noon", (at(1, 9.5, 12),)),
        ("Monday: 10:00 am. – 2:00 p.m.", (at(0, 10, 14),)),
        ("- Monday: Closed - Tuesday: 8:30am–4:30pm", (at(1, 8.5, 16.5),)),
        ("Monday: 9am - 5pm\nSaturday: Closed\nPublic Holidays: by arrangement", (at(0, 9, 17),)),
        ("Thursday only: 9:00am–3:30pm", (at(3, 9, 15.5),)),
        ("Sat-Mon 10am-2pm", weekdays(10, 14, (0, 5, 6))),
        ("24 hours", tuple(OpenTime(day, 0, DAY) for day in range(7))),
        ("Daily 24 hours", tuple(OpenTime(day, 0, DAY) for day in range(7))),
        ("Every day 12:00am - 11:59pm", tuple(OpenTime(day, 0, DAY) for day in range(7))),
        ("Wed 19:00-24:00", (at(2, 19, 24),)),
    ],
)
def test_what_is_certain_is_read(text, times):
    assert parse_hours(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "",
        "By appointment",
        "Monday: closed",
        "Monday 9am-5pm by appointment",
        "Every second Monday 9am-5pm",
        "Mon: 9am-11pm (face to face), Phone 24 hours",
        "Mon 10:00-12:00",  # morning or night: nobody says
        "Mon 9-5",
        "Mon 9-5pm",
        "Mon 11 noon to 1pm",
        "Mon 13pm-2pm",
        "Mon 9am-9.75am",
        "Mon 25:00-26:00",
        "Mon 08:00-24:30",
        "Mon: 5pm-9am",  # past midnight into a working day: a slip
        "Mon: 9am-9am",
        "Mon: 12:00 AM - 11:59 AM",
        "Mon: 2pm-4pm, 1pm-3pm",
        "Mon: 1.30 pm and 3.30pm",
        "Mon 9am-5pm, Mon 10am-11am",
        "Mon and Mon 9am-5pm",
        "Sat: Open",
        "Closed Monday, Tuesday 9am-5pm",  # which of them is closed?
    ],
)
def test_what_is_not_certain_stands_as_prose_alone(text):
    assert parse_hours(text) is None


spans = some.tuples(some.integers(1, 47), some.integers(1, 47)).filter(lambda two: two[0] < two[1])
weeks = some.dictionaries(some.integers(0, 6), spans, min_size=1)


def twelve(half):
    hour, minute = divmod(half * 30, 60)
    return f"{(hour - 1) % 12 + 1}.{minute:02}{'am' if hour < 12 else 'pm'}"


@given(weeks)
def test_what_is_written_out_is_read_back(week):
    expected = tuple(OpenTime(day, first * 30, last * 30) for day, (first, last) in sorted(week.items()))
    text = "; ".join(f"{NAMES[day]}: {twelve(first)} – {twelve(last)}" for day, (first, last) in week.items())
    assert parse_hours(text) == expected
    lines = "\n".join(
        f"{NAMES[day][:3]} {twelve(first)} to {twelve(last)}" for day, (first, last) in week.items()
    )
    assert parse_hours(lines) == expected


@given(weeks, some.sampled_from(["by appointment", "(food parcels)", "fortnightly", "Drop in", "till late"]))
def test_one_word_more_and_nothing_is_read(week, word):
    text = "; ".join(f"{NAMES[day]}: {twelve(first)} – {twelve(last)}" for day, (first, last) in week.items())
    assert parse_hours(f"{text} {word}") is None


@given(some.text(max_size=60))
def test_any_text_is_read_or_left(text):
    times = parse_hours(text)
    assert times is None or all(0 <= time.opens < time.closes <= 2 * DAY for time in times)


def half_hours_slowly(times):
    """The twin: minute by minute."""
    week = [0] * 7
    for time in times:
        for minute in range(time.opens, time.closes):
            day, rest = divmod(time.day * DAY + minute, DAY)
            week[day % 7] |= 1 << (rest // 30)
    return tuple(week)


times_of_a_week = some.lists(
    some.builds(
        lambda day, opens, length: OpenTime(day, opens, opens + length),
        some.integers(0, 6),
        some.integers(0, DAY - 1),
        some.integers(1, DAY),
    ),
    max_size=4,
)


@given(times_of_a_week)
def test_half_hours_are_those_of_the_slow_twin(times):
    assert half_hours(times) == half_hours_slowly(times)


def test_open_at_knows_the_day_and_the_half_hour():
    times = (at(1, 10, 12), at(4, 18, 26))
    assert open_at(times, 1, None) == times[0]
    assert open_at(times, 0, None) is None
    assert open_at(times, 1, 11 * 60 + 59) == times[0]
    assert open_at(times, 1, 12 * 60) is None
    assert open_at(times, 5, 60) == times[1]  # Friday's evening runs into Saturday


def test_the_real_lists_are_read_only_where_certain():
    read = {}
    folder = shared_path("data/directories/oasa")
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["hours"]:
                    read[row["id"]] = (row["hours"], parse_hours(row["hours"]))
    known = [text for text, times in read.values() if times is not None]
    left = [text for text, times in read.values() if times is None]
    assert len(known) > len(left) > 20
    doubtful = ("appointment", "fortnightly", "(", "approximate", "Phone", "till late", "Drop in", "11:59 AM")
    assert not [text for text in known if any(word in text for word in doubtful)]
