"""Brings referrals nobody answered in time before the manager the programme named, once each. It answers none."""

import datetime as dt

from linkwork.casework import actions
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many were brought before somebody now."""
    return len(actions.escalate_late(by=viewer, at=at))
