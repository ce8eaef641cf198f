"""Which referrals have waited longer than the programme allows, asked in the database's own words."""

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referrals import Limits


def late(limits: Limits, at: dt.datetime) -> Q:
    """The condition a referral meets that is past its limit at `at`; it says nothing of the state."""
    urgent = Q(urgency=Urgency.URGENT, received_at__lt=_first_day(limits.for_urgency(Urgency.URGENT), at))
    return urgent | Q(received_at__lt=_first_day(limits.usual, at))


def _first_day(limit: int, at: dt.datetime) -> dt.datetime:
    """The start, here, of the earliest day on which what came is still in time."""
    day = timezone.localdate(at) - dt.timedelta(days=limit)
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
