"""Bringing a referral that nobody has answered in time before somebody. Nothing here answers it."""

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Referral
from linkwork.casework.reads.lateness import late
from linkwork.casework.rules.referrals import Limits
from linkwork.casework.rules.states import ReferralState
from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.programmes import actions as letters
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def escalate_late(*, by: Viewer, at: dt.datetime) -> list[UUID]:
    """Note of each late referral, once, whom it goes to; the ids of those noted now, the oldest first.

    The state stays as it is: no length of time answers a referral. They go to the manager the programme named, else
    to all of them.
    """
    check_may_see_people(by)
    rows = list(_late(by, at).select_for_update().order_by("received_at", "id"))
    if not rows:
        return []
    takers = programmes.late_takers(by)
    named = takers[0][0] if len(takers) == 1 else None
    for row in rows:
        row.escalated_at, row.escalated_to_id = at, named
        row.save(update_fields=["escalated_at", "escalated_to"])
        detail: dict[str, object] = {"to": str(named or ""), "urgency": row.urgency}
        trail.record(
            by=by, at=at, what="casework.escalate_referral", about="referral", about_id=row.id, detail=detail
        )
    _write(takers, rows[0].id, by, at)
    return [row.id for row in rows]


def _write(takers: list[tuple[UUID, str, str]], oldest: UUID, by: Viewer, at: dt.datetime) -> None:
    """One letter to each, however many referrals are late; where they are is all it says."""
    for _worker_id, address, language in takers:
        if address:
            letters.write_letter(
                kind="casework.late",
                about_id=oldest,
                to=address,
                language=language or settings.LANGUAGE_CODE,
                by=by,
                at=at,
            )


def _late(by: Viewer, at: dt.datetime) -> QuerySet[Referral]:
    card = programmes.programme(by)
    limits = Limits(card.answer_within_days, card.urgent_within_days)
    waits = Referral.objects.filter(programme_id=by.programme, state=ReferralState.RECEIVED)
    return waits.filter(late(limits, at), escalated_at__isnull=True)
