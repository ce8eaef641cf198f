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

CONTACT_FIELDS = (
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
    "session_id",
    "minutes_travel",
    "minutes_admin",
    "interpreter",
    "planned",
    "linking",
    "education",
    "accompanied_to",
    "partner_present",
    "site_id",
)


def contacts(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per encounter; attempts nobody answered are left out. Where and with whom stay words: only yes or no."""
    rows = Contact.objects.filter(programme_id=programme_id, reached=True).order_by("id")
    for row in rows.values(*CONTACT_FIELDS).iterator():
        row["occurred_at"] = timezone.localdate(row["occurred_at"])
        row["language"] = row["language"] or None
        for name in ("accompanied_to", "partner_present"):
            row[name] = bool(row[name])
        yield tuple(row[name] for name in CONTACT_FIELDS)


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
            Column("session_id", ID, PSEUDONYM, "to count a meeting of several people once", tells_day=True),
            Column("minutes_travel", WHOLE, PERSONAL, "what the work takes besides the person"),
            Column("minutes_admin", WHOLE, PERSONAL, "what the work takes besides the person"),
            Column("interpreter", FLAG, PERSONAL, "how often an interpreter is there"),
            Column("planned", FLAG, PERSONAL, "planned or dropped in; missing where nobody said"),
            Column("linking", FLAG, PERSONAL, "linking as the worker marked it"),
            Column("education", FLAG, PERSONAL, "education as the worker marked it"),
            Column("accompanied", FLAG, PERSONAL, "how often people are gone along with"),
            Column("partner_present", FLAG, PERSONAL, "how often a partner is there"),
            Column("site_id", ID, PSEUDONYM, "to compare sites", tells_day=True),
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
