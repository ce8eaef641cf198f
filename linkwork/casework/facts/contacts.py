"""Contacts and what they were about, for an extract."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from linkwork.casework.facts.parts import (
    CASE_ID,
    DAY,
    FLAG,
    ID,
    PERSON_ID,
    PERSONAL,
    PROGRAMME,
    PSEUDONYM,
    TEXT,
    WHOLE,
)
from linkwork.casework.models import Contact, ContactTerm
from linkwork.core.facts import Column, FactTable


def contacts(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per encounter; attempts nobody answered are left out."""
    rows = (
        Contact.objects.filter(programme_id=programme_id, reached=True)
        .order_by("id")
        .values_list(
            "id",
            "case_id",
            "case__person_id",
            "worker_id",
            "occurred_at",
            "mode",
            "site__kind",
            "language",
            "minutes",
            "marked_first",
        )
    )
    for (
        contact_id,
        case_id,
        person_id,
        worker_id,
        at,
        mode,
        site,
        language,
        minutes,
        first,
    ) in rows.iterator():
        day = timezone.localdate(at)
        yield (contact_id, case_id, person_id, worker_id, day, mode, site, language or None, minutes, first)


def contact_terms(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per topic or kind of support of an encounter."""
    rows = ContactTerm.objects.filter(programme_id=programme_id, contact__reached=True).order_by("id")
    yield from rows.values_list("contact_id", "list", "term").iterator()


TABLES = (
    FactTable(
        "contacts",
        (
            Column("contact_id", ID, PSEUDONYM, "to join what the contact was about"),
            CASE_ID,
            PERSON_ID,
            Column("worker_id", ID, PSEUDONYM, "contacts per worker"),
            Column("occurred_on", DAY, PERSONAL, "contacts over time, and which came first"),
            Column("mode", TEXT, PERSONAL, "how people are met"),
            Column("site_kind", TEXT, PROGRAMME, "where people are met"),
            Column("language", TEXT, PERSONAL, "in which language people are met"),
            Column("minutes", WHOLE, PERSONAL, "dose; missing stays missing"),
            Column("marked_first", FLAG, PERSONAL, "first contacts as the worker marked them"),
        ),
        contacts,
    ),
    FactTable(
        "contact_terms",
        (
            Column("contact_id", ID, PSEUDONYM, "which contact"),
            Column("list", TEXT, PROGRAMME, "topic or kind of support"),
            Column("term", TEXT, PERSONAL, "what was delivered, for fidelity"),
        ),
        contact_terms,
    ),
)
