"""What is due by the clock: for the rounds, which act as the system inside one programme."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from linkwork.casework.rules.consent import Purpose
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Connection
from linkwork.connections.rules import ENDS, State, is_working_time
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes

PAGE = 500


def to_chase(viewer: Viewer, at: dt.datetime) -> Iterator[UUID]:
    """The connections whose silent partner is to be asked again now, by id; none out of hours.

    A question of the database for each page and one before; `actions.chase_if_silent` has the last word on each.
    """
    check_may_connect(viewer)
    if not is_working_time(timezone.localtime(at)):
        return iter(())
    card = programmes.programme(viewer)
    day = timezone.localtime(at).replace(hour=23, minute=59) - dt.timedelta(days=card.chase_after_days)
    rows = Connection.objects.filter(
        programme_id=viewer.programme,
        state__in=[State.SENT, State.RECEIVED],
        asked_at__lte=day,
        chased__lt=card.chase_times,
    ).exclude(send_to="")
    return _paged(rows, "id")


def cases_to_stop(viewer: Viewer, at: dt.datetime) -> Iterator[UUID]:
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
    return _paged(rows, "case_id")


def _paged(rows: QuerySet[Connection], key: str) -> Iterator[UUID]:
    """Each value of `key` once, a page at a time: what nothing was done about never hides what comes after it."""
    ids = rows.order_by(key).values_list(key, flat=True).distinct()
    page = list(ids[:PAGE])
    while page:
        yield from page
        page = list(ids.filter(**{f"{key}__gt": page[-1]})[:PAGE])
