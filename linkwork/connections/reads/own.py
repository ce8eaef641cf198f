"""What the person sees of their connections by their own link: what was arranged, and what they may say of it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework.access import check_is_own
from linkwork.connections.models import Connection, Proposal, Signpost
from linkwork.connections.reads.appointments import (
    AppointmentCard,
    ProposalCard,
    appointment_card,
    proposal_card,
    rows_of,
)
from linkwork.connections.rules import ENDS, AppointmentState, Attendance, Kind, Outcome, SignpostState, State
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class OwnConnection:
    """One thing that was arranged, as its person may see it. `may_tell`: they may still say how it went."""

    id: UUID
    kind: Kind
    service_name: str
    organisation_name: str
    phone: str
    state: State | SignpostState
    since: dt.datetime
    starts_on: dt.date | None
    went: Attendance | None
    outcome: Outcome | None
    may_tell: bool
    appointments: tuple[AppointmentCard, ...] = ()
    proposal: ProposalCard | None = None


def own_connections(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[OwnConnection]:
    """What was arranged for whoever holds this link, newest first; a draft is not theirs yet.

    Five questions of the database however much there is. Raises NotAllowed for anybody else's link.
    """
    check_is_own(viewer, case_id, at)
    appointments: dict[UUID | None, list[AppointmentCard]] = {}
    planned = rows_of(viewer.programme).filter(case_id=case_id, state=AppointmentState.PLANNED)
    for row in planned.order_by("starts_at", "id"):
        appointments.setdefault(row.connection_id, []).append(appointment_card(row))
    open_ones = Proposal.objects.filter(
        programme_id=viewer.programme, connection__case_id=case_id, answered_at__isnull=True
    )
    proposals = {row.connection_id: proposal_card(row) for row in open_ones}
    found = _sent(viewer, case_id, appointments, proposals) + _given(viewer, case_id)
    return sorted(found, key=lambda one: one.since, reverse=True)


def own_appointments(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[AppointmentCard]:
    """What is ahead for whoever holds this link, earliest first, of a connection or not. Two questions."""
    check_is_own(viewer, case_id, at)
    rows = rows_of(viewer.programme).filter(
        case_id=case_id, state=AppointmentState.PLANNED, starts_at__gte=at
    )
    return [appointment_card(row) for row in rows.order_by("starts_at", "id")]


def _sent(
    viewer: Viewer,
    case_id: UUID,
    appointments: dict[UUID | None, list[AppointmentCard]],
    proposals: dict[UUID, ProposalCard],
) -> list[OwnConnection]:
    rows = Connection.objects.filter(programme_id=viewer.programme, case_id=case_id).exclude(
        state=State.DRAFT
    )
    return [
        OwnConnection(
            id=row.id,
            kind=Kind(row.kind),
            service_name=row.service.name,
            organisation_name=row.service.organisation.name,
            phone=row.service.phone,
            state=State(row.state),
            since=row.sent_at or row.created_at,
            starts_on=row.starts_on,
            went=Attendance(row.went) if row.went else None,
            outcome=Outcome(row.outcome) if row.outcome else None,
            may_tell=row.state not in ENDS,
            appointments=tuple(appointments.get(row.id, ())),
            proposal=proposals.get(row.id),
        )
        for row in rows.select_related("service__organisation")
    ]


def _given(viewer: Viewer, case_id: UUID) -> list[OwnConnection]:
    rows = Signpost.objects.filter(programme_id=viewer.programme, case_id=case_id)
    return [
        OwnConnection(
            id=row.id,
            kind=Kind.SIGNPOST,
            service_name=row.service.name,
            organisation_name=row.service.organisation.name,
            phone=row.service.phone,
            state=SignpostState(row.state),
            since=row.given_at,
            starts_on=None,
            went=Attendance(row.went) if row.went else None,
            outcome=Outcome(row.outcome) if row.outcome else None,
            may_tell=row.state == SignpostState.GIVEN,
        )
        for row in rows.select_related("service__organisation")
    ]
