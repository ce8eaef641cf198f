"""Appointments: set, moved, called off, reminded of, and whether the person came."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.access import seen_by
from linkwork.connections.access import check_may_connect, check_may_move, check_may_tell
from linkwork.connections.actions.parts.attending import what_it_means
from linkwork.connections.actions.parts.checks import check_still_agreed, worker_for
from linkwork.connections.actions.parts.invitations import call_off, person_box, tell
from linkwork.connections.actions.parts.steps import Said, locked, take
from linkwork.connections.models import Appointment, Connection
from linkwork.connections.rules import (
    LONGEST,
    AppointmentKind,
    AppointmentState,
    Attended,
    LetterKind,
    Owner,
    State,
    path,
    reminder_is_due,
)
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer, system
from linkwork.programmes import actions as letters
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def set_appointment(
    *,
    starts_at: dt.datetime,
    by: Viewer,
    at: dt.datetime,
    connection_id: UUID | None = None,
    case_id: UUID | None = None,
    kind: AppointmentKind = AppointmentKind.AT_SERVICE,
    minutes: int = 60,
    where: str = "",
    tell_partner: bool = False,
    tell_person: bool = False,
) -> UUID:
    """Set an appointment; its id. A partner sets one at their own service, by their link: the worker is told.

    Of a connection, or of a case alone. `tell_person`: by e-mail, as the person wants. Raises Invalid for a time that
    is past, or for a person without an address; Refused where the person has taken consent back.
    """
    connection, hand = _connection(connection_id, by, at)
    _check_time(starts_at, minutes, at)
    case = cases.case_head(system(by.programme), connection.case_id if connection else _given(case_id))
    by_partner = hand is Owner.PARTNER
    row = Appointment(
        id=id_at(at),
        programme_id=by.programme,
        case_id=case.id,
        connection=connection,
        worker_id=connection.worker_id if connection else worker_for(by, case.worker_id),
        kind=AppointmentKind.AT_SERVICE if by_partner else kind,
        state=AppointmentState.PLANNED,
        starts_at=starts_at,
        minutes=minutes,
        where=where.strip(),
        made_by=hand,
        tell_partner=bool(connection and (by_partner or tell_partner)),
        tell_person=tell_person and not by_partner,
        created_at=at,
    )
    if row.tell_person and not case.email:
        raise Invalid({"tell_person": _("There is no e-mail address for them. Add one first, or tell them.")})
    row.save(force_insert=True)
    if connection:
        _note_start(connection, row, hand, at)
    tell(row, by, at)
    _record("set_appointment", row, by, at)
    return row.id


def _given(case_id: UUID | None) -> UUID:
    if case_id is None:
        raise NotFound(_("There is no such case in this programme."))
    return case_id


def _connection(connection_id: UUID | None, by: Viewer, at: dt.datetime) -> tuple[Connection | None, Owner]:
    if connection_id is None:
        check_may_connect(by)
        return None, Owner.WORKER
    hand = check_may_move(by, connection_id, at)
    row = locked(by, connection_id)
    check_still_agreed(row, by, at)
    return row, hand


def _check_time(starts_at: dt.datetime, minutes: int, at: dt.datetime) -> None:
    if starts_at <= at:
        raise Invalid({"starts_at": _("Choose a time that is still ahead.")})
    if not 1 <= minutes <= LONGEST:
        raise Invalid({"minutes": _("Choose between a minute and twelve hours.")})


def _note_start(connection: Connection, row: Appointment, hand: Owner, at: dt.datetime) -> None:
    """A day at the service is the day it starts; a partner who sets one has said yes. An introduction has its day."""
    if row.kind == AppointmentKind.INTRODUCTION and connection.manner:
        connection.meet_at = row.starts_at
        connection.save()
    if row.kind != AppointmentKind.AT_SERVICE:
        return
    day = timezone.localdate(row.starts_at)
    if path(State(connection.state), State.WAITING, Owner.PARTNER):
        take(connection, State.WAITING, Said(Owner.PARTNER, hand, starts_on=day), at)
    elif connection.state == State.WAITING:
        connection.starts_on = day
        connection.news_at = at if hand is Owner.PARTNER else connection.news_at
        connection.save()


@action
def move_appointment(
    *,
    appointment_id: UUID,
    starts_at: dt.datetime,
    by: Viewer,
    at: dt.datetime,
    minutes: int | None = None,
    where: str | None = None,
) -> None:
    """Another time or place: everybody who was told is told again, and reminded again. Raises Invalid, IllegalStep."""
    row = _mine(appointment_id, by, at)
    _check_time(starts_at, minutes or row.minutes, at)
    row.starts_at, row.minutes = starts_at, minutes or row.minutes
    row.where = row.where if where is None else where.strip()
    row.sequence, row.reminded_at = row.sequence + 1, None
    row.save()
    if row.connection_id:
        _note_start(locked(by, row.connection_id), row, _hand(row, by, at), at)
    tell(row, by, at)
    _record("move_appointment", row, by, at)


@action
def cancel_appointment(*, appointment_id: UUID, reason: str, by: Viewer, at: dt.datetime) -> None:
    """Call it off, and say so to whoever was told of it. Raises Invalid without a reason, IllegalStep if over."""
    row = _mine(appointment_id, by, at)
    if not reason.strip():
        raise Invalid({"reason": _("Say why, in a few words.")})
    call_off(row, reason, by, at)
    _record("cancel_appointment", row, by, at)


@action
def note_attendance(
    *, appointment_id: UUID, attended: Attended, by: Viewer, at: dt.datetime, words: str = ""
) -> None:
    """Whether the person came, as the worker, the partner or the person says. Raises IllegalStep before its time.

    Who came to the service has started there; who met the partner at an introduction has been introduced.
    """
    row = _mine(appointment_id, by, at)
    if row.starts_at > at:
        raise IllegalStep(_("It hasn’t begun yet."))
    hand = _hand(row, by, at)
    row.attended, row.attended_by, row.attended_at = attended, hand, at
    row.words = words.strip() or row.words
    row.save()
    if row.connection_id:
        what_it_means(locked(by, row.connection_id), row, attended, hand, at)
    _record("note_attendance", row, by, at, {"attended": attended.value, "owner": hand.value})


@action
def remind(*, appointment_id: UUID, by: Viewer, at: dt.datetime) -> bool:
    """Send the person a reminder if one is due and they want it by e-mail; whether one was written. Safe to repeat.

    Anybody else stands on the worker's day until they have been called (`note_reminded`).
    """
    check_may_connect(by)
    row = _locked(appointment_id, by)
    hours = programmes.programme(by).remind_before_hours
    state = AppointmentState(row.state)
    if not reminder_is_due(state, row.starts_at, at, hours=hours, reminded_at=row.reminded_at):
        return False
    to, language = person_box(row, by)
    if not (row.tell_person and to):
        return False
    sender = programmes.worker(by, row.worker_id).name if row.worker_id else ""
    letters.write_letter(
        kind=LetterKind.REMINDER.value,
        about_id=row.id,
        to=to,
        language=language or "en",
        sender=sender,
        by=by,
        at=at,
    )
    row.reminded_at = at
    row.save()
    _record("remind", row, by, at, {"how": "letter"})
    return True


@action
def note_reminded(*, appointment_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The worker has called or written to the person themself."""
    check_may_connect(by)
    row = _locked(appointment_id, by)
    row.reminded_at = at
    row.save()
    _record("remind", row, by, at, {"how": "worker"})


def _locked(appointment_id: UUID, by: Viewer) -> Appointment:
    rows = Appointment.objects.select_for_update(of=("self",)).filter(programme_id=by.programme)
    row = rows.filter(seen_by(by, "case__person_id"), id=appointment_id).first()
    if row is None:
        raise NotFound(_("There is no such appointment."))
    return row


def _hand(row: Appointment, by: Viewer, at: dt.datetime) -> Owner:
    """Whose hand it is: check first. Raises NotAllowed."""
    return check_may_tell(by, row.case_id, row.connection_id, at)


def _mine(appointment_id: UUID, by: Viewer, at: dt.datetime) -> Appointment:
    row = _locked(appointment_id, by)
    _hand(row, by, at)
    if row.state != AppointmentState.PLANNED or row.attended:
        raise IllegalStep(_("This appointment is over."))
    return row


def _record(
    verb: str, row: Appointment, by: Viewer, at: dt.datetime, detail: dict[str, object] | None = None
) -> None:
    more = {"kind": row.kind, "sequence": row.sequence} | (detail or {})
    trail.record(by=by, at=at, what=f"connections.{verb}", about="appointment", about_id=row.id, detail=more)
