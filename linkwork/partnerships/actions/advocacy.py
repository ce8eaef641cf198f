"""Asking for a change, trying again, and saying what came of it."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid
from linkwork.core.viewer import Viewer
from linkwork.instruments import lists
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import advocacy_of, partner_of
from linkwork.partnerships.models import AdvocacyAction, AdvocacyOrigin, Attempt
from linkwork.partnerships.rules import ADVOCACY_STEPS, AdvocacyState, ForWhom, Level, Method, Obstacle
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def open_advocacy(
    *,
    level: Level,
    ask: str,
    opened_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    for_whom: str = "",
    for_kind: ForWhom = ForWhom.GROUP,
    case_id: UUID | None = None,
    need: str = "",
    partner_id: UUID | None = None,
    target: str = "",
    origins: Collection[UUID] = (),
) -> UUID:
    """Begin an effort to change something; its id. `for_whom` names nobody; for one person it is their case's id.

    `need` is a code of the needs list; `origins` are efforts for single people out of which this one grew.
    Raises Invalid where an answer is missing (for_whom, ask, and a partner or a target in words), NotFound.
    """
    check_may_write(by)
    kind = ForWhom.CASE if case_id else for_kind
    _check_said(by, kind, for_whom, ask, need, asked=partner_id is not None or bool(target.strip()))
    row = AdvocacyAction.objects.create(
        programme_id=by.programme,
        worker_id=by.id,
        level=level,
        for_kind=kind,
        case_id=casework.case_head(by, case_id).id if case_id else None,
        need=need,
        for_whom=for_whom.strip(),
        ask=ask.strip(),
        partner=partner_of(by, partner_id) if partner_id else None,
        target=target.strip(),
        opened_on=opened_on,
        state=AdvocacyState.OPEN,
        created_at=at,
    )
    for origin in dict.fromkeys(origins):
        AdvocacyOrigin.objects.create(
            programme_id=by.programme, action=row, origin=advocacy_of(by, origin), created_at=at
        )
    _record("partnerships.open_advocacy", row, by, at, level=level.value, origins=len(set(origins)))
    return row.id


def _check_said(by: Viewer, kind: ForWhom, for_whom: str, ask: str, need: str, *, asked: bool) -> None:
    errors = {}
    if kind is not ForWhom.CASE and not for_whom.strip():
        errors["for_whom"] = _("Say in words who would gain from it, without a name.")
    if not ask.strip():
        errors["ask"] = _("Say what you ask for.")
    if not asked:
        errors["target"] = _("Choose a partner, or say in words who is asked.")
    if need and not lists.has_of(programmes.programme(by), "needs", need):
        errors["need"] = _("Choose one of the answers offered.")
    if errors:
        raise Invalid(errors)


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
    obstacle_kind: Obstacle | None = None,
    next_step: str = "",
    next_on: dt.date | None = None,
) -> int:
    """Add a try to the chain; its number, from 1.

    Raises NotFound, IllegalStep once it is settled, Invalid for days that cannot be.
    """
    check_may_write(by)
    row = advocacy_of(by, action_id)
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
        obstacle_kind=obstacle_kind or (Obstacle.OTHER if obstacle.strip() else ""),
        obstacle=obstacle,
        next_step=next_step,
        next_on=next_on,
        created_at=at,
    )
    _record("partnerships.add_attempt", row, by, at, number=number)
    return number


@action
def settle_advocacy(
    *,
    action_id: UUID,
    to: AdvocacyState,
    settled_on: dt.date,
    result: str,
    by: Viewer,
    at: dt.datetime,
    changed: str = "",
) -> None:
    """Say what came of it (won, partly, lost or dropped), and what it `changed`.

    Raises NotFound, IllegalStep, Invalid for a day too early.
    """
    check_may_write(by)
    row = advocacy_of(by, action_id)
    if to is AdvocacyState.OPEN:
        raise IllegalStep(_("To take it up again is another step."))
    _check_step(row, to)
    if settled_on < row.opened_on:
        raise Invalid({"settled_on": _("This is before the first day of the effort. Choose a later day.")})
    row.state, row.settled_on, row.result, row.changed = to, settled_on, result, changed
    row.save(update_fields=["state", "settled_on", "result", "changed"])
    _record("partnerships.settle_advocacy", row, by, at, state=to.value)


@action
def reopen_advocacy(*, action_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take up again what was not won. Raises NotFound, IllegalStep. What came of it before stays in the trail."""
    check_may_write(by)
    row = advocacy_of(by, action_id)
    _check_step(row, AdvocacyState.OPEN)
    before, row.state, row.settled_on = row.state, AdvocacyState.OPEN, None
    row.save(update_fields=["state", "settled_on"])
    _record("partnerships.reopen_advocacy", row, by, at, before=before)


def _check_step(row: AdvocacyAction, to: AdvocacyState) -> None:
    if to not in ADVOCACY_STEPS[AdvocacyState(row.state)]:
        raise IllegalStep(_("It cannot move there from where it stands."))


def _record(what: str, row: AdvocacyAction, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="advocacy", about_id=row.id, detail=detail)
