"""Stop what is shared once a consent has run out or was taken back."""

import datetime as dt

from linkwork.commands.one_by_one import one_by_one
from linkwork.connections import actions, reads
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many connections were stopped."""
    cases = reads.cases_to_stop(viewer, at)
    return one_by_one(cases, lambda case_id: actions.stop_sharing(case_id=case_id, by=viewer, at=at))
