"""Send the letters that wait, and try again those that could not go out."""

import datetime as dt

from linkwork.core.viewer import Viewer
from linkwork.exchange import mail


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many letters went out."""
    return mail.deliver_waiting(at, viewer.programme).sent
