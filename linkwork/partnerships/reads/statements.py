"""What did partners say, and what of it may be shown?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import PartnerStatement
from linkwork.partnerships.rules import Sector


@dataclass(frozen=True)
class StatementCard:
    """A partner's words. `shown`: agreed to and not taken back; `named`: with their name."""

    id: UUID
    partner_id: UUID
    partner_name: str
    sector: Sector
    words: str
    said_on: dt.date
    shown: bool
    named: bool
    withdrawn: bool


def statements(viewer: Viewer, partner_id: UUID | None = None, most: int = 30) -> list[StatementCard]:
    """Statements, the newest first; of one partner, or of all. One question."""
    check_may_read(viewer)
    rows = PartnerStatement.objects.filter(programme_id=viewer.programme).select_related("partner")
    if partner_id is not None:
        rows = rows.filter(partner_id=partner_id)
    return [_card(row) for row in rows.order_by("-said_on", "-id")[:most]]


def _card(row: PartnerStatement) -> StatementCard:
    shown = row.agreed_on is not None and row.withdrawn_on is None
    return StatementCard(
        id=row.id,
        partner_id=row.partner_id,
        partner_name=row.partner.name,
        sector=Sector(row.partner.sector),
        words=row.words,
        said_on=row.said_on,
        shown=shown,
        named=shown and row.may_name,
        withdrawn=row.withdrawn_on is not None,
    )
