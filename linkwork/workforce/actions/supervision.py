"""Noting supervision: what two talked over, confirmed by both, and what one of them said they would do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import access as casework_access
from linkwork.casework import reads as casework
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_is_themself, check_may_manage, check_may_record
from linkwork.workforce.models import AgreedAction, Supervision, SupervisionRule, TalkedCase
from linkwork.workforce.rules.supervision import MOST_WEEKS, WELLBEING, SupervisionKind, is_of


@dataclass(frozen=True)
class NewAction:
    """Something one of the two will do; `owner_id` is one of them."""

    what: str
    owner_id: UUID
    due_on: dt.date


@dataclass(frozen=True)
class Said:
    """What only the two know: what was agreed, who does what by when, which cases it was about, how the worker is.

    `wellbeing` is 1 to 5 and said by the worker alone.
    """

    agreed: str = ""
    actions: tuple[NewAction, ...] = ()
    cases: tuple[UUID, ...] = ()
    wellbeing: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there are only dates."""
        return not (self.agreed.strip() or self.actions or self.cases) and self.wellbeing is None


@action
def record_supervision(
    *,
    worker_id: UUID,
    kind: SupervisionKind,
    held_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    partner_id: UUID | None = None,
    said: Said = Said(),
    next_on: dt.date | None = None,
    together: UUID | None = None,
) -> UUID:
    """Note that a worker's work was talked over; its id. `partner_id` is a worker of the programme, None for outside.

    Whoever notes it confirms their side; the other is asked. Raises NotFound for somebody who is not in the
    programme, Invalid for a day to come, a talk with oneself, or words by somebody who was not there.
    """
    check_may_record(by, worker_id)
    worker = programmes.worker(by, worker_id)
    _check_days(held_on, next_on, timezone.localdate(at))
    if partner_id == worker_id:
        raise Invalid({"partner": _("Choose somebody else: it takes two.")})
    partner = programmes.worker(by, partner_id).id if partner_id else None
    _check_said(said, worker.id, partner, by)
    row = Supervision.objects.create(
        programme_id=by.programme,
        worker_id=worker.id,
        partner_id=partner,
        kind=kind,
        held_on=held_on,
        agreed=said.agreed.strip(),
        next_on=next_on,
        together=together,
        wellbeing=said.wellbeing,
        worker_confirmed_at=at if by.id == worker.id else None,
        partner_confirmed_at=at if partner and by.id == partner else None,
        created_at=at,
    )
    _keep_said(row, said, by, at)
    trail.record(
        by=by,
        at=at,
        what="workforce.record_supervision",
        about="worker",
        about_id=worker.id,
        detail={"kind": kind.value},
    )
    return row.id


@action
def record_group(
    *,
    worker_ids: Sequence[UUID],
    held_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    partner_id: UUID | None = None,
    next_on: dt.date | None = None,
) -> UUID:
    """Note that several talked their work over together; the id they share. Dates only: words are for two.

    Whoever leads the group is no worker in it. Raises Invalid for fewer than two.
    """
    there = list(dict.fromkeys(one for one in worker_ids if one != partner_id))
    if len(there) < 2:
        raise Invalid({"workers": _("Choose at least two people.")})
    together = new_id()
    for worker_id in there:
        record_supervision(
            worker_id=worker_id,
            kind=SupervisionKind.GROUP,
            held_on=held_on,
            partner_id=partner_id,
            next_on=next_on,
            together=together,
            by=by,
            at=at,
        )
    return together


def _check_days(held_on: dt.date, next_on: dt.date | None, today: dt.date) -> None:
    if held_on > today:
        raise Invalid({"held_on": _("This day has not come yet. Choose today or an earlier day.")})
    if next_on is not None and next_on <= held_on:
        raise Invalid({"next_on": _("The next talk is after this one. Choose a later day.")})


def _check_said(said: Said, worker_id: UUID, partner_id: UUID | None, by: Viewer) -> None:
    if said.wellbeing is not None:
        _check_wellbeing(said.wellbeing, worker_id, by)
    if not said.is_empty and by.kind is Kind.LOGIN and not is_of(worker_id, partner_id, by.id):
        raise Invalid(
            {"agreed": _("Only the two who talked write down what was agreed. Note the day alone.")}
        )
    for one in said.actions:
        if not one.what.strip():
            raise Invalid({"action": _("Write a few words.")})
        if one.owner_id not in (worker_id, partner_id):
            raise Invalid({"owner": _("Choose one of the two who talked.")})
    if said.cases and casework_access.may_see_people(by):
        for case_id in said.cases:
            casework.case_head(by, case_id)
    elif said.cases:
        raise Invalid({"cases": _("Your role does not open people’s records.")})


