"""Telling those who are to be there of an appointment: written here, drawn as an invitation on the way out."""

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet

from linkwork.casework import reads as cases
from linkwork.connections.actions.parts.checks import still_agreed
from linkwork.connections.models import Appointment, Connection
from linkwork.connections.rules import AppointmentState, LetterKind
from linkwork.core.viewer import Kind, Viewer, system
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as workers


def tell(row: Appointment, by: Viewer, at: dt.datetime) -> None:
    """A letter to each who is to know and did not do this themselves. What is older and still waits is stopped."""
    programmes.stop_letters(about_id=row.id, by=by, at=at)
    if row.tell_partner and by.kind is not Kind.PARTNER:
        _tell_partner(row, by, at)
    if row.worker_id and row.worker_id != by.id:
        to, language = workers.letter_box(by, row.worker_id)
        _write(row, LetterKind.APPOINTMENT_WORKER, to, language, by, at)
    if row.tell_person:
        to, language = person_box(row, by)
        _write(row, LetterKind.APPOINTMENT_PERSON, to, language, by, at)


def _tell_partner(row: Appointment, by: Viewer, at: dt.datetime) -> None:
    connection = row.connection
    if connection is not None and (
        row.state == AppointmentState.CANCELLED or still_agreed(connection, by, at)
    ):
        _write(row, LetterKind.APPOINTMENT_PARTNER, connection.send_to, connection.language, by, at)


def person_box(row: Appointment, by: Viewer) -> tuple[str, str]:
    """(the person's e-mail address, their language); empty for who has none."""
    inside = system(by.programme)  # a partner's action may cause it; they see nothing of it
    case = cases.case_head(inside, row.case_id)
    return case.email, case.language


def _write(row: Appointment, kind: LetterKind, to: str, language: str, by: Viewer, at: dt.datetime) -> None:
    if to:
        programmes.write_letter(
            kind=kind.value, about_id=row.id, to=to, language=language or "en", by=by, at=at
        )


def call_off(row: Appointment, reason: str, by: Viewer, at: dt.datetime) -> None:
    """It will not be: kept, and told to whoever was told of it."""
    row.state, row.cancelled_at, row.reason = AppointmentState.CANCELLED, at, reason.strip()
    row.sequence += 1
    row.save()
    tell(row, by, at)


def call_off_all(connection: Connection, reason: str, by: Viewer, at: dt.datetime) -> int:
    """A connection came to nothing: so do its appointments that are still ahead; how many."""
    return _call_off(_ahead(by, at).filter(connection_id=connection.id), reason, by, at)


def call_off_of_case(case_id: UUID, reason: str, by: Viewer, at: dt.datetime) -> int:
    """A case is over: so are its appointments that are still ahead, of a connection or not; how many."""
    return _call_off(_ahead(by, at).filter(case_id=case_id), reason, by, at)


def _ahead(by: Viewer, at: dt.datetime) -> QuerySet[Appointment]:
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("connection")
    return rows.filter(programme_id=by.programme, state=AppointmentState.PLANNED, starts_at__gt=at)


def _call_off(rows: QuerySet[Appointment], reason: str, by: Viewer, at: dt.datetime) -> int:
    found = list(rows.order_by("id"))
    for row in found:
        call_off(row, reason, by, at)
    return len(found)
