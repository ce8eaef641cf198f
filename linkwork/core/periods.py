"""Spans of days and months, first and last day both counted."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both counted; an `end` of None is still running."""

    start: dt.date
    end: dt.date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start}).")

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def months(self, today: dt.date) -> Iterator[dt.date]:
        """The first day of each month the period touches, up to `today` where it is still running."""
        month = self.start.replace(day=1)
        last = self.end or today
        while month <= last:
            yield month
            month = (month + dt.timedelta(days=32)).replace(day=1)
