"""People met together, time spent where people are, and talks without a name, for an extract."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from linkwork.casework.facts.parts import DAY, FLAG, ID, PERSONAL, PROGRAMME, PSEUDONYM, TEXT, WHOLE
from linkwork.casework.models import AnonymousContact, AnonymousTerm, Presence, PresenceLanguage, Session
from linkwork.core.facts import Column, FactTable


def sessions(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per meeting of several people: a worker's time counted once, however many came."""
    rows = (
        Session.objects.filter(programme_id=programme_id)
        .select_related("site")
        .annotate(known=Count("contacts"))
        .order_by("id")
    )
    for row in rows.iterator():
        yield (
            row.id,
            row.worker_id,
            timezone.localdate(row.occurred_at),
            row.mode,
            row.site.kind if row.site else None,
            row.minutes,
            row.minutes_travel,
            row.minutes_admin,
            row.known,
            row.others,
        )


def presences(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per presence, also where nobody was met."""
    rows = Presence.objects.filter(programme_id=programme_id).select_related("site").order_by("id")
    for row in rows.iterator():
        yield (
            row.id,
            row.worker_id,
            row.site.kind if row.site else None,
            timezone.localdate(row.started_at),
            int((row.ended_at - row.started_at).total_seconds() // 60),
            row.people_met,
            row.adults,
            row.children,
        )


def presence_languages(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per language spoken at a presence."""
    rows = PresenceLanguage.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("presence_id", "language", "people").iterator()


def anonymous_contacts(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per talk with somebody who gave no name. They are no contacts of a case and count in no dose."""
    rows = AnonymousContact.objects.filter(programme_id=programme_id).select_related("site").order_by("id")
    for row in rows.iterator():
        yield (
            row.id,
            row.presence_id,
            row.worker_id,
            timezone.localdate(row.occurred_at),
            row.site.kind if row.site else None,
            row.language or None,
            row.minutes,
            row.referral_id is not None,
        )


def anonymous_terms(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per topic of such a talk."""
    rows = AnonymousTerm.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("contact_id", "list", "term").iterator()


WORKER_ID = Column("worker_id", ID, PSEUDONYM, "work per worker")
SITE_KIND = Column("site_kind", TEXT, PROGRAMME, "where people are met")
TABLES = (
    FactTable(
        "sessions",
        (
            Column("session_id", ID, PSEUDONYM, "to join the contacts of those who came"),
            WORKER_ID,
            Column("occurred_on", DAY, PROGRAMME, "sessions over time"),
            Column("mode", TEXT, PROGRAMME, "how people are met"),
            SITE_KIND,
            Column("minutes", WHOLE, PROGRAMME, "what a worker gives, once for all who came"),
            Column("minutes_travel", WHOLE, PROGRAMME, "what the work takes besides"),
            Column("minutes_admin", WHOLE, PROGRAMME, "what the work takes besides"),
            Column("known", WHOLE, PROGRAMME, "how many came who are supported"),
            Column("others", WHOLE, PROGRAMME, "how many came without a name"),
        ),
        sessions,
    ),
    FactTable(
        "presences",
        (
            Column("presence_id", ID, PSEUDONYM, "to join the talks there"),
            WORKER_ID,
            SITE_KIND,
            Column("started_on", DAY, PROGRAMME, "outreach over time"),
            Column("minutes", WHOLE, PROGRAMME, "time outreach takes"),
            Column("people_met", WHOLE, PROGRAMME, "whom outreach meets"),
            Column("adults", WHOLE, PROGRAMME, "whom outreach meets"),
            Column("children", WHOLE, PROGRAMME, "whom outreach meets"),
        ),
        presences,
    ),
    FactTable(
        "presence_languages",
        (
            Column("presence_id", ID, PSEUDONYM, "which presence"),
            Column("language", TEXT, PROGRAMME, "in which languages people are met"),
            Column("people", WHOLE, PROGRAMME, "how many spoke it"),
        ),
        presence_languages,
    ),
    FactTable(
        "anonymous_contacts",
        (
            Column("contact_id", ID, PSEUDONYM, "to join what it was about"),
            Column("presence_id", ID, PSEUDONYM, "at which presence", tells_day=True),
            WORKER_ID,
            Column("occurred_on", DAY, PERSONAL, "talks over time"),
            SITE_KIND,
            Column("language", TEXT, PERSONAL, "in which language people are met"),
            Column("minutes", WHOLE, PERSONAL, "time given without a name"),
            Column("led_to_referral", FLAG, PERSONAL, "whether outreach leads to support"),
        ),
        anonymous_contacts,
    ),
    FactTable(
        "anonymous_terms",
        (
            Column("contact_id", ID, PSEUDONYM, "which talk"),
            Column("list", TEXT, PROGRAMME, "from which list"),
            Column("term", TEXT, PERSONAL, "what outreach is about"),
        ),
        anonymous_terms,
    ),
)
