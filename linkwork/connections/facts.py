"""What an extract may take of connections: states and days, never words, names or addresses."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from linkwork.connections.models import Appointment, Connection, Feedback, Signpost, Step
from linkwork.connections.rules import Kind, State
from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass

PSEUDONYM, PERSONAL = PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL


def _day(moment: dt.datetime | None) -> dt.date | None:
    return timezone.localdate(moment, timezone.get_default_timezone()) if moment else None


def _rows(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    return chain(_sent(programme_id), _given(programme_id))


def _sent(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    fields = (
        "id", "case_id", "case__person_id", "need_id", "need__term", "kind", "state", "created_at", "sent_at",
        "answered_at", "started_at", "ended_at", "outcome", "service__organisation_id", "went", "chased",
        "introduced",
    )  # fmt: skip
    said = Step.objects.filter(
        programme_id=programme_id, connection_id=OuterRef("id"), state=State.DECLINED, implied=False
    )
    rows = Connection.objects.filter(programme_id=programme_id).order_by("id")
    rows = rows.annotate(why=Subquery(said.values("why")[:1]))
    for row in rows.values_list(*fields, "why").iterator():
        days = tuple(_day(moment) for moment in row[7:12])
        yield (*row[:7], *days, row[12] or None, row[13], row[14] or None, row[15], row[16], row[17] or None)


def _given(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    fields = (
        "id", "case_id", "case__person_id", "need_id", "need__term", "state", "given_at", "followed_up_at",
        "outcome", "service__organisation_id", "went",
    )  # fmt: skip
    rows = Signpost.objects.filter(programme_id=programme_id).order_by("id").values_list(*fields)
    for row in rows.iterator():
        days = (_day(row[6]), None, None, None, _day(row[7]))
        yield (
            *row[:5], Kind.SIGNPOST.value, row[5], *days, row[8] or None, row[9], row[10] or None, 0, None, None
        )  # fmt: skip


def _appointments(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    fields = (
        "id", "case_id", "case__person_id", "connection_id", "kind", "made_by", "state", "created_at", "starts_at",
        "reminded_at", "attended",
    )  # fmt: skip
    rows = Appointment.objects.filter(programme_id=programme_id).order_by("id").values_list(*fields)
    for row in rows.iterator():
        yield (*row[:7], _day(row[7]), _day(row[8]), row[9] is not None, row[10] or None)


CONNECTIONS = FactTable(
    "connections",
    (
        Column("connection_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
        Column("case_id", ColumnKind.ID, PSEUDONYM, "connections for each case"),
        Column("person_id", ColumnKind.ID, PSEUDONYM, "people connected, counted once"),
        Column("need_id", ColumnKind.ID, PSEUDONYM, "needs that led to a connection"),
        Column("need_term", ColumnKind.TEXT, PERSONAL, "which needs find a service"),
        Column("kind", ColumnKind.TEXT, PERSONAL, "signpost, referral or warm handover"),
        Column("state", ColumnKind.TEXT, PERSONAL, "where each stands on the day of the extract"),
        Column("created_on", ColumnKind.DAY, PERSONAL, "connections by month and stage"),
        Column("sent_on", ColumnKind.DAY, PERSONAL, "the funnel; days to an answer"),
        Column("answered_on", ColumnKind.DAY, PERSONAL, "the funnel; days to an answer"),
        Column("started_on", ColumnKind.DAY, PERSONAL, "the funnel: referred is not attended"),
        Column("finished_on", ColumnKind.DAY, PERSONAL, "the day it ended, in whatever way"),
        Column(
            "outcome",
            ColumnKind.TEXT,
            PERSONAL,
            "helped, partly, not, not_known; missing where none is recorded",
        ),
        Column("organisation_id", ColumnKind.ID, PSEUDONYM, "answers by partner"),
        Column("went", ColumnKind.TEXT, PERSONAL, "went, did_not_go, not_known; missing where nobody asked"),
        Column("chased", ColumnKind.WHOLE, PERSONAL, "how often a silent partner was asked again"),
        Column("introduced", ColumnKind.FLAG, PERSONAL, "whether a warm handover's introduction took place"),
        Column(
            "declined_why", ColumnKind.TEXT, PERSONAL, "why partners say no: no place, not right, outside"
        ),
    ),
    _rows,
)

APPOINTMENTS = FactTable(
    "appointments",
    (
        Column("appointment_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
        Column("case_id", ColumnKind.ID, PSEUDONYM, "appointments for each case"),
        Column("person_id", ColumnKind.ID, PSEUDONYM, "people with appointments, counted once"),
        Column("connection_id", ColumnKind.ID, PSEUDONYM, "which connection it belongs to; missing for none"),
        Column("kind", ColumnKind.TEXT, PERSONAL, "introduction, at_service, with_us, call"),
        Column("made_by", ColumnKind.TEXT, PERSONAL, "worker, partner or person"),
        Column("state", ColumnKind.TEXT, PERSONAL, "planned or cancelled on the day of the extract"),
        Column("made_on", ColumnKind.DAY, PERSONAL, "how far ahead they are made"),
        Column("starts_on", ColumnKind.DAY, PERSONAL, "appointments by month and stage"),
        Column("reminded", ColumnKind.FLAG, PERSONAL, "whether the person was reminded"),
        Column("attended", ColumnKind.TEXT, PERSONAL, "yes, no, not_known; missing where nobody said"),
    ),
    _appointments,
)


def _feedback(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    rows = Feedback.objects.filter(programme_id=programme_id).order_by("id")
    fields = (
        "id",
        "case_id",
        "case__person_id",
        "service__organisation_id",
        "rating",
        "said_on",
        "by_person",
    )
    for feedback_id, case_id, person_id, organisation_id, *said in rows.values_list(*fields).iterator():
        about = "service" if organisation_id else "support"
        yield (feedback_id, case_id, person_id, about, organisation_id, *said)


FEEDBACK = FactTable(
    "feedback",
    (
        Column("feedback_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
        Column("case_id", ColumnKind.ID, PSEUDONYM, "answers for each case"),
        Column("person_id", ColumnKind.ID, PSEUDONYM, "people who answered, counted once"),
        Column("about", ColumnKind.TEXT, PERSONAL, "the support itself, or a service"),
        Column("organisation_id", ColumnKind.ID, PSEUDONYM, "answers by partner; missing for the support"),
        Column("rating", ColumnKind.TEXT, PERSONAL, "very_good, good, mixed, poor, very_poor"),
        Column("said_on", ColumnKind.DAY, PERSONAL, "answers over time"),
        Column("by_person", ColumnKind.FLAG, PERSONAL, "said alone, or with a worker"),
    ),
    _feedback,
)

TABLES = (CONNECTIONS, APPOINTMENTS, FEEDBACK)
