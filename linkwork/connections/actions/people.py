"""What the person says by their own link: whether they went, and whether it helped."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_is_own
from linkwork.connections.access import check_may_move
from linkwork.connections.actions.parts.ends import came_to_an_end, close_signpost
from linkwork.connections.actions.parts.entry import entry_is_right
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.steps import Said, locked, take
from linkwork.connections.models import Signpost
from linkwork.connections.rules import ENDS, Attendance, LetterKind, Outcome, Owner, SignpostState, State
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def tell(
    *,
    connection_id: UUID,
    went: Attendance,
    by: Viewer,
    at: dt.datetime,
    outcome: Outcome | None = None,
    words: str = "",
) -> None:
    """The person says how it went. Who went and says what came of it has closed the loop; who did not go has not.

    Their worker hears of it either way, and decides what is next. Raises Invalid where the outcome of going is
    missing, IllegalStep once it is over.
    """
    if check_may_move(by, connection_id, at) is not Owner.PERSON:
        raise NotAllowed(_("This is the person’s own word. Note what they told you as a follow-up."))
    row = locked(by, connection_id)
    if row.state in {*ENDS, State.DRAFT}:
        raise IllegalStep(_("That has been answered already."))
    if went is Attendance.WENT:
        if outcome in (None, Outcome.NOT_KNOWN):
            raise Invalid({"outcome": _("Choose what came of it.")})
        row.went, row.outcome_words = went, words.strip() or row.outcome_words
        take(row, State.FINISHED, Said(Owner.PERSON, Owner.PERSON, outcome=outcome), at)
        entry_is_right(row.service_id, by, at)
    else:
        row.went = went if went is Attendance.DID_NOT_GO else ""
        row.outcome_words, row.news_at = words.strip() or row.outcome_words, at
        row.save()
    _record("tell", "connection", row.id, by, at, {"went": went.value, "outcome": outcome or ""})


@action
def call_off(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The person wants it no more: nothing about them is shown there from now on, the partner and the worker hear.

    Raises IllegalStep once it is over, NotAllowed for anybody but the person.
    """
    if check_may_move(by, connection_id, at) is not Owner.PERSON:
        raise NotAllowed(_("This is the person’s own word. Note what they told you as a follow-up."))
    row = locked(by, connection_id)
    if row.state in {*ENDS, State.DRAFT}:
        raise IllegalStep(_("That has been answered already."))
    words = _("The person called it off on their own page.")
    take(row, State.CANCELLED, Said(Owner.PERSON, Owner.PERSON, reason=words), at)
    came_to_an_end(row, by, at)
    queue(row, LetterKind.WITHDRAWN, by, at, token="")
    _record("call_off", "connection", row.id, by, at, {})


@action
def tell_of_signpost(
    *,
    signpost_id: UUID,
    went: Attendance,
    by: Viewer,
    at: dt.datetime,
    outcome: Outcome | None = None,
    words: str = "",
) -> None:
    """The person says whether they went where they were told of. Raises IllegalStep the second time."""
    row = Signpost.objects.select_for_update().filter(programme_id=by.programme, id=signpost_id).first()
    if row is None:
        raise NotFound(_("There is no such signpost."))
    check_is_own(by, row.case_id, at)
    if row.state != SignpostState.GIVEN:
        raise IllegalStep(_("That has been answered already."))
    close_signpost(row, went, outcome, words, at)
    if went is Attendance.WENT:
        entry_is_right(row.service_id, by, at)
    _record("tell_of_signpost", "signpost", row.id, by, at, {"went": went.value, "outcome": row.outcome})


def _record(
    verb: str, about: str, about_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]
) -> None:
    trail.record(by=by, at=at, what=f"connections.{verb}", about=about, about_id=about_id, detail=detail)
