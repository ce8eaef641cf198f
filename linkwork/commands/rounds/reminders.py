"""Remind people of their appointments by e-mail, where they want that; for anybody else a worker is asked to."""

import datetime as dt

from linkwork.commands.one_by_one import one_by_one
from linkwork.connections import actions, reads
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many people were reminded."""
    found = reads.to_remind(viewer, at)
    return one_by_one(found, lambda one: actions.remind(appointment_id=one, by=viewer, at=at))
