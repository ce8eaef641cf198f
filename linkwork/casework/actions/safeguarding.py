"""Raising a safeguarding concern and what follows: everything is added, nothing is changed or taken away."""

import datetime as dt
from dataclasses import asdict
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import (
    check_may_raise_concern,
    check_part_in_concern,
)
from linkwork.casework.actions.parts.checks import check_text, locked_case
from linkwork.casework.actions.parts.concerns import (
    add_entry,
    ask_lead,
    check_account,
    locked_concern,
    move,
)
from linkwork.casework.models import Concern, ConcernAccount
from linkwork.casework.rules.safeguarding import (
    UNACKNOWLEDGED,
    Account,
    ConcernState,
    Decision,
    EntryKind,
    Part,
)
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotAllowed, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.trail import actions as trail


@action
def raise_concern(
    *, account: Account, by: Viewer, at: dt.datetime, case_id: UUID | None = None, about: str = ""
) -> UUID:
    """Raise a concern about a case's person, or about somebody `about` describes; its id.

    The clock starts and the first lead who is not the author is asked. Raises Invalid by field.
    """
    check_may_raise_concern(by)
    check_account(account)
    if case_id is not None:
        locked_case(case_id, by)
    elif not about.strip():
        raise Invalid({"about": _("Say whom it is about, as well as you can.")})
    row = Concern(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        case_id=case_id,
        about="" if case_id else about.strip(),
        author_id=by.worker_id,
        danger=account.danger,
        raised_at=at,
        state=ConcernState.RAISED,
    )
    ask_lead(row, None, by, at)
    row.save(force_insert=True)
    _add_account(row, account, by, at)
    add_entry(row, EntryKind.RAISED, by, at, lead_id=row.lead_id)
    _record(row, "raise_concern", by, at)
    return row.id


@action
def add_account(*, concern_id: UUID, account: Account, by: Viewer, at: dt.datetime) -> None:
    """Add what is known now; every older account stays as it was. Raises Refused once the concern is closed."""
    row = locked_concern(concern_id, by)
    check_part_in_concern(by, row.author_id)
    _check_running(row)
    check_account(account)
    _add_account(row, account, by, at)
    add_entry(row, EntryKind.ADDED, by, at)
    if account.danger and not row.danger:
        row.danger = True
        if row.state in UNACKNOWLEDGED:
            ask_lead(row, row.lead_id, by, at, same=True)
        row.save(update_fields=["danger", "lead", "due_at"])
    _record(row, "add_account", by, at)


@action
def note_told(
    *, concern_id: UUID, told: str, told_at: dt.datetime, by: Viewer, at: dt.datetime, words: str = ""
) -> None:
    """Note who was told, and when. Raises Invalid for a time to come, Refused once the concern is closed."""
    row = locked_concern(concern_id, by)
    check_part_in_concern(by, row.author_id)
    _check_running(row)
    check_text("told", told)
    if told_at > at:
        raise Invalid({"told_at": _("Enter a time that is not in the future.")})
    add_entry(row, EntryKind.TOLD, by, at, words=words, told=told.strip(), told_at=told_at)
    _record(row, "note_told", by, at)


@action
def acknowledge_concern(*, concern_id: UUID, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """A lead has read it and takes it on: the clock stops. Raises IllegalStep, NotAllowed."""
    _step(concern_id, ConcernState.ACKNOWLEDGED, EntryKind.ACKNOWLEDGED, words, by, at)


@action
def decide_concern(*, concern_id: UUID, decision: Decision, words: str, by: Viewer, at: dt.datetime) -> None:
    """Say what is done about it and why. A later decision stands beside the older one."""
    _step(concern_id, ConcernState.DECIDED, EntryKind.DECIDED, words, by, at, decision)


@action
def close_concern(*, concern_id: UUID, words: str, by: Viewer, at: dt.datetime) -> None:
    """End it, saying what came of what the person wanted."""
    _step(concern_id, ConcernState.CLOSED, EntryKind.CLOSED, words, by, at)


@action
def reopen_concern(*, concern_id: UUID, words: str, by: Viewer, at: dt.datetime) -> None:
    """Open it again: a lead has to acknowledge anew, and the clock runs."""
    _step(concern_id, ConcernState.REOPENED, EntryKind.REOPENED, words, by, at)


@action
def pass_on_concern(*, concern_id: UUID, by: Viewer, at: dt.datetime) -> bool:
    """Ask the next lead about a concern nobody acknowledged in time; whether it was passed on. Safe to repeat.

    The clock is all it moves: it never acknowledges, decides or closes. For the command line's rounds.
    """
    if by.kind is not Kind.SYSTEM:
        raise NotAllowed(_("Only the rounds pass concerns on."))
    late = Concern.objects.select_for_update().filter(
        programme_id=by.programme, state__in=UNACKNOWLEDGED, due_at__lte=at
    )
    row = late.filter(id=concern_id).first()
    if row is None:
        return False
    ask_lead(row, row.lead_id, by, at)
    row.save(update_fields=["lead", "due_at"])
    add_entry(row, EntryKind.PASSED_ON, by, at, lead_id=row.lead_id)
    _record(row, "pass_on_concern", by, at)
    return True


def _step(
    concern_id: UUID,
    to: ConcernState,
    kind: EntryKind,
    words: str,
    by: Viewer,
    at: dt.datetime,
    decision: Decision | None = None,
) -> None:
    row = locked_concern(concern_id, by)
    parts: frozenset[Part] = check_part_in_concern(by, row.author_id)
    move(row, to, parts, words)
    if to in UNACKNOWLEDGED:
        ask_lead(row, None, by, at)
    elif to is ConcernState.ACKNOWLEDGED:
        row.lead_id, row.due_at = by.worker_id, None
    row.save(update_fields=["state", "lead", "due_at"])
    add_entry(
        row, kind, by, at, words=words, decision=decision.value if decision else "", lead_id=row.lead_id
    )
    _record(row, "move_concern", by, at)


def _check_running(row: Concern) -> None:
    if row.state == ConcernState.CLOSED:
        raise Refused(_("This concern is closed. Open it again to add to it."))


def _add_account(row: Concern, account: Account, by: Viewer, at: dt.datetime) -> None:
    before = ConcernAccount.objects.filter(programme_id=row.programme_id, concern_id=row.id)
    said = {
        name: (value or "").strip() if value is None or isinstance(value, str) else value
        for name, value in asdict(account).items()
    }
    ConcernAccount.objects.create(
        id=id_at(at),
        programme_id=row.programme_id,
        created_at=at,
        concern_id=row.id,
        number=before.count() + 1,
        worker_id=by.worker_id,
        **said,
    )


def _record(row: Concern, what: str, by: Viewer, at: dt.datetime) -> None:
    detail: dict[str, object] = {"state": row.state}
    trail.record(by=by, at=at, what=f"casework.{what}", about="concern", about_id=row.id, detail=detail)
