"""Ask the next safeguarding lead where nobody took a concern on in time. It never decides or closes one."""

import datetime as dt

from linkwork.casework import actions, reads
from linkwork.commands.one_by_one import one_by_one
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many concerns were passed on."""
    late = reads.late_concerns(viewer, at)
    return one_by_one(late, lambda one: actions.pass_on_concern(concern_id=one, by=viewer, at=at))
