"""Stages of a programme, its words and its limits; and what becomes of a letter."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# Everybody in a demonstration is invented, and so is what their logins open.
DEMONSTRATION_PASSWORD = "community-link-work"
QUIET_AFTER_WEEKS = 8  # without a contact, unless the programme says otherwise


class Stage(StrEnum):
    """The time points of an implementation story (PCCBSS study protocol, DOI 10.3310/nihropenres.13494.2)."""

    INITIATION = "initiation"
    OPERATION = "operation"
    MAINTENANCE = "maintenance"


class Model(StrEnum):
    """The three kinds of programme the founding papers describe."""

    LINK_WORK = "link_work"
    PEER_SUPPORT = "peer_support"
    OUTREACH = "outreach"


class SiteKind(StrEnum):
    """Where a programme works."""

    PRACTICE = "practice"
    OFFICE = "office"
    VENUE = "venue"
    HOME = "home"
    REMOTE = "remote"


class LetterState(StrEnum):
    """Where an outgoing letter stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    STOPPED = "stopped"  # nothing to say any more, or it must not be said


MOST_TRIES = 5
_WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (5, 30, 120, 720))


def wait_before_next_try(tries: int) -> dt.timedelta:
    """How long a letter rests after its `tries`-th try: 5 minutes, half an hour, two hours, then twelve."""
    return _WAITS[min(max(tries, 1), len(_WAITS)) - 1]


@dataclass(frozen=True)
class StageSpan:
    """One stage with its first day. It lasts until the next one starts."""

    stage: Stage
    starts_on: dt.date


def stage_on(spans: Sequence[StageSpan], day: dt.date) -> Stage | None:
    """The stage the programme was in on `day`; None before the first."""
    begun = [span for span in spans if span.starts_on <= day]
    return max(begun, key=lambda span: span.starts_on).stage if begun else None


def stages_in_order(spans: Sequence[StageSpan]) -> bool:
    """Whether stages follow each other as they must: initiation, operation, maintenance, on later and later days."""
    ordered = sorted(spans, key=lambda span: span.starts_on)
    names = [span.stage for span in ordered]
    days = {span.starts_on for span in spans}
    return names == [stage for stage in Stage if stage in names] and len(days) == len(spans)
