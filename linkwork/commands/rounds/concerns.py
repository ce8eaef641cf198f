"""Ask the next safeguarding lead where nobody took a concern on in time. It never decides or closes one."""

import datetime as dt

from linkwork.casework import actions
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many concerns were passed on."""
    return actions.pass_on_concerns(by=viewer, at=at)
