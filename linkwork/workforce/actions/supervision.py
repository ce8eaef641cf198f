"""Noting supervision: the only writes of this room."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_may_record
from linkwork.workforce.models import Supervision
from linkwork.workforce.rules.supervision import SupervisionKind


@action
def record_supervision(
    *,
    worker_id: UUID,
    kind: SupervisionKind,
    held_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    partner_id: UUID | None = None,
    agreed: str = "",
) -> UUID:
    """Note that a worker's work was talked over; its id. `partner_id` is a worker of the programme, None for outside.

    Raises NotFound for somebody who is not in the programme, Invalid for a day to come or a talk with oneself.
    """
    check_may_record(by, worker_id)
    worker = programmes.worker(by, worker_id)
    if held_on > timezone.localdate(at):
        raise Invalid({"held_on": _("This day has not come yet. Choose today or an earlier day.")})
    if partner_id == worker_id:
        raise Invalid({"partner": _("Choose somebody else: it takes two.")})
    row = Supervision.objects.create(
        programme_id=by.programme,
        worker_id=worker.id,
        partner_id=programmes.worker(by, partner_id).id if partner_id else None,
        kind=kind,
        held_on=held_on,
        agreed=agreed.strip(),
        created_at=at,
    )
    trail.record(
        by=by,
        at=at,
        what="workforce.record_supervision",
        about="worker",
        about_id=worker.id,
        detail={"kind": kind.value},
    )
    return row.id
