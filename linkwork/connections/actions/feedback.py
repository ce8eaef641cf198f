"""Keeping what a person says of the support, or of a service they went to."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_is_own
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Feedback
from linkwork.connections.reads.feedback import to_rate
from linkwork.connections.rules.feedback import Rating
from linkwork.core.actions import action
from linkwork.core.errors import Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.trail import actions as trail


@action
def give_feedback(
    *,
    case_id: UUID,
    rating: Rating,
    by: Viewer,
    at: dt.datetime,
    service_id: UUID | None = None,
    words: str = "",
) -> UUID:
    """Keep how it was: of a service they went to, or of the support itself; its id. Said again, it replaces.

    By the person with their own link, or written down by who works with them. Raises Refused for a service they did
    not go to as far as anybody knows. The directory's entry is not touched: see freshness for what an outcome does.
    """
    mine = by.kind is Kind.PERSON
    if mine:
        check_is_own(by, case_id, at)
    else:
        check_may_connect(by)
    if service_id not in {one.service_id for one in to_rate(by, case_id, at)}:
        raise Refused(_("Only a service they went to can be rated."))
    rows = Feedback.objects.select_for_update().filter(programme_id=by.programme, case_id=case_id)
    row = (rows.filter(service_id=service_id) if service_id else rows.filter(service_id__isnull=True)).first()
    if row is None:
        row = Feedback(
            id=id_at(at), programme_id=by.programme, created_at=at, case_id=case_id, service_id=service_id
        )
    row.worker_id = by.id if by.kind is Kind.LOGIN else None
    row.rating, row.words = rating, words.strip()
    row.said_on, row.by_person = timezone.localdate(at), mine
    row.save()
    detail: dict[str, object] = {"rating": rating.value, "service": str(service_id or "")}
    trail.record(
        by=by, at=at, what="connections.give_feedback", about="case", about_id=case_id, detail=detail
    )
    return row.id
