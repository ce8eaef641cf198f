"""When the meetings of a series are, and what becomes of a topic."""

import datetime as dt
from enum import StrEnum

from linkwork.core.text import lines

INVITATION = "partnerships.meeting"  # the kind of its letters
MOST_IN_SERIES = 26


class ItemState(StrEnum):
    """How a topic of a meeting stands."""

    OPEN = "open"
    DONE = "done"
    CARRIED = "carried"


def series_days(first: dt.date, every_weeks: int, times: int) -> list[dt.date]:
    """The days of `times` meetings, `every_weeks` apart. Raises ValueError for fewer than one, or too many."""
    if every_weeks < 1 or not 1 <= times <= MOST_IN_SERIES:
        raise ValueError("A series has 1 to 26 meetings, at least a week apart.")
    return [first + dt.timedelta(weeks=every_weeks * place) for place in range(times)]


def topics(text: str) -> list[str]:
    """One topic a line, empty lines left out."""
    return list(lines(text))
