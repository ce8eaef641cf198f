"""Which meetings are coming, which still need their minutes, what was agreed and is not done?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import AgendaItem, Attendance, Meeting, MeetingAction
from linkwork.partnerships.rules import ItemState, topics

PAGE = 20


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
class MeetingPage:
    """Some of the meetings; `next` stands for the page after these, None on the last."""

    rows: tuple[MeetingRow, ...]
    next: UUID | None


@dataclass(frozen=True)
class Asked:
    """One partner asked to a meeting; `came` is None until the minutes are kept, `number` where nobody counted."""

    partner_id: UUID
    name: str
    came: bool | None
    number: int | None
    invited: bool


@dataclass(frozen=True)
class Topic:
    """One topic; `id` is None where it was typed before topics were kept each on their own."""

    id: UUID | None
    number: int
    words: str
    said: str
    state: ItemState
    carried: bool


@dataclass(frozen=True)
class ActionCard:
    """What a worker, or else a partner, took on at a meeting. `carried`: a later meeting asks for it again."""

    id: UUID
    meeting_id: UUID
    meeting_title: str
    worker_id: UUID | None
    worker_name: str
    what: str
    due_on: dt.date
    done_at: dt.datetime | None
    partner_name: str = ""
    carried: bool = False


@dataclass(frozen=True)
class MeetingCard:
    """A meeting on its own page. `before` and `after` are its neighbours in a series; `left` what was carried to it."""

    id: UUID
    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    place: str
    organiser_name: str
    sequence: int
    called_off: bool
    minutes: str
    kept: bool
    asked: tuple[Asked, ...]
    topics: tuple[Topic, ...]
    actions: tuple[ActionCard, ...]
    left: tuple[ActionCard, ...]
    before: UUID | None
    after: UUID | None
    after_at: dt.datetime | None


def meetings(viewer: Viewer, since: dt.datetime, most: int = 20) -> list[MeetingRow]:
    """Meetings from `since` on, the soonest first; then earlier ones without minutes, the newest first.

    `meetings_page` has the rest. One question of the database.
    """
    check_may_read(viewer)
    rows = _standing(viewer).filter(Q(starts_at__gte=since) | Q(kept_at__isnull=True))
    coming = Case(When(starts_at__gte=since, then=F("starts_at")))
    ordered = rows.order_by(coming.asc(nulls_last=True), "-starts_at", "-id")
    return [_row(row) for row in ordered[:most]]


def meetings_page(
    viewer: Viewer, since: dt.datetime, *, past: bool = False, words: str = "", after: UUID | None = None
) -> MeetingPage:
    """A page of the meetings from `since` on, the soonest first; or of those before, the newest first.

    `words` are looked for in what it is about, where it is and which partners were asked. Two questions.
    """
    check_may_read(viewer)
    rows = _standing(viewer).filter(Q(starts_at__lt=since) if past else Q(starts_at__gte=since))
    if words:
        named = Attendance.objects.filter(
            programme_id=viewer.programme, meeting_id=OuterRef("id"), partner__name__icontains=words
        )
        rows = rows.filter(Q(title__icontains=words) | Q(place__icontains=words) | Exists(named))
    mark = Meeting.objects.filter(programme_id=viewer.programme, id=after).first() if after else None
    if mark is not None:
        at, than = mark.starts_at, "lt" if past else "gt"
        rows = rows.filter(Q(**{f"starts_at__{than}": at}) | Q(**{"starts_at": at, f"id__{than}": mark.id}))
    order = ("-starts_at", "-id") if past else ("starts_at", "id")
    found = [_row(row) for row in rows.order_by(*order)[: PAGE + 1]]
    return MeetingPage(tuple(found[:PAGE]), found[PAGE - 1].id if len(found) > PAGE else None)


def _standing(viewer: Viewer) -> "QuerySet[Any]":
    """Those that were not called off, with how many partners were asked."""
    asked = Attendance.objects.filter(programme_id=viewer.programme, meeting_id=OuterRef("id"))
    counted = asked.order_by().values("meeting_id").annotate(number=Count("id")).values("number")
    rows = Meeting.objects.filter(programme_id=viewer.programme, called_off_at__isnull=True)
    return rows.annotate(asked=Subquery(counted))


def _row(row: Any) -> MeetingRow:
    return MeetingRow(row.id, row.title, row.starts_at, row.place, row.asked or 0, row.kept_at is not None)


def meeting(viewer: Viewer, meeting_id: UUID) -> MeetingCard:
    """One meeting. Raises NotFound. At most five questions of the database."""
    check_may_read(viewer)
    mine = {"programme_id": viewer.programme}
    row = Meeting.objects.filter(**mine, id=meeting_id).select_related("organiser").first()
    if row is None:
        raise NotFound(_("There is no such meeting in this programme."))
    asked = Attendance.objects.filter(**mine, meeting_id=meeting_id).select_related("partner")
    taken = MeetingAction.objects.filter(
        Q(meeting_id=meeting_id) | Q(carried_to_id=meeting_id), **mine
    ).select_related("worker", "meeting", "partner")
    found = [(one.meeting_id == meeting_id, _action(one)) for one in taken.order_by("due_on", "id")]
    before, after = _neighbours(row)
    return MeetingCard(
        id=row.id,
        title=row.title,
        starts_at=row.starts_at,
        ends_at=row.starts_at + dt.timedelta(minutes=row.lasts),
        place=row.place,
        organiser_name=row.organiser.name if row.organiser else "",
        sequence=row.sequence,
        called_off=row.called_off_at is not None,
        minutes=row.minutes,
        kept=row.kept_at is not None,
        asked=tuple(
            Asked(one.partner_id, one.partner.name, one.came, one.number, one.invited_at is not None)
            for one in asked.order_by("partner__name")
        ),
        topics=_topics(row),
        actions=tuple(card for own, card in found if own),
        left=tuple(card for own, card in found if not own),
        before=before.id if before else None,
        after=after.id if after else None,
        after_at=after.starts_at if after else None,
    )


def later_meetings(viewer: Viewer, meeting_id: UUID, most: int = 10) -> list[tuple[UUID, str, dt.datetime]]:
    """(id, title, begin) of meetings still to come after this one, those of its series first. Two questions."""
    check_may_read(viewer)
    mine = Meeting.objects.filter(programme_id=viewer.programme)
    row = mine.filter(id=meeting_id).first()
    if row is None:
        raise NotFound(_("There is no such meeting in this programme."))
    rows = mine.filter(starts_at__gt=row.starts_at, called_off_at__isnull=True, kept_at__isnull=True)
    found = list(rows.order_by("starts_at")[: 3 * most])
    found.sort(key=lambda one: (row.series is None or one.series != row.series, one.starts_at))
    return [(one.id, one.title, one.starts_at) for one in found[:most]]


def _topics(row: Meeting) -> tuple[Topic, ...]:
    rows = AgendaItem.objects.filter(programme_id=row.programme_id, meeting=row).order_by("number")
    kept = tuple(
        Topic(
            one.id,
            one.number,
            one.words,
            one.said,
            ItemState(one.state),
            carried=one.carried_from_id is not None,
        )
        for one in rows
    )
    typed = enumerate(topics(row.agenda), 1)
    return kept or tuple(
        Topic(None, number, words, "", ItemState.OPEN, carried=False) for number, words in typed
    )


def _neighbours(row: Meeting) -> tuple[Meeting | None, Meeting | None]:
    if row.series is None:
        return None, None
    rows = Meeting.objects.filter(programme_id=row.programme_id, series=row.series)
    standing = [one for one in rows.order_by("starts_at", "id") if one.called_off_at is None]
    before = [one for one in standing if one.starts_at < row.starts_at]
    after = [one for one in standing if one.starts_at > row.starts_at]
    return (before[-1] if before else None), (after[0] if after else None)


def actions_due(viewer: Viewer, until: dt.date, worker_id: UUID | None = None) -> list[ActionCard]:
    """What was taken on and is not done, due by `until`; of one worker, or of all. One question of the database."""
    check_may_read(viewer)
    rows = MeetingAction.objects.filter(
        programme_id=viewer.programme, done_at__isnull=True, due_on__lte=until
    )
    if worker_id is not None:
        rows = rows.filter(worker_id=worker_id)
    return [
        _action(row)
        for row in rows.select_related("worker", "meeting", "partner").order_by("due_on", "id")[:50]
    ]


def _action(row: MeetingAction) -> ActionCard:
    return ActionCard(
        row.id,
        row.meeting_id,
        row.meeting.title,
        row.worker_id,
        row.worker.name if row.worker else "",
        row.what,
        row.due_on,
        row.done_at,
        row.partner.name if row.partner else "",
        row.carried_to_id is not None,
    )
