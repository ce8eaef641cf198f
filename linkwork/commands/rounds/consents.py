"""Stop what is shared once a consent has run out or was taken back."""

import datetime as dt

from linkwork.connections import actions, reads
from linkwork.core.viewer import Viewer


def due(viewer: Viewer, at: dt.datetime) -> int:
    """How many connections were stopped."""
    cases = reads.cases_to_stop(viewer, at)
    return sum(actions.stop_sharing(case_id=case_id, by=viewer, at=at) for case_id in cases)
