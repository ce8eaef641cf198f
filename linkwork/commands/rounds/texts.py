"""Send the text messages that wait about visits made alone, and try again those that could not go out."""

import datetime as dt

from linkwork.core.viewer import Viewer
from linkwork.exchange import sms


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many went out."""
    return sms.send_waiting(viewer, at)
