"""What an extract learns about change: the direction, never the words."""

from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.outcomes.models import Change


def changes(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a change."""
    rows = Change.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "case_id", "case__person_id", "direction", "noted_on").iterator()


TABLES = (
    FactTable(
        "changes",
        (
            Column("change_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count each once"),
            Column("case_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "change beside what was done"),
            Column("person_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count people, not notes"),
            Column("direction", ColumnKind.TEXT, PrivacyClass.PERSONAL, "how many say things got better"),
            Column("noted_on", ColumnKind.DAY, PrivacyClass.PERSONAL, "change over time"),
        ),
        changes,
    ),
)
