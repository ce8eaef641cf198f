"""Who works with whom, and how much of it reaches across sectors?"""

import datetime as dt
from uuid import UUID

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Interaction
from linkwork.partnerships.rules import Practice, Sector, Share, Tie, shares


def ties(viewer: Viewer, first: dt.date, last: dt.date, partner_id: UUID | None = None) -> list[Tie]:
    """Worker × partner × practice from `first` to `last`, both included; of one partner or of all. One question."""
    check_may_read(viewer)
    rows = Interaction.objects.filter(
        programme_id=viewer.programme, occurred_on__gte=first, occurred_on__lte=last
    )
    if partner_id is not None:
        rows = rows.filter(partner_id=partner_id)
    counted = rows.order_by().values_list(
        "worker_id", "worker__name", "partner_id", "partner__name", "partner__sector", "practice"
    )
    return [
        Tie(worker, name or "", partner, called, Sector(sector), Practice(practice), times, newest)
        for worker, name, partner, called, sector, practice, times, newest in counted.annotate(
            Count("id"), Max("occurred_on")
        )
    ]


def monthly_shares(viewer: Viewer, first: dt.date, last: dt.date) -> list[Share]:
    """Work within health care and across sectors, month by month; months without any are left out. One question."""
    check_may_read(viewer)
    rows = Interaction.objects.filter(
        programme_id=viewer.programme, occurred_on__gte=first, occurred_on__lte=last
    )
    counted = rows.order_by().annotate(month=TruncMonth("occurred_on"))
    found = counted.values_list("month", "partner__sector").annotate(Count("id"))
    return shares((month, Sector(sector), number) for month, sector, number in found)
