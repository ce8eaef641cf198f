"""Moving a connection on, and asking the person how it went."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.connections.access import check_may_connect, check_may_move
from linkwork.connections.actions.parts.ends import after_step, came_to_an_end, settle
from linkwork.connections.actions.parts.entry import entry_is_gone, entry_is_right
from linkwork.connections.actions.parts.steps import Said, locked, take
from linkwork.connections.rules import Attendance, Kind, Outcome, Owner, State, Why
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def move(
    *,
    connection_id: UUID,
    to: State,
    by: Viewer,
    at: dt.datetime,
    told_by: Owner | None = None,
    why: Why | None = None,
    reason: str = "",
    starts_on: dt.date | None = None,
    outcome: Outcome | None = None,
    outcome_words: str = "",
) -> None:
    """Take a step of the table. A worker who was told on the phone says by whom (`told_by`): it stays that one's step.

    Raises IllegalStep where the table has no way, Invalid where a reason or an outcome is missing.
    """
    hand = check_may_move(by, connection_id, at)
    if hand is Owner.PARTNER and told_by not in (None, Owner.PARTNER):
        raise NotAllowed(_("A partner speaks for themselves only."))
    if to is State.SENT:
        raise IllegalStep(_("A draft is sent with what the person agreed to share."))
    row = locked(by, connection_id)
    before = State(row.state)
    row.outcome_words = outcome_words.strip() or row.outcome_words
    take(row, to, Said(told_by or hand, hand, why, reason, starts_on, outcome), at)
    after_step(row, before, why, by, at)
    trail.record(
        by=by,
        at=at,
        what="connections.move",
        about="connection",
        about_id=row.id,
        detail={"from": before.value, "to": to.value, "owner": (told_by or hand).value},
    )


@action
def follow_up(
    *,
    connection_id: UUID,
    went: Attendance,
    by: Viewer,
    at: dt.datetime,
    outcome: Outcome | None = None,
    words: str = "",
    reason: str = "",
    service_closed: bool = False,
) -> None:
    """What the person says: they went and what came of it; did not go and why; or nobody can say. Ends the connection.

    Raises Invalid where the outcome of going, or the reason of not going, is missing.
    """
    check_may_connect(by)
    row = locked(by, connection_id)
    row.went = went
    row.outcome_words = words.strip() or row.outcome_words
    if went is Attendance.NOT_KNOWN:
        settle(row, reason, at)
    elif went is Attendance.DID_NOT_GO:
        take(row, State.LAPSED, Said(Owner.WORKER, Owner.WORKER, reason=reason), at)
    else:
        take(row, State.FINISHED, Said(Owner.PERSON, Owner.WORKER, outcome=outcome), at)
        if outcome is not Outcome.NOT_KNOWN:
            entry_is_right(row.service_id, by, at)
    came_to_an_end(row, by, at)
    if service_closed:
        entry_is_gone(row.service_id, by, at)
    trail.record(
        by=by,
        at=at,
        what="connections.follow_up",
        about="connection",
        about_id=row.id,
        detail={"went": went.value, "outcome": outcome.value if outcome else ""},
    )


@action
def postpone(*, connection_id: UUID, until: dt.date, by: Viewer, at: dt.datetime) -> None:
    """It is too early to say: ask again on `until`. Raises Invalid for a day that is not ahead."""
    check_may_connect(by)
    if until <= at.date():
        raise Invalid({"until": _("Choose a day after today.")})
    row = locked(by, connection_id)
    row.ask_again_on, row.news_at = until, None
    row.save()
    trail.record(by=by, at=at, what="connections.postpone", about="connection", about_id=row.id)


@action
def note_introduction(
    *, connection_id: UUID, happened: bool, on: dt.date, by: Viewer, at: dt.datetime, words: str = ""
) -> None:
    """Whether a warm handover's introduction took place, on which day, and what happened. It moves nothing by itself.

    Raises Invalid for a day ahead, for another kind of connection, or where it did not take place and nobody says why.
    """
    check_may_connect(by)
    row = locked(by, connection_id)
    if row.kind != Kind.WARM_HANDOVER:
        raise Invalid({"happened": _("An introduction belongs to a warm handover.")})
    if on > timezone.localdate(at):
        raise Invalid({"on": _("Choose today or a day before.")})
    if not happened and not words.strip():
        raise Invalid({"words": _("Say why, in a few words.")})
    row.introduced, row.introduced_on, row.introduced_words = happened, on, words.strip()
    row.save()
    trail.record(
        by=by,
        at=at,
        what="connections.note_introduction",
        about="connection",
        about_id=row.id,
        detail={"happened": happened},
    )


@action
def note_news(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The worker has read the partner's answer; it no longer waits on their day's page."""
    check_may_connect(by)
    row = locked(by, connection_id)
    row.news_at = None
    row.save()
    trail.record(by=by, at=at, what="connections.note_news", about="connection", about_id=row.id)
