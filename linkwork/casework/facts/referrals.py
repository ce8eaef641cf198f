"""Referrals, for an extract."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from linkwork.casework.facts.parts import DAY, FLAG, ID, PERSON_ID, PERSONAL, PROGRAMME, PSEUDONYM, TEXT
from linkwork.casework.models import Case, Referral
from linkwork.core.facts import Column, FactTable


def referrals(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per referral; `case_id` is the case it opened, None where it opened none."""
    opened = Case.objects.filter(programme_id=programme_id, referral_id=OuterRef("id"))
    rows = (
        Referral.objects.filter(programme_id=programme_id)
        .annotate(case_id=Subquery(opened.values("id")[:1]))
        .order_by("id")
        .values_list(
            "id",
            "case_id",
            "person_id",
            "source",
            "door",
            "urgency",
            "received_at",
            "answered_at",
            "state",
            "reason",
            "escalated_at",
        )
    )
    for *first, received_at, answered_at, state, reason, escalated_at in rows.iterator():
        yield (
            *first,
            timezone.localdate(received_at),
            timezone.localdate(answered_at) if answered_at else None,
            state,
            reason or None,
            escalated_at is not None,
        )


TABLES = (
    FactTable(
        "referrals",
        (
            Column("referral_id", ID, PSEUDONYM, "to count referrals"),
            Column("case_id", ID, PSEUDONYM, "which of them became a case"),
            PERSON_ID,
            Column("source", TEXT, PERSONAL, "by which ways people reach the programme"),
            Column("door", TEXT, PROGRAMME, "which of the ways in are used"),
            Column("urgency", TEXT, PERSONAL, "whether what is urgent is answered sooner"),
            Column("received_on", DAY, PERSONAL, "waiting time, and referrals over time"),
            Column("answered_on", DAY, PERSONAL, "waiting time"),
            Column("state", TEXT, PERSONAL, "the top of the funnel"),
            Column("reason", TEXT, PERSONAL, "why referrals are declined"),
            Column("escalated", FLAG, PERSONAL, "how often an answer was late"),
        ),
        referrals,
    ),
)
