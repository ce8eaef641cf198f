"""What changed for a person, as they say it?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework.access import seen_by
from linkwork.core.viewer import Viewer
from linkwork.outcomes.access import check_may_read
from linkwork.outcomes.models import Change
from linkwork.outcomes.rules.changes import Direction


@dataclass(frozen=True)
class ChangeCard:
    """One change in plain values; `words` are the person's, and may be empty."""

    id: UUID
    case_id: UUID
    direction: Direction
    words: str
    noted_on: dt.date
    worker_name: str


def changes_of(viewer: Viewer, case_id: UUID) -> list[ChangeCard]:
    """What changed in one case, oldest first; empty for a case of another programme. One question of the database."""
    check_may_read(viewer)
    rows = Change.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, case_id=case_id
    ).select_related("worker")
    return [
        ChangeCard(
            row.id,
            row.case_id,
            Direction(row.direction),
            row.words,
            row.noted_on,
            row.worker.name if row.worker else "",
        )
        for row in rows.order_by("noted_on", "id")
    ]
