"""Which meetings are coming, which still need their minutes, what was agreed and is not done?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Attendance, Meeting, MeetingAction


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a list. `kept` once its minutes are kept; `asked` counts the partners."""

    id: UUID
    title: str
    starts_at: dt.datetime
    place: str
    asked: int
    kept: bool


@dataclass(frozen=True)
class Asked:
    """One partner asked to a meeting; `came` is None until the minutes are kept."""

    partner_id: UUID
    name: str
    came: bool | None


@dataclass(frozen=True)
class ActionCard:
    """What somebody took on at a meeting."""

    id: UUID
    meeting_id: UUID
    meeting_title: str
    worker_id: UUID
    worker_name: str
    what: str
    due_on: dt.date
    done_at: dt.datetime | None


@dataclass(frozen=True)
class MeetingCard:
    """A meeting on its own page."""

    id: UUID
    title: str
    starts_at: dt.datetime
    place: str
    agenda: str
    minutes: str
    kept: bool
    asked: tuple[Asked, ...]
    actions: tuple[ActionCard, ...]


def meetings(viewer: Viewer, since: dt.datetime, most: int = 20) -> list[MeetingRow]:
    """Meetings from `since` on, and earlier ones without minutes; the earliest first. One question of the database."""
    check_may_read(viewer)
    asked = Attendance.objects.filter(programme_id=viewer.programme, meeting_id=OuterRef("id"))
    counted = asked.order_by().values("meeting_id").annotate(number=Count("id")).values("number")
    ours = Meeting.objects.filter(
        Q(starts_at__gte=since) | Q(kept_at__isnull=True), programme_id=viewer.programme
    )
    rows = ours.annotate(asked=Subquery(counted)).order_by("starts_at")[:most]
    return [
        MeetingRow(row.id, row.title, row.starts_at, row.place, row.asked or 0, row.kept_at is not None)
        for row in rows
    ]


def meeting(viewer: Viewer, meeting_id: UUID) -> MeetingCard:
    """One meeting. Raises NotFound. Three questions of the database."""
    check_may_read(viewer)
    row = Meeting.objects.filter(programme_id=viewer.programme, id=meeting_id).first()
    if row is None:
        raise NotFound(_("There is no such meeting in this programme."))
    asked = Attendance.objects.filter(programme_id=viewer.programme, meeting_id=meeting_id)
    taken = MeetingAction.objects.filter(programme_id=viewer.programme, meeting_id=meeting_id)
    return MeetingCard(
        id=row.id,
        title=row.title,
        starts_at=row.starts_at,
        place=row.place,
        agenda=row.agenda,
        minutes=row.minutes,
        kept=row.kept_at is not None,
        asked=tuple(
            Asked(one.partner_id, one.partner.name, one.came)
            for one in asked.select_related("partner").order_by("partner__name")
        ),
        actions=tuple(
            _action(one) for one in taken.select_related("worker", "meeting").order_by("due_on", "id")
        ),
    )


def actions_due(viewer: Viewer, until: dt.date, worker_id: UUID | None = None) -> list[ActionCard]:
    """What was taken on and is not done, due by `until`; of one worker, or of all. One question of the database."""
    check_may_read(viewer)
    rows = MeetingAction.objects.filter(
        programme_id=viewer.programme, done_at__isnull=True, due_on__lte=until
    )
    if worker_id is not None:
        rows = rows.filter(worker_id=worker_id)
    return [_action(row) for row in rows.select_related("worker", "meeting").order_by("due_on", "id")[:50]]


def _action(row: MeetingAction) -> ActionCard:
    return ActionCard(
        row.id,
        row.meeting_id,
        row.meeting.title,
        row.worker_id,
        row.worker.name,
        row.what,
        row.due_on,
        row.done_at,
    )
