"""A partner proposes times; the worker or the person picks one, or says that none fits."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import seen_by
from linkwork.connections.access import check_may_move
from linkwork.connections.actions.appointments import set_appointment
from linkwork.connections.actions.parts.checks import check_still_agreed
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.links import make_link
from linkwork.connections.actions.parts.steps import Said, locked, take
from linkwork.connections.models import Proposal
from linkwork.connections.rules import ENDS, LetterKind, Owner, State, path, times_fit
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def propose_times(
    *, connection_id: UUID, times: Sequence[dt.datetime], by: Viewer, at: dt.datetime, where: str = ""
) -> UUID:
    """A partner proposes one to three times; the proposal's id. It says yes, and replaces what they proposed before.

    Raises Invalid for times that are past or twice the same, IllegalStep for a connection that is over.
    """
    if check_may_move(by, connection_id, at) is not Owner.PARTNER:
        raise NotAllowed(_("Times are proposed by the partner. Set the appointment instead."))
    if not times_fit(times, at):
        raise Invalid({"first": _("Give one to three times that are still ahead, each another one.")})
    row = locked(by, connection_id)
    check_still_agreed(row, by, at)
    if row.state in ENDS:
        raise IllegalStep(_("That step is not open from where this request stands now."))
    if path(State(row.state), State.ACCEPTED, Owner.PARTNER):
        take(row, State.ACCEPTED, Said(Owner.PARTNER, Owner.PARTNER), at)
    _open(by, connection_id).update(answered_at=at, answered_by=Owner.PARTNER)
    proposal = Proposal.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        connection_id=row.id,
        times=[moment.isoformat() for moment in sorted(times)],
        where=where.strip(),
        proposed_at=at,
        created_at=at,
    )
    row.news_at = at
    row.save()
    _record("propose_times", row.id, by, at, {"times": len(times)})
    return proposal.id


def _open(by: Viewer, connection_id: UUID):  # type: ignore[no-untyped-def]
    return Proposal.objects.filter(
        programme_id=by.programme, connection_id=connection_id, answered_at__isnull=True
    )


@action
def choose_time(
    *,
    proposal_id: UUID,
    chosen: dt.datetime | None,
    by: Viewer,
    at: dt.datetime,
    tell_person: bool = False,
) -> UUID | None:
    """Pick one of the proposed times, as the worker or the person; the appointment's id. None of them fits: None.

    The partner is told either way. Raises IllegalStep for a proposal that was answered, Invalid for another time.
    """
    rows = Proposal.objects.select_for_update(of=("self",)).filter(
        seen_by(by, "connection__case__person_id"), programme_id=by.programme, id=proposal_id
    )
    proposal = rows.first()
    if proposal is None:
        raise NotFound(_("There is no such proposal."))
    hand = check_may_move(by, proposal.connection_id, at)
    if hand is Owner.PARTNER:
        raise NotAllowed(_("The person or their worker chooses."))
    if proposal.answered_at is not None:
        raise IllegalStep(_("That has been answered already."))
    if chosen is not None and chosen.isoformat() not in proposal.times and chosen not in _moments(proposal):
        raise Invalid({"chosen": _("Choose one of the times offered.")})
    proposal.answered_at, proposal.answered_by, proposal.chosen_at = at, hand, chosen
    proposal.save()
    _record(
        "choose_time",
        proposal.connection_id,
        by,
        at,
        {"owner": hand.value, "fits": chosen is not None},
    )
    row = locked(by, proposal.connection_id)
    if chosen is None:
        queue(row, LetterKind.NO_TIME_FITS, by, at, make_link(row, at))
        row.news_at = at if hand is Owner.PERSON else None
        row.save()
        return None
    return set_appointment(
        connection_id=row.id,
        starts_at=chosen,
        where=proposal.where,
        tell_partner=True,
        tell_person=tell_person,
        by=by,
        at=at,
    )


def _moments(proposal: Proposal) -> list[dt.datetime]:
    return [dt.datetime.fromisoformat(text) for text in proposal.times]


def _record(verb: str, about_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(
        by=by, at=at, what=f"connections.{verb}", about="connection", about_id=about_id, detail=detail
    )
