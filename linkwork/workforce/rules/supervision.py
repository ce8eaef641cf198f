"""How long a worker has gone without supervision, when that is too long, and who reads what was said."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

USUAL_WEEKS = 6
MOST_WEEKS = 104
ASKED_FOR = dt.timedelta(days=60)  # how long the other of the two is asked whether it was so
WELLBEING = range(1, 6)  # from "very badly" to "very well"


class SupervisionKind(StrEnum):
    """With whom work is talked over, and why."""

    MANAGERIAL = "managerial"
    CLINICAL = "clinical"
    PEER = "peer"
    GROUP = "group"


@dataclass(frozen=True)
class Intervals:
    """After how many weeks a worker should have talked their work over: with anybody, and by kind where it is asked.

    A kind that `kinds` does not name is never missed.
    """

    anybody: int = USUAL_WEEKS
    kinds: Mapping[SupervisionKind, int] | None = None

    def of(self, kind: SupervisionKind) -> int | None:
        """The weeks for one kind; None where the programme does not ask for it."""
        return (self.kinds or {}).get(kind)


def gap_since(last_on: dt.date | None, since: dt.date, today: dt.date) -> dt.timedelta:
    """How long nobody has talked a worker's work over with them; from their first day where nobody ever has."""
    return max(today - (last_on or since), dt.timedelta())


def is_too_long(gap: dt.timedelta, weeks: int = USUAL_WEEKS) -> bool:
    """Whether it is longer than the programme's interval."""
    return gap > dt.timedelta(weeks=weeks)


def missing_kinds(
    last: Mapping[SupervisionKind, dt.date | None], since: dt.date, today: dt.date, intervals: Intervals
) -> tuple[SupervisionKind, ...]:
    """The kinds the programme asks for by themselves and that are overdue, in the order of the kinds."""
    return tuple(
        kind
        for kind in SupervisionKind
        if (weeks := intervals.of(kind)) is not None
        and is_too_long(gap_since(last.get(kind), since, today), weeks)
    )


def newest(days: Mapping[SupervisionKind, dt.date | None]) -> dt.date | None:
    """The last of these days; None where there is none."""
    return max((day for day in days.values() if day is not None), default=None)


def is_of(worker_id: UUID, partner_id: UUID | None, viewer_id: UUID | None) -> bool:
    """Whether the viewer is one of the two who talked: only they read what was agreed and how the worker is."""
    return viewer_id is not None and viewer_id in (worker_id, partner_id)
