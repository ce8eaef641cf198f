"""Cases and needs, for an extract."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from linkwork.casework.facts.parts import CASE_ID, DAY, ID, PERSON_ID, PERSONAL, PROGRAMME, PSEUDONYM, TEXT
from linkwork.casework.models import Case, Contact, Need
from linkwork.core.facts import Column, FactTable
from linkwork.core.viewer import system
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import stage_on

AGE_BANDS = (0, 18, 25, 35, 45, 55, 65, 75)


def cases(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per case. `first_contact_on` is derived: the earliest encounter; None where nobody was reached."""
    spans = programmes.stage_spans(system(programme_id))
    first = Contact.objects.filter(programme_id=programme_id, case_id=OuterRef("id"), reached=True)
    rows = (
        Case.objects.filter(programme_id=programme_id)
        .annotate(first_at=Subquery(first.order_by("occurred_at").values("occurred_at")[:1]))
        .order_by("id")
        .values_list(
            "id",
            "person_id",
            "referral__source",
            "referral__received_at",
            "opened_on",
            "first_at",
            "closed_on",
            "close_reason",
            "person__language",
            "person__born_year",
            "person__born_on",
        )
    )
    for (
        case_id,
        person_id,
        source,
        received_at,
        opened_on,
        first_at,
        closed_on,
        reason,
        language,
        born_year,
        born_on,
    ) in rows.iterator():
        received_on = timezone.localdate(received_at)
        stage = stage_on(spans, received_on)
        yield (
            case_id,
            person_id,
            source,
            received_on,
            opened_on,
            timezone.localdate(first_at) if first_at else None,
            closed_on,
            reason or None,
            stage.value if stage else None,
            language or None,
            _age_band(born_on.year if born_on else born_year, received_on),
        )


def _age_band(born: int | None, on: dt.date) -> str | None:
    """Ten years wide, by the age reached in the year of the referral; None where it is not known."""
    if born is None:
        return None
    held = [start for start in AGE_BANDS if start <= max(on.year - born, 0)]
    return f"{held[-1]}-{AGE_BANDS[len(held)] - 1}" if len(held) < len(AGE_BANDS) else f"{held[-1]}+"


def needs(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per need."""
    rows = Need.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "case_id", "case__person_id", "term", "raised_on", "met_on").iterator()


TABLES = (
    FactTable(
        "cases",
        (
            CASE_ID,
            PERSON_ID,
            Column("source", TEXT, PERSONAL, "reach by the way people come"),
            Column("received_on", DAY, PERSONAL, "waiting time, and reach over time"),
            Column("accepted_on", DAY, PERSONAL, "waiting time"),
            Column("first_contact_on", DAY, PERSONAL, "waiting time, and how many were never reached"),
            Column("closed_on", DAY, PERSONAL, "how long support lasts"),
            Column("close_reason", TEXT, PERSONAL, "how cases end"),
            Column("stage", TEXT, PROGRAMME, "reading figures by stage of the programme"),
            Column("language", TEXT, PERSONAL, "reach by language"),
            Column("age_band", TEXT, PERSONAL, "reach by age; never the age itself"),
        ),
        cases,
    ),
    FactTable(
        "needs",
        (
            Column("need_id", ID, PSEUDONYM, "to join connections"),
            CASE_ID,
            PERSON_ID,
            Column("term", TEXT, PERSONAL, "what people want help with"),
            Column("raised_on", DAY, PERSONAL, "needs over time"),
            Column("met_on", DAY, PERSONAL, "how many are met"),
        ),
        needs,
    ),
)
