"""What helps and hinders, how it moved and by what: never its words.

Words go to a study only one by one, when their author agreed, and not by this way (see docs/decisions).
"""

from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, text
from linkwork.partnerships.models import Factor, FactorMove


def _factors(programme_id: UUID) -> Iterator[Row]:
    rows = Factor.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "influence", "kind", "state", "noted_on").iterator()


def _moves(programme_id: UUID) -> Iterator[Row]:
    rows = FactorMove.objects.filter(programme_id=programme_id).order_by("factor_id", "moved_on", "id")
    kinds = ("interaction", "meeting", "advocacy", "activity")
    for factor, state, on, *eased in rows.values_list(
        "factor_id", "state", "moved_on", *(f"{kind}_id" for kind in kinds)
    ).iterator():
        found = [kind for kind, one in zip(kinds, eased, strict=True) if one]
        yield factor, state, on, found[0] if found else None


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

MOVES = FactTable(
    "factor_moves",
    (
        key("factor_id", "which factor"),
        text("state", "whether it was eased, solved, or came back"),
        day("moved_on", "the balance over time"),
        text("eased_by", "which practice eases what; missing where nobody said"),
    ),
    _moves,
)
