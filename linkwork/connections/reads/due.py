"""What is due by the clock: for the rounds, which act as the system inside one programme."""

import datetime as dt
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from linkwork.casework.rules.consent import Purpose
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Connection
from linkwork.connections.rules import ENDS, State, is_working_time
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes

MOST = 500  # at a time: the next round takes the next


def to_chase(viewer: Viewer, at: dt.datetime) -> list[UUID]:
    """The connections whose silent partner is to be asked again now, the longest silent first; none out of hours.

    Two questions of the database; `actions.chase_if_silent` has the last word on each.
    """
    check_may_connect(viewer)
    if not is_working_time(timezone.localtime(at)):
        return []
    card = programmes.programme(viewer)
    day = timezone.localtime(at).replace(hour=23, minute=59) - dt.timedelta(days=card.chase_after_days)
    rows = Connection.objects.filter(
        programme_id=viewer.programme,
        state__in=[State.SENT, State.RECEIVED],
        asked_at__lte=day,
        chased__lt=card.chase_times,
    ).exclude(send_to="")
    return list(rows.order_by("asked_at").values_list("id", flat=True)[:MOST])


def cases_to_stop(viewer: Viewer, at: dt.datetime) -> list[UUID]:
    """Cases with something open that is shared, of people who took a consent back or whose consent has run out.

    A consent for somebody else may be meant: `actions.stop_sharing` looks at each and stops what no longer stands.
    """
    check_may_connect(viewer)
    gone = Q(case__person__consents__withdrawn_at__lte=at) | Q(
        case__person__consents__expires_on__lt=timezone.localdate(at)
    )
    rows = Connection.objects.filter(
        gone, programme_id=viewer.programme, case__person__consents__purpose=Purpose.SHARE
    )
    rows = rows.exclude(state__in=[State.DRAFT, *ENDS]).exclude(shared=[])
    return list(rows.order_by("case_id").values_list("case_id", flat=True).distinct()[:MOST])
