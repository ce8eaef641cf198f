"""Who takes safeguarding concerns in this programme, in which order, and within how many hours?"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from linkwork.core.viewer import Role, Viewer
from linkwork.programmes.models import Programme, Worker

MAY_LEAD = (Role.WORKER, Role.MANAGER)  # who may see people at all


@dataclass(frozen=True)
class Lead:
    """One who takes concerns. `email` is empty for somebody without a login."""

    id: UUID
    name: str
    email: str
    language: str


def safeguarding_leads(viewer: Viewer) -> list[Lead]:
    """The leads in the order in which they are asked: those named, else every manager, so that nothing is lost.

    Whoever has left, or no longer works with people, is left out. One question of the database.
    """
    rows = (
        Worker.objects.filter(
            programme_id=viewer.programme, until__isnull=True, memberships__role__in=MAY_LEAD
        )
        .annotate(held_role=F("memberships__role"))
        .select_related("login")
        .order_by(F("safeguarding_rank").asc(nulls_last=True), "name", "id")
    )
    found = list(rows)
    named = [row for row in found if row.safeguarding_rank is not None]
    asked = named or [row for row in found if row.held_role == Role.MANAGER]
    once = {row.id: row for row in asked}
    return [
        Lead(row.id, row.name, row.login.email if row.login else "", row.login.language if row.login else "")
        for row in once.values()
    ]


def own_lists(programme_id: UUID) -> dict[str, object]:
    """What a programme changed of its lists, where no card is at hand. One small question of the database."""
    found: dict[str, object] = Programme.objects.values_list("lists", flat=True).get(id=programme_id)
    return found
