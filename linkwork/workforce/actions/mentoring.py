"""Mentoring: begun with goals, hours noted, ended with what both take along."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_is_themself, check_may_record
from linkwork.workforce.models import Mentoring, MentoringTime
from linkwork.workforce.rules.mentoring import MOST_MINUTES, Activity, LearnerKind


@action
def start_mentoring(
    *,
    mentor_id: UUID,
    kind: LearnerKind,
    goals: str,
    started_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    learner_id: UUID | None = None,
    learner_name: str = "",
) -> UUID:
    """A worker teaches somebody the work: a worker (`learner_id`), or a student by name. Its id. Raises Invalid."""
    check_may_record(by, mentor_id)
    mentor = programmes.worker(by, mentor_id)
    name = "" if learner_id else learner_name.strip()[:120]
    errors = {}
    if not learner_id and not name:
        errors["learner"] = _("Say who learns: choose somebody, or write a name.")
    if learner_id == mentor.id:
        errors["learner"] = _("Choose somebody else: it takes two.")
    if not goals.strip():
        errors["goals"] = _("Write a few words.")
    if errors:
        raise Invalid(errors)
    row = Mentoring.objects.create(
        programme_id=by.programme,
        mentor_id=mentor.id,
        learner_id=programmes.worker(by, learner_id).id if learner_id else None,
        learner_name=name,
        kind=kind,
        goals=goals.strip(),
        started_on=started_on,
        created_at=at,
    )
    _record("start_mentoring", row.id, by, at, {"kind": kind.value})
    return row.id


@action
def note_mentoring(
    *, mentoring_id: UUID, held_on: dt.date, minutes: int, activity: Activity, by: Viewer, at: dt.datetime
) -> UUID:
    """Note a time together. By one of the two. Raises Invalid by field, IllegalStep where it has ended."""
    row = _own(mentoring_id, by)
    errors = {}
    if held_on > timezone.localdate(at):
        errors["held_on"] = _("This day has not come yet. Choose today or an earlier day.")
    if not 1 <= minutes <= MOST_MINUTES:
        errors["minutes"] = _("Enter minutes, from 1 to 720.")
    if errors:
        raise Invalid(errors)
    time = MentoringTime.objects.create(
        programme_id=by.programme,
        mentoring_id=row.id,
        held_on=held_on,
        minutes=minutes,
        activity=activity,
        created_at=at,
    )
    _record("note_mentoring", row.id, by, at, {"minutes": minutes})
    return time.id


@action
def end_mentoring(
    *, mentoring_id: UUID, ended_on: dt.date, reflection: str, by: Viewer, at: dt.datetime
) -> None:
    """End it with what they take along, which the two alone read. Raises Invalid for an end before the beginning."""
    row = _own(mentoring_id, by)
    if ended_on < row.started_on or ended_on > timezone.localdate(at):
        raise Invalid({"ended_on": _("Choose a day between the beginning and today.")})
    row.ended_on, row.reflection = ended_on, reflection.strip()
    row.save(update_fields=["ended_on", "reflection"])
    _record("end_mentoring", row.id, by, at, {})


def _own(mentoring_id: UUID, by: Viewer) -> Mentoring:
    me = check_is_themself(by)
    row = Mentoring.objects.select_for_update().filter(programme_id=by.programme, id=mentoring_id).first()
    if row is None or me not in (row.mentor_id, row.learner_id):
        raise NotFound(_("There is no such mentoring of yours."))
    if row.ended_on is not None:
        raise IllegalStep(_("This has ended."))
    return row


def _record(verb: str, about_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="mentoring", about_id=about_id, detail=detail)
