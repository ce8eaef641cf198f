"""Forgets how often the referral form was used before today: it was counted to notice a flood, and for nothing else."""

import datetime as dt

from linkwork.casework import actions
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many counts were forgotten."""
    return actions.forget_knocks(by=viewer, at=at)
