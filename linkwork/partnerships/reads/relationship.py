"""How does each side see the relationship, over time?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import PartnerLink, Rating
from linkwork.partnerships.rules import Answers, Ask, Side


@dataclass(frozen=True)
class RatingCard:
    """What one side said on one day; `who` is a name."""

    id: UUID
    side: Side
    who: str
    rated_on: dt.date
    answers: Answers
    changed: str


@dataclass(frozen=True)
class OpenLink:
    """A partner's link that opens now."""

    id: UUID
    contact_name: str
    asks: Ask
    open_until: dt.datetime


def ratings(viewer: Viewer, partner_id: UUID) -> list[RatingCard]:
    """Everything both sides said, the earliest first. One question of the database."""
    check_may_read(viewer)
    rows = Rating.objects.filter(programme_id=viewer.programme, partner_id=partner_id)
    return [_card(row) for row in rows.select_related("worker", "link__contact").order_by("rated_on", "id")]


def open_links(viewer: Viewer, partner_id: UUID, at: dt.datetime) -> list[OpenLink]:
    """The partner's links that open at `at`, the newest first. One question of the database."""
    check_may_read(viewer)
    rows = PartnerLink.living(at).filter(programme_id=viewer.programme, partner_id=partner_id)
    return [
        OpenLink(row.id, row.contact.name, Ask(row.asks), row.expires_at)
        for row in rows.select_related("contact").order_by("-created_at", "-id")
    ]


def _card(row: Rating) -> RatingCard:
    side = Side(row.side)
    asked = row.worker if side is Side.US else row.link and row.link.contact
    answers = Answers(row.reach, row.together, row.word, row.openly)
    return RatingCard(row.id, side, asked.name if asked else "", row.rated_on, answers, row.changed)
