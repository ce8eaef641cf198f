"""How long has something been waiting, and what is due by the clock?"""

import datetime as dt

from linkwork.connections.rules.states import State


def days_waiting(since: dt.date | None, today: dt.date) -> int:
    """Whole days since the partner was last asked; 0 for something not sent."""
    return max(0, (today - since).days) if since else 0


def is_silent(state: State, asked_on: dt.date | None, today: dt.date, chase_after_days: int) -> bool:
    """Whether the partner was asked at least `chase_after_days` ago and has not said yes or no."""
    unanswered = state in {State.SENT, State.RECEIVED}
    return unanswered and asked_on is not None and days_waiting(asked_on, today) >= chase_after_days


def chase_is_due(
    state: State, asked_on: dt.date | None, today: dt.date, *, after_days: int, chased: int, times: int
) -> bool:
    """Whether a silent partner is to be asked again by itself: not more than `times`, after that somebody calls."""
    return chased < times and is_silent(state, asked_on, today, after_days)


def is_working_time(local: dt.datetime) -> bool:
    """Whether a letter that nobody asked for just now may go out: Monday to Friday, 8 to 18 o'clock local time."""
    return local.weekday() < 5 and 8 <= local.hour < 18


def follow_up_day(
    state: State, sent_on: dt.date | None, starts_on: dt.date | None, after_days: int
) -> dt.date | None:
    """The day from which to ask the person how it went; None before a partner said yes, and after the end."""
    if state not in {State.ACCEPTED, State.WAITING, State.STARTED}:
        return None
    begun = starts_on or sent_on
    return begun + dt.timedelta(days=after_days) if begun else None
