"""When is the next contact with somebody due?

Nobody types it: it follows from the day support began, how urgent it was, the last contact, the programme's pace, and
what was agreed with the person. A working day is Monday to Friday; public holidays are not known here.
"""

import datetime as dt
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
SATURDAY = 5
# How often a person can be seen, in weeks.
INTERVALS = (1, 2, 3, 4, 6, 8, 12)


@dataclass(frozen=True)
class Pace:
    """A programme's rule: working days to the first contact, then weeks between contacts, early on and later."""

    first_within: int = 5
    urgent_within: int = 2
    early_weeks: int = 4
    early_every: int = 1
    later_every: int = 3


@dataclass(frozen=True)
class Own:
    """What was agreed with one person. `weekday` 0 is Monday; nothing is due before `pause_until`."""

    every_weeks: int | None = None
    weekday: int | None = None
    pause_until: dt.date | None = None


AS_USUAL = Own()


def working_days_after(day: dt.date, count: int) -> dt.date:
    """The day `count` working days after `day`; a weekend day itself counts as none."""
    while count > 0:
        day += DAY
        count -= day.weekday() < SATURDAY
    return day


def due_on(pace: Pace, own: Own, opened_on: dt.date, urgent: bool, last_on: dt.date | None) -> dt.date:
    """The day by which the person should hear from us next.

    Whether the gap is the early or the later one is decided by the day of the last contact, so that time alone
    never turns a late contact into one that is not due.
    """
    if last_on is None:
        day = working_days_after(opened_on, pace.urgent_within if urgent else pace.first_within)
    else:
        day = last_on + dt.timedelta(weeks=own.every_weeks or _usual_gap(pace, opened_on, last_on))
    if own.pause_until is not None:
        day = max(day, own.pause_until)
    if own.weekday is not None:
        day += DAY * ((own.weekday - day.weekday()) % 7)
    return day


def _usual_gap(pace: Pace, opened_on: dt.date, last_on: dt.date) -> int:
    return pace.early_every if is_early(pace, opened_on, last_on) else pace.later_every


def is_early(pace: Pace, opened_on: dt.date, day: dt.date) -> bool:
    """Whether `day` is in the person's first weeks."""
    return day < opened_on + dt.timedelta(weeks=pace.early_weeks)
