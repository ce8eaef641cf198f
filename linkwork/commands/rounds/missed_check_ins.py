"""Ask who is next on the ladder where nothing was heard of a visit made alone. It ends no visit for anybody."""

import datetime as dt

from linkwork.commands.one_by_one import one_by_one
from linkwork.core.viewer import Viewer
from linkwork.workforce import actions, reads


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many were asked now."""
    late = reads.late_visits(viewer, at)
    return one_by_one(late, lambda one: actions.escalate_visit(visit_id=one, by=viewer, at=at))
