"""Asking a service for somebody: a draft, what the person agreed to, and off it goes."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.connections.access import check_may_connect
from linkwork.connections.actions.appointments import set_appointment
from linkwork.connections.actions.parts.checks import PURPOSE, check_case_runs, check_need, worker_for
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.links import make_link
from linkwork.connections.actions.parts.steps import Said, begin, locked, take
from linkwork.connections.models import Connection
from linkwork.connections.rules import (
    AppointmentKind,
    Handover,
    Kind,
    LetterKind,
    Owner,
    Shared,
    State,
    missing_share,
)
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.trail import actions as trail


@dataclass(frozen=True)
class Sent:
    """What was sent. `token` opens the partner's page; it is shown once and cannot be asked for again."""

    connection_id: UUID
    token: str


@action
def draft(
    *,
    case_id: UUID,
    need_id: UUID,
    service_id: UUID,
    kind: Kind,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    handover: Handover | None = None,
) -> UUID:
    """Prepare a referral or a warm handover; its id. `wants` is what the person hopes for, to be shared if they agree.

    Raises Invalid for a signpost (see `signpost`), a need of another case, or a handover without who introduces.
    """
    check_may_connect(by)
    _check_kind(kind, handover)
    case, service = cases.case_head(by, case_id), directory.service(by, service_id)
    check_case_runs(case, at)
    check_need(by, case_id, need_id)
    row = Connection(
        id=id_at(at),
        programme_id=by.programme,
        case_id=case.id,
        need_id=need_id,
        service_id=service.id,
        worker_id=worker_for(by, case.worker_id),
        kind=kind,
        state=State.DRAFT,
        wants=wants.strip(),
        recipient=service.organisation_name[:160],
        created_at=at,
    )
    _introduce(row, handover)
    begin(row, Owner.WORKER, at)
    trail.record(
        by=by,
        at=at,
        what="connections.draft",
        about="connection",
        about_id=row.id,
        detail={"kind": kind.value},
    )
    return row.id


def _check_kind(kind: Kind, handover: Handover | None) -> None:
    if kind is Kind.SIGNPOST:
        raise Invalid({"kind": _("A signpost is given, not sent.")})
    if kind is Kind.WARM_HANDOVER and (handover is None or not handover.introduced_by.strip()):
        raise Invalid({"introduced_by": _("Say who makes the introduction.")})
    if kind is Kind.REFERRAL and handover is not None:
        raise Invalid({"kind": _("An introduction belongs to a warm handover.")})


@action
def change_draft(
    *,
    connection_id: UUID,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    handover: Handover | None = None,
) -> None:
    """Write on at a draft. Raises IllegalStep for what was sent, Invalid as `draft`."""
    check_may_connect(by)
    row = locked(by, connection_id)
    _check_draft(row)
    _check_kind(Kind(row.kind), handover)
    row.wants = wants.strip()
    _introduce(row, handover)
    row.save()
    trail.record(by=by, at=at, what="connections.change_draft", about="connection", about_id=row.id)


def _check_draft(row: Connection) -> None:
    if row.state != State.DRAFT:
        raise IllegalStep(_("This was sent already."))


def _introduce(row: Connection, handover: Handover | None) -> None:
    if handover:
        row.introduced_by, row.accompanied = handover.introduced_by.strip(), handover.accompanied
        row.meet_at, row.manner = handover.meet_at, handover.manner


@action
def finish_draft(
    *,
    connection_id: UUID,
    shared: Collection[Shared],
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    handover: Handover | None = None,
    agreed: bool = False,
    agreed_how: str = "",
    send_to: str = "",
) -> Sent:
    """Write on at a draft and send it in one step, as its page does. See `send` for what is refused."""
    change_draft(connection_id=connection_id, wants=wants, handover=handover, by=by, at=at)
    return send(
        connection_id=connection_id,
        shared=shared,
        agreed=agreed,
        agreed_how=agreed_how,
        send_to=send_to,
        by=by,
        at=at,
    )


@action
def send(
    *,
    connection_id: UUID,
    shared: Collection[Shared],
    by: Viewer,
    at: dt.datetime,
    agreed: bool = False,
    agreed_how: str = "",
    send_to: str = "",
) -> Sent:
    """Send a draft. Nothing personal is shared without the person's consent: given now, or standing in the record.

    `agreed` with `agreed_how` ("said so on the phone today") gives consent for this recipient in the same step.
    Raises Invalid where it is missing, or where a referral would reach the partner without a way to reach the person.
    """
    check_may_connect(by)
    row = locked(by, connection_id)
    _check_draft(row)
    row.shared = sorted(set(shared))
    if missing_share(Kind(row.kind), frozenset(shared)):
        raise Invalid({"shared": _("A referral needs a name, and a phone number or an e-mail address.")})
    if row.shared:
        _agree(row, agreed, agreed_how, by, at)
    row.send_to, row.language = send_to, get_language() or ""
    take(row, State.SENT, Said(Owner.WORKER, Owner.WORKER), at)
    token = make_link(row, at)
    queue(row, LetterKind.ASK, by, at, token)
    if row.meet_at and row.meet_at > at:
        _meet(row, by, at)
    trail.record(
        by=by,
        at=at,
        what="connections.send",
        about="connection",
        about_id=row.id,
        detail={"shared": row.shared, "letter": bool(send_to)},
    )
    return Sent(row.id, token)


def _meet(row: Connection, by: Viewer, at: dt.datetime) -> None:
    """A handover with a day is an appointment: it stands in calendars, and people are reminded of it."""
    set_appointment(
        connection_id=row.id,
        starts_at=row.meet_at or at,
        kind=AppointmentKind.INTRODUCTION,
        minutes=30,
        tell_partner=bool(row.send_to),
        by=by,
        at=at,
    )


def _agree(row: Connection, agreed: bool, how: str, by: Viewer, at: dt.datetime) -> None:
    """Keep the consent given in this step, or find the one that stands."""
    if not agreed:
        if not cases.may_share(by, row.case_id, PURPOSE, row.recipient, at=at):
            raise Invalid({"agreed": _("Ask the person first: nothing is shared until they agree.")})
        row.agreed_how = _("Agreed before; it stands in the record.")
        return
    if not how.strip():
        raise Invalid({"agreed_how": _("Say how they agreed, for example “on the phone today”.")})
    row.agreed_how = how.strip()
    casework.give_consent(case_id=row.case_id, purpose=PURPOSE, recipient=row.recipient, by=by, at=at)


@action
def connect(
    *,
    case_id: UUID,
    need_id: UUID,
    service_id: UUID,
    kind: Kind,
    shared: Collection[Shared],
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    handover: Handover | None = None,
    agreed: bool = False,
    agreed_how: str = "",
    send_to: str = "",
) -> Sent:
    """Draft and send in one step, as the page does. See `draft` and `send` for what is refused."""
    connection_id = draft(
        case_id=case_id,
        need_id=need_id,
        service_id=service_id,
        kind=kind,
        wants=wants,
        handover=handover,
        by=by,
        at=at,
    )
    return send(
        connection_id=connection_id,
        shared=shared,
        agreed=agreed,
        agreed_how=agreed_how,
        send_to=send_to,
        by=by,
        at=at,
    )
