"""How exactly do days leave, and what can no longer be told where they leave less exactly?

Three ways, asked for when an extract is taken (`core.days`):

  exact    as they were
  month    the first of their month
  shifted  moved back by 1 to 52 whole weeks, the same for all days of one person, so that what lies between two of
           them stays right, and so does the day of the week. How many weeks follows from the key and the person alone.
           After "shift and truncate": Hripcsak et al. 2016, J Am Med Inform Assoc 23(6):1040, DOI 10.1093/jamia/ocw001

Only days about a person (class "personal") are changed; where nobody is known whose day it is, it is kept to the month
instead of shifted. Ids that lead to a row with an exact day (`Column.tells_day`) then stay behind.
"""

import datetime as dt
import hmac
from collections.abc import Sequence
from enum import StrEnum

from linkwork.core.days import Days
from linkwork.core.facts import PERSON, Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.extracts.rules.pseudonyms import pseudonym

WEEKS = 52  # the longest shift; backwards, so that no day comes to lie after the extract was taken


class Lost(StrEnum):
    """What an extract can no longer tell."""

    ORDER = "order"  # which of two contacts came first
    CALENDAR = "calendar"  # in which month something happened
    WITHIN_MONTH = "within_month"  # on which day of a month, so on which side of a stage's first day
    BEGINNING = "beginning"  # whether there was something before


def days_of(table: FactTable, column: Column, asked: Days) -> Days | None:
    """How exactly the days of one column leave; None where they are no days."""
    if column.kind is not ColumnKind.DAY:
        return None
    if column.days is not None:
        return column.days
    if column.privacy is not PrivacyClass.PERSONAL:
        return Days.EXACT
    if asked is Days.SHIFTED and PERSON not in [one.name for one in table.columns]:
        return Days.MONTH
    return asked


def stays_behind(column: Column, asked: Days) -> bool:
    """Whether an id is left empty, because it leads to an exact day."""
    return column.tells_day and asked is not Days.EXACT


def weeks_back(key: bytes, person: object) -> int:
    """By how many weeks the days of a person are moved back: 1 to 52, from the key and the person's id alone."""
    mark = str(pseudonym(key, person))
    return 1 + int.from_bytes(hmac.digest(key, b"weeks:" + mark.encode(), "sha256")[:8], "big") % WEEKS


def to_month(day: dt.date | None) -> dt.date | None:
    """The first of its month."""
    return day and day.replace(day=1)


def moved(days: Sequence[dt.date | None], back: Sequence[int | None]) -> list[dt.date | None]:
    """Each day moved back by its weeks; missing where nobody is known whose day it is."""
    return [
        day - dt.timedelta(weeks=weeks) if day and weeks else None
        for day, weeks in zip(days, back, strict=True)
    ]


def lost(days: str, cut: bool) -> frozenset[Lost]:
    """What an extract with such days cannot tell; `cut` where it holds only a part of the record."""
    found = {
        Days.MONTH: {Lost.ORDER, Lost.WITHIN_MONTH},
        Days.SHIFTED: {Lost.CALENDAR, Lost.WITHIN_MONTH},
    }.get(Days(days), set())
    return frozenset(found | ({Lost.BEGINNING} if cut else set()))
