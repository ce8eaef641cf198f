"""Which portraits wait for a public adviser?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read
from linkwork.evaluation.portraits.models import Portrait
from linkwork.evaluation.portraits.rules.kinds import ReviewKind


@dataclass(frozen=True)
class WaitingPortrait:
    """A portrait sent to the advisers that none of them has signed off since. `comments`: since then too."""

    id: UUID
    title: str
    shared_at: dt.datetime
    comments: int


def waiting(viewer: Viewer) -> list[WaitingPortrait]:
    """Those that wait, the longest first. One question of the database.

    Sending a portrait again asks again. Whether one has been changed since it was signed is told by the portrait.
    """
    check_may_read(viewer)
    since = Q(reviews__created_at__gte=F("shared_at"))
    own = Q(reviews__programme_id=viewer.programme)
    rows = (
        Portrait.objects.filter(programme_id=viewer.programme, shared_at__isnull=False)
        .annotate(
            signed=Count("reviews", filter=own & since & Q(reviews__kind=ReviewKind.SIGN_OFF)),
            said=Count("reviews", filter=own & since & Q(reviews__kind=ReviewKind.COMMENT)),
        )
        .filter(signed=0)
        .order_by("shared_at", "id")
    )
    return [WaitingPortrait(row.id, row.title, row.shared_at, row.said) for row in rows if row.shared_at]
