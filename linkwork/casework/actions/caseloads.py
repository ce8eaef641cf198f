"""How the work is shared: the programme's rule, a worker's room, what is agreed with a person, who covers whom."""

import datetime as dt
from dataclasses import asdict
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_arrange_cover, check_may_share_out
from linkwork.casework.actions.parts.checks import check_worker, running_case
from linkwork.casework.models import Absence, CaseloadRule, Rhythm, Room
from linkwork.casework.rules.cover import Away
from linkwork.casework.rules.rhythm import AS_USUAL, INTERVALS, Own, Pace
from linkwork.casework.rules.weight import Weights
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

LONGEST_PAUSE = dt.timedelta(days=182)
LONGEST_AWAY = dt.timedelta(days=366)


@action
def set_caseload_rule(*, pace: Pace, weights: Weights, by: Viewer, at: dt.datetime) -> None:
    """Keep the programme's rule of pace and weight. Raises Invalid by field."""
    check_may_share_out(by)
    values = asdict(pace) | asdict(weights)
    errors = {
        name: _("Enter a number from 0 to 365.") for name, value in values.items() if not 0 <= value <= 365
    }
    for name in ("first_within", "urgent_within", "early_every", "later_every", "target_people"):
        if values[name] < 1:
            errors[name] = _("Enter 1 or more.")
    if errors:
        raise Invalid(errors)
    row, _made = CaseloadRule.objects.update_or_create(
        programme_id=by.programme, defaults=values, create_defaults=values | {"created_at": at}
    )
    trail.record(
        by=by,
        at=at,
        what="casework.set_caseload_rule",
        about="caseload_rule",
        about_id=row.id,
        detail=dict(values),
    )


@action
def set_room(*, worker_id: UUID, people: int | None, by: Viewer, at: dt.datetime) -> None:
    """How many people this worker is meant to have; None: as many as is usual in the programme."""
    check_may_share_out(by)
    check_worker(worker_id, by)
    if people is not None and not 0 <= people <= 1000:
        raise Invalid({"people": _("Enter a number from 0 to 1000.")})
    rows = Room.objects.filter(programme_id=by.programme, worker_id=worker_id)
    if people is None:
        rows.delete()
    elif not rows.update(people=people):
        Room.objects.create(programme_id=by.programme, created_at=at, worker_id=worker_id, people=people)
    trail.record(
        by=by,
        at=at,
        what="casework.set_room",
        about="worker",
        about_id=worker_id,
        detail={"people": people},
    )


@action
def set_rhythm(*, case_id: UUID, own: Own, by: Viewer, at: dt.datetime) -> None:
    """Keep what was agreed with a person about when to be in touch; `AS_USUAL` forgets it. Raises Invalid by field."""
    case = running_case(case_id, by)
    _check_rhythm(own, timezone.localdate(at))
    rows = Rhythm.objects.filter(programme_id=by.programme, case_id=case.id)
    if own == AS_USUAL:
        rows.delete()
    elif not rows.update(**asdict(own)):
        Rhythm.objects.create(programme_id=by.programme, created_at=at, case_id=case.id, **asdict(own))
    detail: dict[str, object] = {
        "every_weeks": own.every_weeks,
        "weekday": own.weekday,
        "pause_until": own.pause_until.isoformat() if own.pause_until else None,
    }
    trail.record(by=by, at=at, what="casework.set_rhythm", about="case", about_id=case.id, detail=detail)


def _check_rhythm(own: Own, today: dt.date) -> None:
    errors = {}
    if own.every_weeks is not None and own.every_weeks not in INTERVALS:
        errors["every_weeks"] = _("Choose one of the list.")
    if own.weekday is not None and not 0 <= own.weekday <= 6:
        errors["weekday"] = _("Choose one of the list.")
    if own.pause_until is not None and not today <= own.pause_until <= today + LONGEST_PAUSE:
        errors["pause_until"] = _("Choose a day within the next six months. Nobody is paused for good.")
    if errors:
        raise Invalid(errors)


