"""Ask silent partners again, as often as the programme says; after that a worker is asked to call."""

import datetime as dt

from linkwork.commands.one_by_one import one_by_one
from linkwork.connections import actions, reads
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many partners were asked again."""
    found = reads.to_chase(viewer, at)
    return one_by_one(found, lambda one: actions.chase_if_silent(connection_id=one, by=viewer, at=at))
