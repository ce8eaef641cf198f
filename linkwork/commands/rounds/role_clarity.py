"""Asks partners once a year, by e-mail, how clear it is to them what the worker does."""

import datetime as dt

from linkwork.commands.one_by_one import one_by_one
from linkwork.core.viewer import Viewer
from linkwork.partnerships import actions, reads


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many were asked."""
    found = reads.clarity_due(viewer, at)
    return one_by_one(found, lambda one: actions.ask_clarity(contact_id=one, by=viewer, at=at))
