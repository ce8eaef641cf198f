"""How did it end before? What whoever works with a person next should know."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, TextField, Value
from django.utils import timezone

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Reopening
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class Ending:
    """How a case ended: `reason` of the list close_reasons, `note` for a next worker.

    `went_on` is the day on which the case was opened again and `words` say why; None and empty where it stayed closed.
    """

    case_id: UUID
    closed_on: dt.date
    reason: str
    note: str
    went_on: dt.date | None
    words: str


def endings(viewer: Viewer, person_id: UUID) -> list[Ending]:
    """Every ending of a person's cases, the latest first. One question."""
    check_may_see_people(viewer)
    over = Case.objects.filter(
        seen_by(viewer), programme_id=viewer.programme, person_id=person_id, closed_on__isnull=False
    )
    again = Reopening.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, case__person_id=person_id
    )
    said = ("closed_on", "close_reason", "close_note")
    stayed: dict[str, Any] = {
        "at": Value(None, output_field=DateTimeField()),
        "why": Value("", output_field=TextField()),
    }
    rows: Any = over.annotate(**stayed).values_list("id", *said, "at", "why")
    rows = rows.union(again.values_list("case_id", *said, "created_at", "words"), all=True)
    found = [
        Ending(case_id, on, reason, note, timezone.localdate(at) if at else None, why)
        for case_id, on, reason, note, at, why in rows
    ]
    return sorted(found, key=lambda one: (one.closed_on, one.went_on is None), reverse=True)
