"""Who worked with a case from when until when, for an extract."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from linkwork.casework.facts.parts import CASE_ID, DAY, ID, PERSON_ID, PERSONAL, PSEUDONYM
from linkwork.casework.models import Allocation
from linkwork.core.facts import Column, FactTable


def allocations(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per time a case was given to a worker; a handover note stays where it is."""
    rows = Allocation.objects.filter(programme_id=programme_id).order_by("id")
    for *who, since, until in rows.values_list(
        "case_id", "case__person_id", "worker_id", "since", "until"
    ).iterator():
        yield (*who, timezone.localdate(since), _day(until))


def _day(moment: dt.datetime | None) -> dt.date | None:
    return timezone.localdate(moment) if moment else None


TABLES = (
    FactTable(
        "allocations",
        (
            CASE_ID,
            PERSON_ID,
            Column("worker_id", ID, PSEUDONYM, "caseload per worker on any day"),
            Column("since_on", DAY, PERSONAL, "caseload on any day; how often people change hands"),
            Column("until_on", DAY, PERSONAL, "caseload on any day; empty while it goes on"),
        ),
        allocations,
    ),
)
