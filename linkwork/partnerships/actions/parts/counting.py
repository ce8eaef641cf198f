"""What was done with several partners at once counts with each of them: nothing is typed twice."""

import datetime as dt
from collections.abc import Collection
from typing import Literal
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import ActivitySession, Interaction, Meeting
from linkwork.partnerships.rules import Practice


def count_as_interactions(
    kind: Literal["meeting", "session"],
    row: Meeting | ActivitySession,
    partner_ids: Collection[UUID],
    practice: Practice,
    day: dt.date,
    by: Viewer,
    at: dt.datetime,
) -> None:
    """One piece of work together with each partner who was there; done again it corrects. Raises NotFound."""
    counted = Interaction.objects.filter(**{"programme_id": by.programme, kind: row})
    counted.exclude(partner_id__in=partner_ids).delete()
    there = set(counted.values_list("partner_id", flat=True))
    for partner_id in dict.fromkeys(partner_ids):
        if partner_id not in there:
            Interaction.objects.create(
                programme_id=by.programme,
                partner=partner_of(by, partner_id),
                worker_id=by.id,
                practice=practice,
                occurred_on=day,
                created_at=at,
                **{kind: row},
            )
