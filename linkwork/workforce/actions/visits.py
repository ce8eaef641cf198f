"""A visit from its plan to its end, and what the clock does when nothing is heard."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.workforce.access import check_keeps_watch, check_may_visit
from linkwork.workforce.actions.parts.visits import (
    climb,
    held_visit,
    note,
    raise_alarm,
    running_alarm,
    settle,
    sign_of_life,
    step,
)
from linkwork.workforce.actions.visit_ways import keep_phone
from linkwork.workforce.models import Visit, VisitPlace
from linkwork.workforce.reads.visit_ways import ladder
from linkwork.workforce.rules.visits import (
    LONGEST,
    MOST_MINUTES,
    NOT_SAFE,
    OPEN,
    AlarmKind,
    AlarmState,
    Part,
    Rung,
    VisitState,
    more_time,
    rungs_due,
)

FARTHEST = 100_000  # metres: how vague a place may be


@action
def plan_visit(
    *,
    address: str,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    buddy_id: UUID,
    by: Viewer,
    at: dt.datetime,
    case_id: UUID | None = None,
    about: str = "",
    phone: str = "",
) -> UUID:
    """Say where one goes alone, from when until when, and who looks out; the visit's id.

    To a case by its id, or `about` in words. `phone` is kept as one's own for this and later visits.
    Raises Invalid by field; NotFound for a case that is not there for the viewer.
    """
    check_may_visit(by)
    _check_plan(address, about, case_id, starts_at, ends_at, at)
    _check_buddy(buddy_id, by)
    if case_id is not None:
        casework.case_head(by, case_id)
    if phone.strip():
        keep_phone(number=phone, by=by, at=at)
    row = Visit.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        worker_id=by.worker_id,
        case_id=case_id,
        about="" if case_id else about.strip(),
        address=address.strip(),
        buddy_id=buddy_id,
        starts_at=starts_at,
        ends_at=ends_at,
        state=VisitState.PLANNED,
    )
    note(row, "plan", by, at)
    return row.id


@action
def start_visit(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Check in: they are there. Raises IllegalStep, NotAllowed."""
    visit, parts = held_visit(visit_id, by)
    step(visit, VisitState.UNDER_WAY, parts, at)
    note(visit, "start", by, at)


@action
def extend_visit(*, visit_id: UUID, minutes: int, by: Viewer, at: dt.datetime) -> dt.datetime:
    """Ask for more time; the new expected end. An alarm because they were late is over. Raises Invalid, Refused."""
    visit = _own(visit_id, by)
    if not 1 <= minutes <= MOST_MINUTES:
        raise Invalid({"minutes": _("Enter between 1 and %(most)s minutes.") % {"most": MOST_MINUTES}})
    sign_of_life(visit, by, at)
    visit.ends_at = more_time(visit.ends_at, at, minutes)
    visit.extended += 1
    visit.save(update_fields=["ends_at", "extended"])
    note(visit, "extend", by, at, {"minutes": minutes})
    return visit.ends_at


@action
def end_visit(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Check out: they are safely away. Where they were is forgotten. Raises IllegalStep, Refused."""
    visit = _own(visit_id, by)
    sign_of_life(visit, by, at)
    step(visit, VisitState.ENDED, frozenset({Part.VISITOR}), at)
    note(visit, "end", by, at)


@action
def cancel_visit(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """It does not take place. A watcher may say so too, as long as nobody has been asked to look for them."""
    visit, parts = held_visit(visit_id, by)
    if Part.VISITOR in parts:
        sign_of_life(visit, by, at)
    elif running_alarm(visit):
        raise Refused(_("Somebody is looking for them. Reach them first."))
    step(visit, VisitState.CANCELLED, parts, at)
    note(visit, "cancel", by, at)


@action
def say_not_safe(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """They are not safe: everybody on the ladder is asked at once. Pressed again, nobody is asked twice."""
    visit = _own(visit_id, by)
    alarm = running_alarm(visit)
    if alarm and alarm.kind == AlarmKind.UNSAFE and alarm.state == AlarmState.RAISED:
        return
    if alarm:  # a louder one takes its place, and everybody is asked anew
        settle(alarm, frozenset({Part.VISITOR}), by, at)
    climb(visit, raise_alarm(visit, AlarmKind.UNSAFE, at), NOT_SAFE, by, at)


@action
def share_place(
    *, visit_id: UUID, latitude: float, longitude: float, by: Viewer, at: dt.datetime, within_metres: int = 0
) -> None:
    """Share where they are, in degrees, until the visit is over; a later place replaces it. Raises Invalid."""
    visit = _own(visit_id, by)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Invalid({"place": _("This is no place on earth.")})
    values = {
        "latitude": latitude,
        "longitude": longitude,
        "within_metres": min(max(within_metres, 0), FARTHEST),
        "shared_at": at,
    }
    VisitPlace.objects.update_or_create(
        programme_id=by.programme,
        visit_id=visit.id,
        defaults=values,
        create_defaults=values | {"created_at": at},
    )
    note(visit, "share_place_of", by, at)


@action
def unshare_place(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take back what was shared."""
    visit = _own(visit_id, by)
    VisitPlace.objects.filter(programme_id=by.programme, visit_id=visit.id).delete()
    note(visit, "unshare_place_of", by, at)


@action
def escalate_visit(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Ask the next one where nothing was heard of this visit; how many rungs were new. Safe to repeat.

    The clock asks and does nothing else: it ends no visit and acknowledges no alarm. For the command line's rounds,
    each visit for itself.
    """
    check_keeps_watch(by)
    late = Visit.objects.select_for_update().filter(programme_id=by.programme, state__in=OPEN, ends_at__lt=at)
    visit = late.filter(id=visit_id).first()
    rungs = rungs_due(ladder(by), visit.ends_at, at) if visit else []
    if visit is None or not rungs:
        return 0
    alarm = running_alarm(visit) or raise_alarm(visit, AlarmKind.LATE, at)
    if alarm.state == AlarmState.ACKNOWLEDGED:  # somebody has reached them
        return 0
    if alarm.kind == AlarmKind.UNSAFE:  # a telephone that buzzes may bring them into more danger
        rungs = [rung for rung in rungs if rung is not Rung.WORKER]
    return climb(visit, alarm, rungs, by, at)


def _own(visit_id: UUID, by: Viewer) -> Visit:
    """The viewer's own open visit, held. Raises NotFound, Refused."""
    visit, parts = held_visit(visit_id, by)
    if Part.VISITOR not in parts or visit.state not in OPEN:
        raise Refused(_("This visit is over, or it is not yours."))
    return visit


def _check_plan(
    address: str,
    about: str,
    case_id: UUID | None,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    at: dt.datetime,
) -> None:
    errors = {}
    if not address.strip():
        errors["address"] = _("Write where you will be, so that somebody can find you.")
    if case_id is None and not about.strip():
        errors["about"] = _("Say in a few words what takes you there.")
    if ends_at <= max(starts_at, at):
        errors["ends_at"] = _("Enter a time after the beginning that is still to come.")
    elif ends_at - starts_at > LONGEST:
        errors["ends_at"] = _("Enter a time within twelve hours of the beginning.")
    if errors:
        raise Invalid(errors)


def _check_buddy(buddy_id: UUID, by: Viewer) -> None:
    found = programmes.reachable(by).get(buddy_id)
    if found is None or buddy_id == by.id or not found.roles & {Role.WORKER, Role.MANAGER}:
        raise Invalid({"buddy": _("Choose a colleague who works here now.")})
