"""What helps, and what hinders?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Factor
from linkwork.partnerships.rules import FactorKind, FactorState, Influence


@dataclass(frozen=True)
class FactorCard:
    """One factor in plain values."""

    id: UUID
    words: str
    influence: Influence
    kind: FactorKind
    state: FactorState
    partner_id: UUID | None
    noted_on: dt.date


def factors(viewer: Viewer, partner_id: UUID | None = None, most: int = 50) -> list[FactorCard]:
    """Factors, the newest first; of one partner, or of all. One question of the database."""
    check_may_read(viewer)
    rows = Factor.objects.filter(programme_id=viewer.programme)
    if partner_id is not None:
        rows = rows.filter(partner_id=partner_id)
    return [
        FactorCard(
            row.id,
            row.words,
            Influence(row.influence),
            FactorKind(row.kind),
            FactorState(row.state),
            row.partner_id,
            row.noted_on,
        )
        for row in rows.order_by("-noted_on", "-id")[:most]
    ]
