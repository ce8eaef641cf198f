"""Months in a row, with those in which nothing was counted, and where a day lies among them."""

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils.formats import date_format

from linkwork.evaluation.indicators.reads import Figure, GroupValue


def months_of(figure: Figure) -> list[tuple[dt.date, GroupValue | None]]:
    """Every month from the first to the last that has something, with its group or None."""
    groups = {dt.date.fromisoformat(f"{group.key}-01"): group for group in figure.groups if group.key}
    return [(month, groups.get(month)) for month in row_of(groups)]


def row_of(months: Iterable[dt.date]) -> list[dt.date]:
    """From the earliest month to the latest, none left out."""
    known = sorted(months)
    if not known:
        return []
    first, last = _number(known[0]), _number(known[-1])
    return [dt.date(n // 12, n % 12 + 1, 1) for n in range(first, last + 1)]


def place_of(day: dt.date, months: Sequence[dt.date]) -> float:
    """Where a day lies among months of equal room: 0 at the first day of the first, 0.5 in its middle."""
    length = calendar.monthrange(day.year, day.month)[1]
    return _number(day) - _number(months[0]) + (day.day - 1) / length


def short(month: dt.date) -> str:
    """A month as it stands under a picture: "3/26"."""
    return str(date_format(month, "n/y"))


def long(month: dt.date) -> str:
    """A month in a sentence: "March 2026"."""
    return str(date_format(month, "F Y"))


def _number(month: dt.date) -> int:
    return month.year * 12 + month.month - 1
