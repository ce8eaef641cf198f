"""At which level something is asked for, how an effort moves on, and when to try again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

TRY_AGAIN_AFTER = dt.timedelta(weeks=3)


class Level(StrEnum):
    """The three levels of advocacy, DOI 10.1097/NCM.0b013e3181b5de1c."""

    INDIVIDUAL = "individual"
    ORGANISATIONAL = "organisational"
    COMMUNITY = "community"


class ForWhom(StrEnum):
    """Who would gain: one case, a group of people, or everybody in an area."""

    CASE = "case"
    GROUP = "group"
    AREA = "area"


class Obstacle(StrEnum):
    """What stands in the way, after the influences named in DOI 10.1097/NCM.0b013e3181b5de1c."""

    SETTING = "setting"
    EXPERTISE = "expertise"
    POWER = "power"
    OTHER = "other"


class AdvocacyState(StrEnum):
    """How an advocacy action stands."""

    OPEN = "open"
    WON = "won"
    PARTLY = "partly"
    LOST = "lost"
    DROPPED = "dropped"


# What is not fully won may be taken up again: being persistent is the work.
ADVOCACY_STEPS: Mapping[AdvocacyState, frozenset[AdvocacyState]] = {
    AdvocacyState.OPEN: frozenset(
        {AdvocacyState.WON, AdvocacyState.PARTLY, AdvocacyState.LOST, AdvocacyState.DROPPED}
    ),
    AdvocacyState.WON: frozenset(),
    AdvocacyState.PARTLY: frozenset({AdvocacyState.OPEN}),
    AdvocacyState.LOST: frozenset({AdvocacyState.OPEN}),
    AdvocacyState.DROPPED: frozenset({AdvocacyState.OPEN}),
}


class Method(StrEnum):
    """How an attempt was made."""

    CALL = "call"
    MESSAGE = "message"
    LETTER = "letter"
    MEETING = "meeting"
    WENT_ALONG = "went_along"
    TESTIMONY = "testimony"


@dataclass(frozen=True)
class Tried:
    """What the next step depends on: when an attempt was made, and for when the next one was planned."""

    made_on: dt.date
    next_on: dt.date | None


def next_attempt_on(opened_on: dt.date, attempts: Sequence[Tried]) -> dt.date:
    """The day the next attempt is due: as planned, or three weeks after the last; at once where there was none.

    `attempts` in order of their number.
    """
    if not attempts:
        return opened_on
    last = attempts[-1]
    return last.next_on or last.made_on + TRY_AGAIN_AFTER
