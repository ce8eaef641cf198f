"""Handing people over to another worker, with what is under way for them."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from linkwork.casework import actions as casework
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Connection, Signpost
from linkwork.connections.rules import ENDS, SignpostState
from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def transfer_cases(
    *, case_ids: Collection[UUID], worker_id: UUID, by: Viewer, at: dt.datetime, note: str = ""
) -> int:
    """Give cases to a worker with what is not finished for them, so that answers reach who works with the person now.

    How many changed hands. Raises as `casework.actions.transfer_cases`.
    """
    check_may_connect(by)
    moved = casework.transfer_cases(case_ids=case_ids, worker_id=worker_id, note=note, by=by, at=at)
    mine = {"programme_id": by.programme, "case_id__in": sorted(set(case_ids))}
    under_way = Connection.objects.filter(**mine).exclude(state__in=sorted(ENDS), news_at__isnull=True)
    under_way.exclude(worker_id=worker_id).update(worker_id=worker_id)
    given = Signpost.objects.filter(**mine, state=SignpostState.GIVEN)
    given.exclude(worker_id=worker_id).update(worker_id=worker_id)
    trail.record(
        by=by,
        at=at,
        what="connections.transfer_cases",
        about="worker",
        about_id=worker_id,
        detail={"cases": moved},
    )
    return moved
