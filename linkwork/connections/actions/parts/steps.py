"""Taking a step: the one place where a connection's state is written."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import seen_by
from linkwork.connections.models import Connection, Step
from linkwork.connections.rules import (
    ENDS,
    Outcome,
    Owner,
    State,
    Why,
    outcome_fits,
    path,
    reason_is_missing,
)
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.rows import the_one
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class Said:
    """What was said with a step. `owner` decided it, `noted_by` wrote it down."""

    owner: Owner
    noted_by: Owner
    why: Why | None = None
    reason: str = ""
    starts_on: dt.date | None = None
    outcome: Outcome | None = None


def locked(by: Viewer, connection_id: UUID) -> Connection:
    """The connection, held until the transaction ends so that two answers cannot cross. Raises NotFound."""
    rows = Connection.objects.select_for_update(of=("self",)).filter(
        seen_by(by, "case__person_id"), programme_id=by.programme, id=connection_id
    )
    row = the_one(rows)
    if row is None:
        raise NotFound(_("There is no such connection."))
    return row


def begin(row: Connection, owner: Owner, at: dt.datetime) -> None:
    """Keep a new draft with its first step."""
    row.save(force_insert=True)
    _add_step(row, 1, State.DRAFT, Said(owner, owner), at, implied=False)


def take(row: Connection, to: State, said: Said, at: dt.datetime) -> None:
    """Move `row` to `to`, writing each state passed. Raises IllegalStep, or Invalid where a reason or outcome lacks."""
    way = path(State(row.state), to, said.owner)
    if not way:
        raise IllegalStep(_("That step is not open from where this request stands now."))
    _check_said(row, to, said)
    number = Step.objects.filter(programme_id=row.programme_id, connection_id=row.id).count()
    for place, state in enumerate(way, start=1):
        _add_step(row, number + place, state, said, at, implied=state is not to)
    row.state = to
    _note_days(row, way, said, at)


def _check_said(row: Connection, to: State, said: Said) -> None:
    if reason_is_missing(to, said.reason or (said.why or ""), said.starts_on) or (
        said.why is Why.OTHER and not said.reason.strip()
    ):
        raise Invalid({"reason": _("Say why, in a few words.")})
    if not outcome_fits(to, said.outcome, begun=row.state == State.STARTED):
        raise Invalid({"outcome": _("Say what came of it.")})


def _add_step(
    row: Connection, number: int, state: State, said: Said, at: dt.datetime, *, implied: bool
) -> None:
    words = "" if implied else said.reason.strip() or (said.why or "")
    Step.objects.create(
        id=id_at(at),
        programme_id=row.programme_id,
        connection_id=row.id,
        number=number,
        state=state,
        owner=said.owner,
        noted_by=said.noted_by,
        at=at,
        implied=implied,
        why="" if implied or said.why is None else said.why,
        reason=words,
        starts_on=None if implied else said.starts_on,
        created_at=at,
    )


def _note_days(row: Connection, way: tuple[State, ...], said: Said, at: dt.datetime) -> None:
    """The days that questions are asked of. An answer is an answer only where the partner gave it."""
    if State.SENT in way:
        row.sent_at = row.asked_at = at
    answers = {State.ACCEPTED, State.DECLINED}.intersection(way)
    if answers and said.owner is Owner.PARTNER and row.answered_at is None:
        row.answered_at = at
    if State.STARTED in way:
        row.started_at = at
    if way[-1] in ENDS:
        row.ended_at = at
    row.starts_on = said.starts_on or row.starts_on
    row.outcome = said.outcome or row.outcome
    row.news_at = None if said.noted_by is Owner.WORKER else at
    row.save()
