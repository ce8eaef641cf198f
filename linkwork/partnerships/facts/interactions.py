"""Who the partners are, and work with them: which practice, across which sectors, when."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, flag, key, text
from linkwork.partnerships.models import Interaction, Partner
from linkwork.partnerships.rules import Sector, reach_of


def _interactions(programme_id: UUID) -> Iterator[Row]:
    rows = Interaction.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, worker, partner, sector, practice, on, quality, case_id in rows.values_list(
        "id", "worker_id", "partner_id", "partner__sector", "practice", "occurred_on", "quality", "case_id"
    ).iterator():
        reach = reach_of(Sector(sector)).value
        yield row_id, worker, partner, sector, reach, practice, on, quality or None, case_id is not None


def _partners(programme_id: UUID) -> Iterator[Row]:
    rows = Partner.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, sector, created_at in rows.values_list("id", "sector", "created_at").iterator():
        yield row_id, sector, reach_of(Sector(sector)).value, timezone.localdate(created_at)


PARTNERS = FactTable(
    "partners",
    (
        key("partner_id", "the denominator of agreements, champions and of those still in touch"),
        text("sector", "partners by sector"),
        text("reach", "the share of partners across sectors"),
        day("since", "partners known on a day"),
    ),
    _partners,
)

INTERACTIONS = FactTable(
    "interactions",
    (
        key("interaction_id", "to count each once"),
        key("worker_id", "who collaborates with whom"),
        key("partner_id", "who collaborates with whom"),
        text("sector", "work by sector"),
        text("reach", "the share of work across sectors"),
        text("practice", "which of the five practices"),
        day("occurred_on", "work with partners over time"),
        text("quality", "how working together goes"),
        flag("for_somebody", "how often somebody was supported together"),
    ),
    _interactions,
)
