"""In which states can a lone visit and its alarm be, who may move them, and who is asked after how many minutes?

A clock only ever asks the next one: it never ends a visit, and never says that somebody is safe.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from linkwork.core.errors import IllegalStep, NotAllowed, sentence

ASK_LETTER = "workforce.visit_ask"  # to the visitor; the others go to whoever looks for them
LATE_LETTER = "workforce.visit_late"
UNSAFE_LETTER = "workforce.not_safe"
LONGEST = dt.timedelta(hours=12)  # a typing error must not silence the ladder for a day
MOST_MINUTES = 240  # that may be added at once


class VisitState(StrEnum):
    """Where a visit stands."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    ENDED = "ended"
    CANCELLED = "cancelled"


class AlarmState(StrEnum):
    """Where an alarm stands."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"  # somebody has reached them
    RESOLVED = "resolved"


class AlarmKind(StrEnum):
    """Why there is one."""

    LATE = "late"  # nothing was heard at the expected end
    UNSAFE = "unsafe"  # they said so themselves


class Rung(StrEnum):
    """Who is asked, one after the other."""

    WORKER = "worker"  # are you all right?
    BUDDY = "buddy"
    MANAGER = "manager"
    SECOND = "second"
    EMERGENCY = "emergency"  # all of them, with the programme's words on what to do


class Part(StrEnum):
    """What somebody is to a visit."""

    VISITOR = "visitor"
    WATCHER = "watcher"  # the buddy, whoever the ladder names, every manager


S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True)
class Steps(Generic[S]):
    """From which state to which, and whose step it is."""

    table: Mapping[tuple[S, S], frozenset[Part]]

    def check(self, now: S, to: S, parts: Collection[Part]) -> None:
        """Raise IllegalStep where the table has no such step, NotAllowed where it is not theirs."""
        owners = self.table.get((now, to))
        if owners is None:
            raise IllegalStep(sentence("This visit cannot take that step now."))
        if not owners.intersection(parts):
            raise NotAllowed(sentence("This step is not yours to take."))


V, A = VisitState, AlarmState
OWN, WATCH = frozenset({Part.VISITOR}), frozenset({Part.WATCHER})
VISIT = Steps(
    {
        (V.PLANNED, V.UNDER_WAY): OWN,
        (V.PLANNED, V.ENDED): OWN | WATCH,  # nobody checked in, but they are safely out
        (V.PLANNED, V.CANCELLED): OWN | WATCH,
        (V.UNDER_WAY, V.ENDED): OWN | WATCH,  # a watcher only by resolving an alarm
    }
)
ALARM = Steps(
    {
        (A.RAISED, A.ACKNOWLEDGED): WATCH,
        (A.RAISED, A.RESOLVED): OWN,  # a late one, by checking out or asking for more time
        (A.ACKNOWLEDGED, A.RESOLVED): OWN | WATCH,
    }
)
OPEN = (VisitState.PLANNED, VisitState.UNDER_WAY)
RUNNING = (AlarmState.RAISED, AlarmState.ACKNOWLEDGED)


@dataclass(frozen=True)
class Ladder:
    """After how many minutes past the expected end each is asked. `manager` and `second` None: every manager.

    `words` say what to do when nobody has reached them ("Call 999 and give the address").
    """

    worker_after: int = 0
    buddy_after: int = 10
    manager_after: int = 20
    second_after: int = 30
    emergency_after: int = 45
    manager: UUID | None = None
    second: UUID | None = None
    words: str = ""

    def minutes(self) -> dict[Rung, int]:
        """Minutes late by rung, in the order in which they are asked."""
        return {
            Rung.WORKER: self.worker_after,
            Rung.BUDDY: self.buddy_after,
            Rung.MANAGER: self.manager_after,
            Rung.SECOND: self.second_after,
            Rung.EMERGENCY: self.emergency_after,
        }


def is_in_order(ladder: Ladder) -> bool:
    """Whether nobody is asked before the one below them."""
    minutes = list(ladder.minutes().values())
    return minutes == sorted(minutes) and minutes[0] >= 0


def rungs_due(ladder: Ladder, ends_at: dt.datetime, at: dt.datetime) -> list[Rung]:
    """Every rung whose time has come, in order; none before the expected end."""
    return [
        rung
        for rung, minutes in ladder.minutes().items()
        if at > ends_at and at >= ends_at + dt.timedelta(minutes=minutes)
    ]


NOT_SAFE = (Rung.BUDDY, Rung.MANAGER, Rung.SECOND, Rung.EMERGENCY)  # all at once


def asked_on(rung: Rung, ladder: Ladder, worker_id: UUID, buddy_id: UUID | None) -> UUID | None:
    """Whom the rung asks by name; None for every manager. Nobody is asked to look for themselves but the first."""
    named = {
        Rung.WORKER: worker_id,
        Rung.BUDDY: buddy_id,
        Rung.MANAGER: ladder.manager,
        Rung.SECOND: ladder.second,
        Rung.EMERGENCY: None,
    }[rung]
    return named if rung is Rung.WORKER or named != worker_id else None


def more_time(ends_at: dt.datetime, at: dt.datetime, minutes: int) -> dt.datetime:
    """The new expected end: counted from now once the old one has passed."""
    return max(ends_at, at) + dt.timedelta(minutes=minutes)


def minutes_to_reach(raised_at: dt.datetime, reached_at: dt.datetime | None) -> int | None:
    """Whole minutes from the alarm until somebody had reached them; None while or where nobody has."""
    return None if reached_at is None else max(int((reached_at - raised_at).total_seconds() // 60), 0)
