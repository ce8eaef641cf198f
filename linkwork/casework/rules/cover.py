"""Who looks after whose people today?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Away:
    """A worker is away from one day to another, both counted, and somebody covers. `cover_id` None: nobody yet."""

    worker_id: UUID
    cover_id: UUID | None
    starts_on: dt.date
    ends_on: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def meets(self, other: "Away") -> bool:
        """Whether the two share a day."""
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on


def covered_by(absences: Iterable[Away], worker_id: UUID, day: dt.date) -> frozenset[UUID]:
    """The workers whose people `worker_id` looks after on `day`, beside their own. Computed, so it ends by itself."""
    return frozenset(away.worker_id for away in absences if away.cover_id == worker_id and day in away)
