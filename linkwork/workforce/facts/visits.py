"""What an extract learns about visits made alone: how many, how many were missed, how soon somebody reached them.

No place, no name, no word, not whom they visited.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.workforce.models import Visit, VisitAlarm, VisitRung
from linkwork.workforce.rules.visits import AlarmKind, Rung, minutes_to_reach


def visits(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a visit. `missed`: the buddy or somebody above was asked because nothing was heard."""
    asked = VisitRung.objects.filter(
        programme_id=programme_id, alarm__visit_id=OuterRef("id"), alarm__kind=AlarmKind.LATE
    ).exclude(rung=Rung.WORKER)
    rows = Visit.objects.filter(programme_id=programme_id).annotate(missed=Exists(asked)).order_by("id")
    for row in rows.iterator():
        yield (
            row.id,
            row.worker_id,
            timezone.localdate(row.starts_at),
            row.state,
            row.extended,
            row.missed,
        )


def visit_alarms(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row an alarm, with how many rungs were asked."""
    rows = (
        VisitAlarm.objects.filter(programme_id=programme_id)
        .select_related("visit")
        .annotate(asked=Count("rungs"))
        .order_by("id")
    )
    for row in rows.iterator():
        yield (
            row.id,
            row.visit_id,
            row.visit.worker_id,
            row.kind,
            timezone.localdate(row.raised_at),
            row.asked,
            minutes_to_reach(row.raised_at, row.reached_at),
        )


TABLES = (
    FactTable(
        "visits",
        (
            Column("visit_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count each once"),
            Column("worker_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "visits per worker"),
            Column("planned_for", ColumnKind.DAY, PrivacyClass.PROGRAMME, "visits by stage"),
            Column("state", ColumnKind.TEXT, PrivacyClass.PROGRAMME, "which took place"),
            Column(
                "extended", ColumnKind.WHOLE, PrivacyClass.PROGRAMME, "whether they are planned too short"
            ),
            Column("missed", ColumnKind.FLAG, PrivacyClass.PROGRAMME, "missed check-ins"),
        ),
        visits,
    ),
    FactTable(
        "visit_alarms",
        (
            Column("alarm_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "to count each once"),
            Column("visit_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "about which visit"),
            Column("worker_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "alarms per worker"),
            Column("kind", ColumnKind.TEXT, PrivacyClass.PROGRAMME, "late, or not safe"),
            Column("raised_on", ColumnKind.DAY, PrivacyClass.PROGRAMME, "alarms by stage"),
            Column("asked", ColumnKind.WHOLE, PrivacyClass.PROGRAMME, "how far up it went"),
            Column(
                "minutes_to_reach", ColumnKind.WHOLE, PrivacyClass.PROGRAMME, "how soon they were reached"
            ),
        ),
        visit_alarms,
    ),
)
