"""Visits for tests, made through the actions everybody uses."""

import datetime as dt
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer, system
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, reads

HOUR = dt.timedelta(hours=1)
ADDRESS = "Flat 2, 12 Elm Street"
PHONE = "+447700900123"


def after(minutes: float) -> dt.datetime:
    """So many minutes after noon."""
    return NOON + dt.timedelta(minutes=minutes)


def planned(cast: Cast, by: Viewer | None = None, buddy: Viewer | None = None, **said: Any) -> UUID:
    """A visit from noon for an hour; the other worker is the buddy."""
    values: dict[str, Any] = {
        "address": ADDRESS,
        "about": "A look at the new garden",
        "starts_at": NOON,
        "ends_at": NOON + HOUR,
        "buddy_id": (buddy or cast.other_worker).worker_id,
        "by": by or cast.worker,
        "at": NOON,
    }
    return actions.plan_visit(**values | said)


def round_at(cast: Cast, minutes: float) -> int:
    """What the clock does so many minutes after noon."""
    return look_out(system(cast.programme_id), after(minutes))


def look_out(by: Viewer, at: dt.datetime) -> int:
    """One round: each late visit for itself."""
    late = reads.late_visits(by, at)
    return sum(actions.escalate_visit(visit_id=one, by=by, at=at) for one in late)


def rungs(cast: Cast, visit_id: UUID) -> list[str]:
    """Who has been asked in the newest alarm, in order."""
    alarms = reads.visit(cast.manager, visit_id).alarms
    return [one.rung.value for one in alarms[0].rungs] if alarms else []
