"""Asking for a change, trying again, and saying what came of it."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import AdvocacyAction, Attempt
from linkwork.partnerships.rules import ADVOCACY_STEPS, AdvocacyState, Level, Method
from linkwork.trail import actions as trail


@action
def open_advocacy(
    *,
    level: Level,
    for_whom: str,
    ask: str,
    opened_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    partner_id: UUID | None = None,
    target: str = "",
) -> UUID:
    """Begin an effort to change something; its id. `for_whom` names nobody.

    Raises Invalid where an answer is missing (for_whom, ask, and a partner or a target in words), NotFound.
    """
    check_may_write(by)
    errors = {}
    if not for_whom.strip():
        errors["for_whom"] = _("Say in words who would gain from it, without a name.")
    if not ask.strip():
        errors["ask"] = _("Say what you ask for.")
    if partner_id is None and not target.strip():
        errors["target"] = _("Choose a partner, or say in words who is asked.")
    if errors:
        raise Invalid(errors)
    row = AdvocacyAction.objects.create(
        programme_id=by.programme,
        worker_id=by.id,
        level=level,
        for_whom=for_whom.strip(),
        ask=ask.strip(),
        partner=partner_of(by, partner_id) if partner_id else None,
        target=target.strip(),
        opened_on=opened_on,
        state=AdvocacyState.OPEN,
        created_at=at,
    )
    _record("partnerships.open_advocacy", row, by, at)
    return row.id


@action
def add_attempt(
    *,
    action_id: UUID,
    made_on: dt.date,
    method: Method,
    by: Viewer,
    at: dt.datetime,
    response: str = "",
    obstacle: str = "",
    next_step: str = "",
    next_on: dt.date | None = None,
) -> int:
    """Add a try to the chain; its number, from 1.

    Raises NotFound, IllegalStep once it is settled, Invalid for days that cannot be.
    """
    check_may_write(by)
    row = _locked(by, action_id)
    if row.state != AdvocacyState.OPEN:
        raise IllegalStep(_("This is settled. Take it up again to add another attempt."))
    if made_on < row.opened_on:
        raise Invalid({"made_on": _("This is before the first day of the effort. Choose a later day.")})
    if next_on is not None and next_on < made_on:
        raise Invalid({"next_on": _("The next attempt comes after this one. Choose a later day.")})
    last = Attempt.objects.filter(programme_id=by.programme, action=row).order_by("-number").first()
    number = last.number + 1 if last else 1
    Attempt.objects.create(
        programme_id=by.programme,
        action=row,
        worker_id=by.id,
        number=number,
        made_on=made_on,
        method=method,
        response=response,
        obstacle=obstacle,
        next_step=next_step,
        next_on=next_on,
        created_at=at,
    )
    _record("partnerships.add_attempt", row, by, at, number=number)
    return number


@action
def settle_advocacy(
    *, action_id: UUID, to: AdvocacyState, settled_on: dt.date, result: str, by: Viewer, at: dt.datetime
) -> None:
    """Say what came of it: won, partly, lost or dropped. Raises NotFound, IllegalStep, Invalid for a day too early."""
    check_may_write(by)
    row = _locked(by, action_id)
    if to is AdvocacyState.OPEN:
        raise IllegalStep(_("To take it up again is another step."))
    _check_step(row, to)
    if settled_on < row.opened_on:
        raise Invalid({"settled_on": _("This is before the first day of the effort. Choose a later day.")})
    row.state, row.settled_on, row.result = to, settled_on, result
    row.save(update_fields=["state", "settled_on", "result"])
    _record("partnerships.settle_advocacy", row, by, at, state=to.value)


@action
def reopen_advocacy(*, action_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take up again what was not won. Raises NotFound, IllegalStep. What came of it before stays in the trail."""
    check_may_write(by)
    row = _locked(by, action_id)
    _check_step(row, AdvocacyState.OPEN)
    before, row.state, row.settled_on = row.state, AdvocacyState.OPEN, None
    row.save(update_fields=["state", "settled_on"])
    _record("partnerships.reopen_advocacy", row, by, at, before=before)


def _check_step(row: AdvocacyAction, to: AdvocacyState) -> None:
    if to not in ADVOCACY_STEPS[AdvocacyState(row.state)]:
        raise IllegalStep(_("It cannot move there from where it stands."))


def _locked(by: Viewer, action_id: UUID) -> AdvocacyAction:
    row = AdvocacyAction.objects.select_for_update().filter(programme_id=by.programme, id=action_id).first()
    if row is None:
        raise NotFound(_("There is no such advocacy action in this programme."))
    return row


def _record(what: str, row: AdvocacyAction, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="advocacy", about_id=row.id, detail=detail)