def _check_wellbeing(wellbeing: int, worker_id: UUID, by: Viewer) -> None:
    if by.id != worker_id:
        raise Invalid({"wellbeing": _("Only the worker themself says how they are.")})
    if wellbeing not in WELLBEING:
        raise Invalid({"wellbeing": _("Choose one of the answers offered.")})


def _keep_said(row: Supervision, said: Said, by: Viewer, at: dt.datetime) -> None:
    whose = {"programme_id": by.programme, "supervision_id": row.id, "created_at": at}
    AgreedAction.objects.bulk_create(
        AgreedAction(**whose, owner_id=one.owner_id, what=one.what.strip()[:300], due_on=one.due_on)
        for one in said.actions
    )
    TalkedCase.objects.bulk_create(
        TalkedCase(**whose, case_id=case_id) for case_id in dict.fromkeys(said.cases)
    )


@action
def confirm_supervision(
    *, supervision_id: UUID, by: Viewer, at: dt.datetime, wellbeing: int | None = None
) -> None:
    """Say that it was so, as the other of the two. Raises NotFound for anybody else, IllegalStep the second time."""
    row = _own_talk(supervision_id, by)
    is_worker = row.worker_id == by.id
    if (row.worker_confirmed_at if is_worker else row.partner_confirmed_at) is not None:
        raise IllegalStep(_("You have confirmed this already."))
    if wellbeing is not None:
        _check_wellbeing(wellbeing, row.worker_id, by)
        row.wellbeing = wellbeing
    if is_worker:
        row.worker_confirmed_at = at
    else:
        row.partner_confirmed_at = at
    row.save(update_fields=["worker_confirmed_at", "partner_confirmed_at", "wellbeing"])
    trail.record(by=by, at=at, what="workforce.confirm_supervision", about="worker", about_id=row.worker_id)


@action
def plan_next(*, supervision_id: UUID, next_on: dt.date | None, by: Viewer, at: dt.datetime) -> None:
    """Move the next talk, or say that none is planned. By one of the two. Raises Invalid for a day before the last."""
    row = _own_talk(supervision_id, by)
    _check_days(row.held_on, next_on, timezone.localdate(at))
    row.next_on = next_on
    row.save(update_fields=["next_on"])
    trail.record(by=by, at=at, what="workforce.plan_next", about="worker", about_id=row.worker_id)


@action
def settle_agreed(*, action_id: UUID, done: bool, by: Viewer, at: dt.datetime) -> UUID:
    """Tick off what was agreed, or take the tick back: by whoever said they would do it. The talk's id."""
    owner_id = check_is_themself(by)
    rows = AgreedAction.objects.select_for_update().filter(programme_id=by.programme, owner_id=owner_id)
    row = rows.filter(id=action_id).first()
    if row is None:
        raise NotFound(_("There is nothing like this that you agreed to do."))
    row.done_on = timezone.localdate(at) if done else None
    row.save(update_fields=["done_on"])
    detail: dict[str, object] = {"done": done}
    trail.record(
        by=by, at=at, what="workforce.settle_agreed", about="worker", about_id=owner_id, detail=detail
    )
    return row.supervision_id


def _own_talk(supervision_id: UUID, by: Viewer) -> Supervision:
    check_is_themself(by)
    rows = Supervision.objects.select_for_update().filter(programme_id=by.programme, id=supervision_id)
    row = rows.first()
    if row is None or not is_of(row.worker_id, row.partner_id, by.id):
        raise NotFound(_("There is no such talk of yours."))
    return row


@action
def set_supervision_rule(
    *, anybody: int, by: Viewer, at: dt.datetime, kinds: dict[SupervisionKind, int] | None = None
) -> None:
    """After how many weeks a gap is shown: with anybody, and for the kinds asked for. Raises Invalid by field."""
    check_may_manage(by)
    weeks = {"anybody": anybody} | {kind.value: number for kind, number in (kinds or {}).items()}
    errors = {
        name: _("Enter a number from 1 to %(most)s.") % {"most": MOST_WEEKS}
        for name, number in weeks.items()
        if not 1 <= number <= MOST_WEEKS
    }
    if errors:
        raise Invalid(errors)
    values = {kind.value: None for kind in SupervisionKind} | weeks
    row, _made = SupervisionRule.objects.update_or_create(
        programme_id=by.programme, defaults=values, create_defaults=values | {"created_at": at}
    )
    trail.record(
        by=by,
        at=at,
        what="workforce.set_supervision_rule",
        about="supervision_rule",
        about_id=row.id,
        detail=dict(values),
    )
