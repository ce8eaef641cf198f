"""Asking for appointments: of a case, of a worker's days, due to be reminded, for a calendar."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.access import seen_by
from linkwork.connections.access import calendar_worker, check_may_connect
from linkwork.connections.models import Appointment, Proposal
from linkwork.connections.rules import AppointmentKind, AppointmentState, Attended, Owner
from linkwork.core.errors import NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer, system
from linkwork.programmes import reads as programmes

MOST = 500
PAST, AHEAD = dt.timedelta(days=30), dt.timedelta(days=365)  # what a calendar shows


@dataclass(frozen=True)
class AppointmentCard:
    """An appointment; times are aware. `service_name` is empty for one that belongs to no connection."""

    id: UUID
    case_id: UUID
    connection_id: UUID | None
    worker_id: UUID | None
    person_name: str
    initials: str
    service_name: str
    organisation_name: str
    kind: AppointmentKind
    state: AppointmentState
    starts_at: dt.datetime
    minutes: int
    where: str
    made_by: Owner
    tell_partner: bool
    tell_person: bool
    sequence: int
    reminded_at: dt.datetime | None
    reason: str
    attended: Attended | None
    attended_by: Owner | None
    words: str

    @property
    def ends_at(self) -> dt.datetime:
        """When it is over."""
        return self.starts_at + dt.timedelta(minutes=self.minutes)

    @property
    def is_planned(self) -> bool:
        """Whether it still stands."""
        return self.state is AppointmentState.PLANNED


@dataclass(frozen=True)
class ProposalCard:
    """Times that a partner proposed and nobody has chosen from yet, earliest first."""

    id: UUID
    connection_id: UUID
    times: tuple[dt.datetime, ...]
    where: str
    proposed_at: dt.datetime


def rows_of(programme_id: UUID) -> QuerySet[Appointment]:
    """The appointments of a programme with the names that go with them. For this room's own questions."""
    return Appointment.objects.filter(programme_id=programme_id).annotate(
        given=F("case__person__given_name"),
        family=F("case__person__family_name"),
        service_label=F("connection__service__name"),
        organisation_label=F("connection__service__organisation__name"),
    )


def _rows(viewer: Viewer) -> QuerySet[Appointment]:
    check_may_connect(viewer)
    return rows_of(viewer.programme).filter(seen_by(viewer, "case__person_id"))


def appointment_card(row: Any) -> AppointmentCard:
    """A row as plain values."""
    return AppointmentCard(
        id=row.id,
        case_id=row.case_id,
        connection_id=row.connection_id,
        worker_id=row.worker_id,
        person_name=row.given,
        initials=initials(f"{row.given} {row.family}".strip()),
        service_name=row.service_label or "",
        organisation_name=row.organisation_label or "",
        kind=AppointmentKind(row.kind),
        state=AppointmentState(row.state),
        starts_at=row.starts_at,
        minutes=row.minutes,
        where=row.where,
        made_by=Owner(row.made_by),
        tell_partner=row.tell_partner,
        tell_person=row.tell_person,
        sequence=row.sequence,
        reminded_at=row.reminded_at,
        reason=row.reason,
        attended=Attended(row.attended) if row.attended else None,
        attended_by=Owner(row.attended_by) if row.attended_by else None,
        words=row.words,
    )


def appointment(viewer: Viewer, appointment_id: UUID) -> AppointmentCard:
    """One appointment. Raises NotFound. One question of the database."""
    row = _rows(viewer).filter(id=appointment_id).first()
    if row is None:
        raise NotFound(_("There is no such appointment."))
    return appointment_card(row)


def appointments_of(viewer: Viewer, case_id: UUID) -> list[AppointmentCard]:
    """The appointments of a case, earliest first. One question of the database."""
    rows = _rows(viewer).filter(case_id=case_id).order_by("starts_at", "id")
    return [appointment_card(row) for row in rows]


def appointments_for(viewer: Viewer, connection_id: UUID) -> list[AppointmentCard]:
    """The appointments of a connection, earliest first. One question of the database."""
    rows = _rows(viewer).filter(connection_id=connection_id).order_by("starts_at", "id")
    return [appointment_card(row) for row in rows]


def my_appointments(
    viewer: Viewer, since: dt.datetime, until: dt.datetime, cover_on: dt.date | None = None
) -> list[AppointmentCard]:
    """The viewer's own that stand and nobody has said more of, in this time, earliest first. One question.

    With `cover_on` also those of the colleagues the viewer covers for on that day. None for who is no worker.
    """
    if viewer.id is None:
        return []
    rows = _rows(viewer).filter(
        cases.held_by(viewer, viewer.id, cover_on),
        state=AppointmentState.PLANNED,
        attended="",
        starts_at__gte=since,
        starts_at__lte=until,
    )
    return [appointment_card(row) for row in rows.order_by("starts_at", "id")[:MOST]]


def to_remind(viewer: Viewer, at: dt.datetime) -> list[UUID]:
    """Those whose person wants an e-mail and is to be reminded now, earliest first. For the rounds. Two questions."""
    check_may_connect(viewer)
    hours = programmes.programme(viewer).remind_before_hours
    rows = Appointment.objects.filter(
        programme_id=viewer.programme,
        state=AppointmentState.PLANNED,
        reminded_at__isnull=True,
        tell_person=True,
        starts_at__gt=at,
        starts_at__lte=at + dt.timedelta(hours=hours),
    )
    return list(rows.order_by("starts_at").values_list("id", flat=True)[:MOST])


def open_proposal(viewer: Viewer, connection_id: UUID) -> ProposalCard | None:
    """The times that wait to be chosen from. One question of the database."""
    check_may_connect(viewer)
    return proposal_of(viewer.programme, connection_id)


def proposal_of(programme_id: UUID, connection_id: UUID) -> ProposalCard | None:
    """See `open_proposal`. For this room's own questions, which have checked who asks."""
    row = Proposal.objects.filter(
        programme_id=programme_id, connection_id=connection_id, answered_at__isnull=True
    ).first()
    return proposal_card(row) if row else None


def proposal_card(row: Proposal) -> ProposalCard:
    """A row as plain values."""
    times = tuple(dt.datetime.fromisoformat(text) for text in row.times)
    return ProposalCard(row.id, row.connection_id, times, row.where, row.proposed_at)


def calendar(token: str, at: dt.datetime) -> tuple[str, list[AppointmentCard]]:
    """(programme's name, appointments) behind a worker's private address: a month back, a year ahead.

    Raises Refused, always with the same sentence, for an address that does not open.
    """
    programme_id, worker_id = calendar_worker(token, at)
    rows = rows_of(programme_id).filter(
        worker_id=worker_id, starts_at__gte=at - PAST, starts_at__lte=at + AHEAD
    )
    name = programmes.programme(system(programme_id)).name
    return name, [appointment_card(row) for row in rows.order_by("starts_at", "id")[:MOST]]
