"""Whether partners know what the worker does: which version they read, and how clear it is to them."""

from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, whole
from linkwork.partnerships.models import Acknowledgement, Clarity


def _acknowledged(programme_id: UUID) -> Iterator[Row]:
    rows = Acknowledgement.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "partner_id", "role_card__number", "said_on").iterator()


def _clarity(programme_id: UUID) -> Iterator[Row]:
    rows = Clarity.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "partner_id", "role_card__number", "said_on", "score").iterator()


ACKNOWLEDGED = FactTable(
    "role_card_acknowledgements",
    (
        key("acknowledgement_id", "to count each once"),
        key("partner_id", "which partners know the role"),
        whole("version", "which version they read"),
        day("said_on", "role awareness over time"),
    ),
    _acknowledged,
)
CLARITY = FactTable(
    "role_clarity",
    (
        key("clarity_id", "to count each once"),
        key("partner_id", "to which partners the role is clear"),
        whole("version", "the version that held then"),
        day("said_on", "role clarity year by year"),
        whole("score", "how clear the role is, 1 to 5"),
    ),
    _clarity,
)
