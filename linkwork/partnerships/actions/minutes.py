"""Keeping who came and what was said, taking on what was agreed, and carrying over what was left."""

import datetime as dt
from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.counting import count_as_interactions
from linkwork.partnerships.actions.parts.finding import meeting_of, partner_of
from linkwork.partnerships.models import AgendaItem, Attendance, Meeting, MeetingAction
from linkwork.partnerships.rules import ItemState, Practice
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def keep_minutes(
    *,
    meeting_id: UUID,
    came: Collection[UUID],
    minutes: str,
    by: Viewer,
    at: dt.datetime,
    numbers: Mapping[UUID, int] | None = None,
    said: Mapping[UUID, str] | None = None,
    done: Collection[UUID] = (),
) -> None:
    """Keep who came and what was said; may be done again to correct it. `came` holds ids of partners.

    `numbers`: how many people of a partner came, `said`: what was said by the topic's id, `done`: topics dealt with.
    Each partner who came counts as one interaction of the day: nothing is typed twice.
    Raises NotFound, IllegalStep before the meeting has begun or where it was called off, Invalid for no people.
    """
    check_may_write(by)
    row = meeting_of(by, meeting_id)
    if row.called_off_at is not None:
        raise IllegalStep(_("This meeting was called off."))
    if at < row.starts_at:
        raise IllegalStep(_("This meeting has not begun yet. Come back when it has."))
    counted = {
        partner_id: number for partner_id, number in (numbers or {}).items() if partner_id in set(came)
    }
    if any(number < 1 for number in counted.values()):
        raise Invalid({"numbers": _("Whoever came was at least one person.")})
    _keep_attendance(row, came, counted, by, at)
    _keep_topics(row, said or {}, done, by)
    row.minutes, row.kept_at = minutes, at
    row.save(update_fields=["minutes", "kept_at"])
    day = timezone.localdate(row.starts_at)
    count_as_interactions("meeting", row, came, Practice.MEETING, day, by, at)
    _record("partnerships.keep_minutes", row, by, at, came=len(set(came)))


def _keep_attendance(
    row: Meeting, came: Collection[UUID], counted: Mapping[UUID, int], by: Viewer, at: dt.datetime
) -> None:
    asked = Attendance.objects.filter(programme_id=by.programme, meeting=row)
    for partner_id in set(came) - set(asked.values_list("partner_id", flat=True)):  # came without being asked
        Attendance.objects.create(
            programme_id=by.programme, meeting=row, partner=partner_of(by, partner_id), created_at=at
        )
    asked.exclude(partner_id__in=came).update(came=False, number=None)
    asked.filter(partner_id__in=came).update(came=True, number=None)
    for partner_id, number in counted.items():
        asked.filter(partner_id=partner_id).update(number=number)


def _keep_topics(row: Meeting, said: Mapping[UUID, str], done: Collection[UUID], by: Viewer) -> None:
    if not said and not done:
        return
    for item in AgendaItem.objects.filter(programme_id=by.programme, meeting=row):
        item.said = said.get(item.id, item.said).strip()
        if item.state != ItemState.CARRIED:
            item.state = ItemState.DONE if item.id in done else ItemState.OPEN
        item.save(update_fields=["said", "state"])


@action
def take_on(
    *,
    meeting_id: UUID,
    what: str,
    due_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    worker_id: UUID | None = None,
    partner_id: UUID | None = None,
) -> UUID:
    """Note what a worker or a partner (one of the two) took on at a meeting, and by when; its id.

    Raises Invalid without words or without exactly one owner, NotFound.
    """
    check_may_write(by)
    row = meeting_of(by, meeting_id)
    errors = {}
    if not what.strip():
        errors["what"] = _("Say what is to be done.")
    if (worker_id is None) == (partner_id is None):
        errors["owner"] = _("Choose who does it.")
    if errors:
        raise Invalid(errors)
    taken = MeetingAction.objects.create(
        programme_id=by.programme,
        meeting=row,
        worker_id=programmes.worker(by, worker_id).id if worker_id else None,
        partner=partner_of(by, partner_id) if partner_id else None,
        what=what.strip(),
        due_on=due_on,
        created_at=at,
    )
    _record("partnerships.take_on", row, by, at)
    return taken.id


@action
def finish_meeting_action(*, action_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """What was taken on is done. Raises NotFound, IllegalStep where it is done already."""
    check_may_write(by)
    row = MeetingAction.objects.select_for_update().filter(programme_id=by.programme, id=action_id).first()
    if row is None:
        raise NotFound(_("There is no such action in this programme."))
    if row.done_at is not None:
        raise IllegalStep(_("This is done already."))
    row.done_at = at
    row.save(update_fields=["done_at"])
    trail.record(
        by=by, at=at, what="partnerships.finish_meeting_action", about="meeting", about_id=row.meeting_id
    )


@action
def carry_over(*, meeting_id: UUID, to_meeting_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Put what was left (topics not dealt with, actions not done) on a later meeting; how much. Safe to repeat.

    An action stays where it was agreed and is asked for again at the later meeting; a topic becomes one there.
    Raises NotFound, IllegalStep before the minutes are kept, and for a meeting that is not later or called off.
    """
    check_may_write(by)
    row, later = meeting_of(by, meeting_id), meeting_of(by, to_meeting_id)
    if row.kept_at is None:
        raise IllegalStep(_("Keep the minutes first: then it shows what was left."))
    if later.starts_at <= row.starts_at or later.called_off_at is not None or later.kept_at is not None:
        raise IllegalStep(_("Choose a later meeting that is still to come."))
    topics = _carry_topics(row, later, by, at)
    left = MeetingAction.objects.filter(programme_id=by.programme, done_at__isnull=True)
    own = left.filter(meeting=row, carried_to__isnull=True).update(carried_to=later)
    again = left.filter(carried_to=row).update(carried_to=later)
    _record("partnerships.carry_over", row, by, at, topics=topics, actions=own + again)
    return topics + own + again


def _carry_topics(row: Meeting, later: Meeting, by: Viewer, at: dt.datetime) -> int:
    there = AgendaItem.objects.filter(programme_id=by.programme, meeting=later).order_by("-number").first()
    number = there.number if there else 0
    left = AgendaItem.objects.filter(programme_id=by.programme, meeting=row, state=ItemState.OPEN)
    carried = list(left.order_by("number"))
    for place, item in enumerate(carried, number + 1):
        AgendaItem.objects.create(
            programme_id=by.programme,
            meeting=later,
            number=place,
            words=item.words,
            state=ItemState.OPEN,
            carried_from=item,
            created_at=at,
        )
    left.update(state=ItemState.CARRIED)
    return len(carried)


def _record(what: str, row: Meeting, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="meeting", about_id=row.id, detail=detail)
