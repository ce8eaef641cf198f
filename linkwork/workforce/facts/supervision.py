"""What an extract learns about supervision: who, which kind, when, and how long since; never what was said."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.workforce.models import Supervision


def supervisions(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a talk and worker; `days_since_last` from the talk of that worker before it, None for the first."""
    rows = Supervision.objects.filter(programme_id=programme_id).order_by("worker_id", "held_on", "id")
    whose: UUID | None = None
    before: dt.date | None = None
    for talk_id, worker_id, kind, held_on, both in rows.values_list(
        "id", "worker_id", "kind", "held_on", "together"
    ).iterator():
        days = (held_on - before).days if before is not None and whose == worker_id else None
        whose, before = worker_id, held_on
        yield talk_id, worker_id, kind, held_on, days, both


WORKER_ID = Column("worker_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "support per worker")
TABLES = (
    FactTable(
        "supervisions",
        (
            Column("supervision_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count each once"),
            WORKER_ID,
            Column("kind", ColumnKind.TEXT, PrivacyClass.PROGRAMME, "which kinds of support are in place"),
            Column("held_on", ColumnKind.DAY, PrivacyClass.PROGRAMME, "gaps, and support by stage"),
            Column("days_since_last", ColumnKind.WHOLE, PrivacyClass.PROGRAMME, "gaps between talks"),
            Column("group_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count a group once"),
        ),
        supervisions,
    ),
)
