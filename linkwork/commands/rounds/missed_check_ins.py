"""Ask who is next on the ladder where nothing was heard of a visit made alone. It ends no visit for anybody."""

import datetime as dt

from linkwork.core.viewer import Viewer
from linkwork.workforce import actions


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many were asked now."""
    return actions.escalate_visits(by=viewer, at=at)
