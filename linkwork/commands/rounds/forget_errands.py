"""Forgets what was asked for and ended some days ago, and its files."""

import datetime as dt

from linkwork.core.viewer import Viewer
from linkwork.errands import actions


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many were forgotten."""
    return actions.forget_old(by=viewer, at=at)
