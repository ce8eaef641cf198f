"""Planning meetings, keeping their minutes, and taking on what was agreed."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Attendance, Interaction, Meeting, MeetingAction
from linkwork.partnerships.rules import Practice
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def plan_meeting(
    *,
    title: str,
    starts_at: dt.datetime,
    partner_ids: Collection[UUID],
    by: Viewer,
    at: dt.datetime,
    place: str = "",
    agenda: str = "",
) -> UUID:
    """Plan a meeting and ask partners to it; its id. Raises Invalid without a title or a partner, NotFound."""
    check_may_write(by)
    if not title.strip():
        raise Invalid({"title": _("Say what the meeting is about.")})
    if not partner_ids:
        raise Invalid({"partners": _("Choose at least one partner to meet.")})
    row = Meeting.objects.create(
        programme_id=by.programme,
        title=title.strip(),
        starts_at=starts_at,
        place=place,
        agenda=agenda,
        created_at=at,
    )
    for partner_id in dict.fromkeys(partner_ids):
        Attendance.objects.create(
            programme_id=by.programme, meeting=row, partner=partner_of(by, partner_id), created_at=at
        )
    trail.record(
        by=by,
        at=at,
        what="partnerships.plan_meeting",
        about="meeting",
        about_id=row.id,
        detail={"partners": len(set(partner_ids))},
    )
    return row.id


@action
def keep_minutes(
    *, meeting_id: UUID, came: Collection[UUID], minutes: str, by: Viewer, at: dt.datetime
) -> None:
    """Keep who came and what was said; may be done again to correct it. `came` holds ids of partners.

    Each partner who came counts as one interaction of the day: nothing is typed twice.
    Raises NotFound, IllegalStep before the meeting has begun.
    """
    check_may_write(by)
    row = _meeting(by, meeting_id)
    if at < row.starts_at:
        raise IllegalStep(_("This meeting has not begun yet. Come back when it has."))
    known = set(
        Attendance.objects.filter(programme_id=by.programme, meeting=row).values_list("partner_id", flat=True)
    )
    for partner_id in set(came) - known:  # somebody who came without having been asked
        Attendance.objects.create(
            programme_id=by.programme, meeting=row, partner=partner_of(by, partner_id), created_at=at
        )
    asked = Attendance.objects.filter(programme_id=by.programme, meeting=row)
    asked.filter(partner_id__in=came).update(came=True)
    asked.exclude(partner_id__in=came).update(came=False)
    row.minutes, row.kept_at = minutes, at
    row.save(update_fields=["minutes", "kept_at"])
    _count_as_interactions(row, came, by, at)
    trail.record(
        by=by,
        at=at,
        what="partnerships.keep_minutes",
        about="meeting",
        about_id=row.id,
        detail={"came": len(set(came))},
    )


def _count_as_interactions(row: Meeting, came: Collection[UUID], by: Viewer, at: dt.datetime) -> None:
    counted = Interaction.objects.filter(programme_id=by.programme, meeting=row)
    counted.exclude(partner_id__in=came).delete()
    there = set(counted.values_list("partner_id", flat=True))
    for partner_id in set(came) - there:
        Interaction.objects.create(
            programme_id=by.programme,
            partner_id=partner_id,
            worker_id=by.id,
            meeting=row,
            practice=Practice.MEETING,
            occurred_on=timezone.localdate(row.starts_at),
            created_at=at,
        )


@action
def take_on(
    *, meeting_id: UUID, what: str, worker_id: UUID, due_on: dt.date, by: Viewer, at: dt.datetime
) -> UUID:
    """Note what a worker took on at a meeting, and by when; its id. Raises Invalid without words, NotFound."""
    check_may_write(by)
    row = _meeting(by, meeting_id)
    if not what.strip():
        raise Invalid({"what": _("Say what is to be done.")})
    worker = programmes.worker(by, worker_id)
    taken = MeetingAction.objects.create(
        programme_id=by.programme,
        meeting=row,
        worker_id=worker.id,
        what=what.strip(),
        due_on=due_on,
        created_at=at,
    )
    trail.record(by=by, at=at, what="partnerships.take_on", about="meeting", about_id=row.id)
    return taken.id


@action
def finish_meeting_action(*, action_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """What was taken on is done. Raises NotFound, IllegalStep where it is done already."""
    check_may_write(by)
    row = MeetingAction.objects.filter(programme_id=by.programme, id=action_id).first()
    if row is None:
        raise NotFound(_("There is no such action in this programme."))
    if row.done_at is not None:
        raise IllegalStep(_("This is done already."))
    row.done_at = at
    row.save(update_fields=["done_at"])
    trail.record(
        by=by, at=at, what="partnerships.finish_meeting_action", about="meeting", about_id=row.meeting_id
    )


def _meeting(by: Viewer, meeting_id: UUID) -> Meeting:
    row = Meeting.objects.filter(programme_id=by.programme, id=meeting_id).first()
    if row is None:
        raise NotFound(_("There is no such meeting in this programme."))
    return row
