"""What an extract learns about looking after the workers: who, which kind, when; never what was said."""

from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.workforce.models import Supervision


def supervisions(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a talk."""
    rows = Supervision.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "worker_id", "kind", "held_on").iterator()


TABLES = (
    FactTable(
        "supervisions",
        (
            Column("supervision_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count each once"),
            Column("worker_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "support per worker"),
            Column("kind", ColumnKind.TEXT, PrivacyClass.PROGRAMME, "which kinds of support are in place"),
            Column("held_on", ColumnKind.DAY, PrivacyClass.PROGRAMME, "gaps, and support by stage"),
        ),
        supervisions,
    ),
)
