"""How far did each goal come?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.outcomes.access import check_may_read
from linkwork.outcomes.models import Attainment
from linkwork.outcomes.rules.attainment import Level


@dataclass(frozen=True)
class AttainmentCard:
    """Where a goal stood on a day; `words` are the person's, and may be empty."""

    goal_id: UUID
    level: Level
    words: str
    noted_on: dt.date


def attainments_of(viewer: Viewer, case_id: UUID) -> dict[UUID, list[AttainmentCard]]:
    """Goal id to what was noted of it, oldest first, for all goals of a case. One question."""
    check_may_read(viewer)
    rows = Attainment.objects.filter(programme_id=viewer.programme, case_id=case_id)
    found: dict[UUID, list[AttainmentCard]] = {}
    for row in rows.order_by("noted_on", "id"):
        card = AttainmentCard(row.goal_id, Level(row.level), row.words, row.noted_on)
        found.setdefault(row.goal_id, []).append(card)
    return found
