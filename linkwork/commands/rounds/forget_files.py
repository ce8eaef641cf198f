"""Forgets files from elsewhere that were brought in half a day ago and still wait on their way."""

import datetime as dt

from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets.waiting import LONGEST, forget_old


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many were forgotten, of whichever programme."""
    return forget_old(at - LONGEST)