@action
def plan_absence(
    *,
    worker_id: UUID,
    cover_id: UUID | None,
    starts_on: dt.date,
    ends_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
) -> UUID:
    """Say that a worker is away and who covers (None: not decided yet); its id.

    Raises Invalid where the days are not in order, meet another absence, or the cover is away themselves. Cover ends
    by itself with the last day: nothing is moved, and so nothing has to be moved back.
    """
    check_may_arrange_cover(by, worker_id)
    check_worker(worker_id, by)
    away = Away(worker_id, cover_id, starts_on, ends_on)
    if cover_id is not None:
        _check_cover(cover_id, by)
    _check_days(away, timezone.localdate(at))
    _check_others(away, by)
    row = Absence.objects.create(
        programme_id=by.programme,
        created_at=at,
        worker_id=worker_id,
        cover_id=cover_id,
        starts_on=starts_on,
        ends_on=ends_on,
        note=note.strip(),
    )
    detail: dict[str, object] = {
        "cover": str(cover_id or ""),
        "starts_on": starts_on.isoformat(),
        "ends_on": ends_on.isoformat(),
    }
    trail.record(
        by=by, at=at, what="casework.plan_absence", about="worker", about_id=worker_id, detail=detail
    )
    return row.id


def _check_cover(cover_id: UUID, by: Viewer) -> None:
    try:
        check_worker(cover_id, by)
    except Invalid as refusal:
        raise Invalid({"cover": refusal.errors["worker"]}) from refusal


def _check_days(away: Away, today: dt.date) -> None:
    if away.cover_id == away.worker_id:
        raise Invalid({"cover": _("Choose somebody else: nobody covers for themselves.")})
    if away.ends_on < away.starts_on:
        raise Invalid({"ends_on": _("Choose a last day that is not before the first.")})
    if away.ends_on < today:
        raise Invalid({"ends_on": _("This is over already. Choose today or a later day.")})
    if away.ends_on - away.starts_on > LONGEST_AWAY:
        raise Invalid({"ends_on": _("Choose a last day within a year.")})


def _check_others(away: Away, by: Viewer) -> None:
    rows = Absence.objects.filter(programme_id=by.programme, called_off_at__isnull=True)
    known = [Away(row.worker_id, row.cover_id, row.starts_on, row.ends_on) for row in rows]
    meeting = [one for one in known if one.meets(away)]
    if any(one.worker_id == away.worker_id for one in meeting):
        raise Invalid({"starts_on": _("These days are noted already. Call off the other entry first.")})
    if any(one.worker_id == away.cover_id for one in meeting):
        raise Invalid({"cover": _("They are away themselves on some of these days. Choose somebody else.")})
    if any(one.cover_id == away.worker_id for one in meeting):
        raise Invalid(
            {"starts_on": _("They cover for somebody on some of these days. Find another cover there first.")}
        )


@action
def call_off_absence(*, absence_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The worker is there after all, or back earlier. Raises IllegalStep where it was called off or is over."""
    row = Absence.objects.select_for_update().filter(programme_id=by.programme, id=absence_id).first()
    if row is None:
        raise NotFound(_("There is no such absence in this programme."))
    check_may_arrange_cover(by, row.worker_id)
    if row.called_off_at is not None or row.ends_on < timezone.localdate(at):
        raise IllegalStep(_("This is over already."))
    row.called_off_at = at
    row.save(update_fields=["called_off_at"])
    trail.record(by=by, at=at, what="casework.call_off_absence", about="worker", about_id=row.worker_id)


@action
def note_export(*, what: str, reason: str, people: int, by: Viewer, at: dt.datetime) -> None:
    """Leave in the trail that a list with names was taken out, why, and how many it named. Raises Invalid."""
    check_may_share_out(by)
    if not reason.strip():
        raise Invalid({"reason": _("Say what the list is for.")})
    trail.record(
        by=by,
        at=at,
        what="casework.note_export",
        about="list",
        detail={"list": what, "reason": reason.strip()[:200], "people": people},
    )
