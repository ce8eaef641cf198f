"""What helps and hinders, without its words."""

from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, text
from linkwork.partnerships.models import Factor


def _factors(programme_id: UUID) -> Iterator[Row]:
    rows = Factor.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "influence", "kind", "state", "noted_on").iterator()


FACTORS = FactTable(
    "factors",
    (
        key("factor_id", "to count each once"),
        text("influence", "balance of what helps and hinders"),
        text("kind", "balance by category"),
        text("state", "whether something was done about it"),
        day("noted_on", "factors by stage"),
    ),
    _factors,
)
