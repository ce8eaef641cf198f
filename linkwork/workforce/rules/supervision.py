"""How long a worker has gone without supervision, and when that is too long."""

import datetime as dt
from enum import StrEnum

TOO_LONG = dt.timedelta(weeks=6)


class SupervisionKind(StrEnum):
    """With whom work is talked over, and why."""

    MANAGERIAL = "managerial"
    CLINICAL = "clinical"
    PEER = "peer"


def gap_since(last_on: dt.date | None, since: dt.date, today: dt.date) -> dt.timedelta:
    """How long nobody has talked a worker's work over with them; from their first day where nobody ever has."""
    return max(today - (last_on or since), dt.timedelta())


def is_too_long(gap: dt.timedelta) -> bool:
    """Whether it is longer than six weeks."""
    return gap > TOO_LONG
