"""What the person sees of their connections by their own link: what was arranged, and what they may say of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from linkwork.casework.access import check_is_own
from linkwork.connections.models import Connection, Proposal, Signpost
from linkwork.connections.reads.appointments import (
    AppointmentCard,
    ProposalCard,
    appointment_card,
    rows_of,
)
from linkwork.connections.rules import (
    ENDS,
    AppointmentState,
    Attendance,
    Kind,
    Outcome,
    Shared,
    SignpostState,
    State,
)
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class OwnConnection:
    """One thing that was arranged, as its person may see it. `may_tell`: they may still say how it went.

    `shared` is what they agreed that the service knows, `may_call_off` whether they can still take that back.
    """

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
    proposal: ProposalCard | None = None
    shared: tuple[Shared, ...] = ()
    may_call_off: bool = False


def own_connections(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[OwnConnection]:
    """What was arranged for whoever holds this link, newest first; a draft is not theirs yet.

    Three questions of the database however much there is. Raises NotAllowed for anybody else's link.
    """
    check_is_own(viewer, case_id, at)
    return _arranged(viewer, case_id)


def own_page_values(
    viewer: Viewer, case_id: UUID, at: dt.datetime
) -> tuple[list[OwnConnection], list[AppointmentCard]]:
    """What was arranged, and the appointments ahead, in four questions. Raises NotAllowed for another's link."""
    check_is_own(viewer, case_id, at)
    return _arranged(viewer, case_id), _ahead(viewer, case_id, at)


def _arranged(viewer: Viewer, case_id: UUID) -> list[OwnConnection]:
    found = _sent(viewer, case_id) + _given(viewer, case_id)
    return sorted(found, key=lambda one: one.since, reverse=True)


def _ahead(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[AppointmentCard]:
    rows = rows_of(viewer.programme).filter(
        case_id=case_id, state=AppointmentState.PLANNED, starts_at__gte=at
    )
    return [appointment_card(row) for row in rows.order_by("starts_at", "id")]


def _sent(viewer: Viewer, case_id: UUID) -> list[OwnConnection]:
    waiting = Proposal.objects.filter(
        programme_id=viewer.programme, connection_id=OuterRef("id"), answered_at__isnull=True
    )
    rows: Any = Connection.objects.filter(programme_id=viewer.programme, case_id=case_id)
    rows = rows.exclude(state=State.DRAFT).annotate(
        **{
            f"proposal_{name}": Subquery(waiting.values(name)[:1])
            for name in ("id", "times", "where", "proposed_at")
        }
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
            proposal=_proposal(row),
            shared=tuple(Shared(one) for one in row.shared),
            may_call_off=row.state not in ENDS,
        )
        for row in rows.select_related("service__organisation")
    ]


def _proposal(row: Any) -> ProposalCard | None:
    if row.proposal_id is None:
        return None
    times = tuple(dt.datetime.fromisoformat(text) for text in row.proposal_times)
    return ProposalCard(row.proposal_id, row.id, times, row.proposal_where, row.proposal_proposed_at)


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
