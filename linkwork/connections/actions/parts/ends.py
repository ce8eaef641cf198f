"""Ends, and what a step means elsewhere."""

import datetime as dt

from django.utils.translation import gettext as _

from linkwork.connections.actions.parts.entry import entry_is_full, entry_is_gone, entry_is_right
from linkwork.connections.actions.parts.invitations import call_off_all
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.steps import Said, take
from linkwork.connections.models import Connection, Signpost
from linkwork.connections.rules import ENDS, Attendance, LetterKind, Outcome, Owner, SignpostState, State, Why
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.programmes import actions as programmes


def after_step(row: Connection, before: State, why: Why | None, by: Viewer, at: dt.datetime) -> None:
    """What a step means elsewhere: a known outcome speaks for the entry, a withdrawal is told to the partner."""
    if row.state == State.FINISHED and row.outcome != Outcome.NOT_KNOWN:
        entry_is_right(row.service_id, by, at)
    if why is Why.CLOSED:
        entry_is_gone(row.service_id, by, at)
    if why is Why.FULL:
        entry_is_full(row.service_id, by, at)
    if row.state in ENDS:
        came_to_an_end(row, by, at)
    if row.state == State.CANCELLED and before is not State.DRAFT and row.news_at is None:
        queue(row, LetterKind.WITHDRAWN, by, at, token="")


def came_to_an_end(row: Connection, by: Viewer, at: dt.datetime) -> None:
    """Nothing more is asked of the partner; where it came to nothing, its appointments are called off."""
    programmes.stop_letters(about_id=row.id, by=by, at=at)
    if row.state != State.FINISHED:
        call_off_all(row, _("The connection came to nothing."), by, at)


def settle(row: Connection, reason: str, at: dt.datetime) -> None:
    """End what nobody can say more of: a draft is cancelled, the rest is "not known" for all to see."""
    words = reason.strip() or _("We don’t know what came of it.")
    state = State(row.state)
    if state is State.DRAFT:
        take(row, State.CANCELLED, Said(Owner.WORKER, Owner.WORKER, reason=words), at)
        return
    row.went = Attendance.NOT_KNOWN
    end = State.FINISHED if state is State.STARTED else State.LAPSED
    take(row, end, Said(Owner.WORKER, Owner.WORKER, reason=words, outcome=Outcome.NOT_KNOWN), at)


def close_signpost(
    row: Signpost, went: Attendance, outcome: Outcome | None, words: str, at: dt.datetime
) -> None:
    """Write the answer down. Only somebody who went can say what came of it."""
    if went is Attendance.WENT and outcome is None:
        raise Invalid({"outcome": _("Say what came of it.")})
    row.state, row.followed_up_at, row.went = SignpostState.FOLLOWED_UP, at, went
    row.outcome = outcome if outcome and went is Attendance.WENT else ""
    row.outcome_words = words.strip()
    row.save()
