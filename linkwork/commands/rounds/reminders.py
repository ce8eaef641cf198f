"""Remind people of their appointments by e-mail, where they want that; for anybody else a worker is asked to."""

import datetime as dt

from linkwork.connections import actions, reads
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many people were reminded."""
    found = reads.to_remind(viewer, at)
    return sum(actions.remind(appointment_id=one, by=viewer, at=at) for one in found)
