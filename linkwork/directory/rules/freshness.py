"""How fresh is an entry?

Hiding what is not fresh would empty most directories (of one real page of 50, 42 entries were older than three
months), so entries are graded and never hidden.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

FRESH_DAYS = 92  # three months, the guidance of Open Referral UK
AGEING_DAYS = 365


class FreshnessState(StrEnum):
    """From checked lately to never checked."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"
    NEVER = "never"


@dataclass(frozen=True)
class Freshness:
    """`on`: the day somebody last found the entry right; `how` they knew. `doubt`: what seemed wrong since."""

    state: FreshnessState
    on: dt.date | None
    how: str = ""
    doubt: str = ""


def state_on(checked_on: dt.date | None, today: dt.date) -> FreshnessState:
    """The grade of an entry last checked on `checked_on`, as of `today`. A limit counts as the better grade."""
    if checked_on is None:
        return FreshnessState.NEVER
    age = (today - checked_on).days
    if age <= FRESH_DAYS:
        return FreshnessState.FRESH
    return FreshnessState.AGEING if age <= AGEING_DAYS else FreshnessState.STALE


def limits(today: dt.date) -> tuple[dt.date, dt.date]:
    """The earliest days that still count as fresh and as ageing: what a database compares with."""
    return today - dt.timedelta(days=FRESH_DAYS), today - dt.timedelta(days=AGEING_DAYS)
