"""Who is out, until when, who looks out for them, and has anything been heard?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.workforce.access import check_keeps_watch, check_may_visit, may_watch_all, parts_in_visit
from linkwork.workforce.models import OwnPhone, Visit, VisitAlarm, VisitPlace, VisitRung
from linkwork.workforce.rules.visits import OPEN, RUNNING, AlarmKind, AlarmState, Rung, VisitState

PAGE = 20
MOST = 100  # shown of those who are out
ORDER = list(Rung)


@dataclass(frozen=True)
class AlarmHead:
    """An alarm that runs. `asked`: how many rungs were. `reached_by` is empty while nobody has reached them."""

    id: UUID
    kind: AlarmKind
    state: AlarmState
    raised_at: dt.datetime
    reached_by: str
    asked: int


@dataclass(frozen=True)
class VisitLine:
    """One visit in a list. `case_id` is None for one told in words; `mine`: the viewer's own; `alarm` None for none."""

    id: UUID
    worker_id: UUID
    worker_name: str
    buddy_id: UUID
    buddy_name: str
    case_id: UUID | None
    about: str
    address: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    state: VisitState
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    mine: bool
    alarm: AlarmHead | None


@dataclass(frozen=True)
class RungCard:
    """Who was asked, and when. `asked` is empty where every manager was."""

    rung: Rung
    asked: str
    asked_at: dt.datetime


@dataclass(frozen=True)
class AlarmCard:
    """One alarm whole. `resolved_by` equal to the visitor's name: they gave a sign themselves."""

    id: UUID
    kind: AlarmKind
    state: AlarmState
    raised_at: dt.datetime
    reached_by: str
    reached_at: dt.datetime | None
    resolved_by: str
    resolved_at: dt.datetime | None
    words: str
    rungs: tuple[RungCard, ...]


@dataclass(frozen=True)
class SharedPlace:
    """Where they shared that they are, in degrees; gone with the end of the visit."""

    latitude: float
    longitude: float
    within_metres: int
    shared_at: dt.datetime


@dataclass(frozen=True)
class VisitCard:
    """A visit whole. `phone` and `buddy_phone` are their own numbers, empty where they left none."""

    line: VisitLine
    phone: str
    buddy_phone: str
    place: SharedPlace | None
    alarms: tuple[AlarmCard, ...]
    extended: int


def visit(viewer: Viewer, visit_id: UUID) -> VisitCard:
    """One visit, for whom it is any business: the visitor, the buddy, managers. Raises NotFound. Five questions."""
    check_may_visit(viewer)
    row: Any = _rows(viewer).filter(id=visit_id).first()
    if row is None or not parts_in_visit(viewer, row.worker_id, row.buddy_id):
        raise NotFound(_("There is no such visit for you to see."))
    return VisitCard(_line(row, viewer), *_phones(row), _place(row), tuple(_alarms(row)), row.extended)


def visits_open(viewer: Viewer, pressing: bool = False) -> list[VisitLine]:
    """Who is out or going out: one's own, those whose buddy one is, for managers everybody's. One question.

    The ones with an alarm come first, then by when they are expected back, MOST at most. `pressing`: of others' only
    those with an alarm.
    """
    check_may_visit(viewer)
    mine, theirs = Q(worker_id=viewer.worker_id), Q(buddy_id=viewer.worker_id)
    rows: Any = _rows(viewer).filter(state__in=OPEN)
    if not may_watch_all(viewer):
        rows = rows.filter(mine | theirs)
    if pressing:
        rows = rows.filter(mine | Q(running_id__isnull=False))
    rows = rows.order_by(F("running_id").asc(nulls_last=True), "ends_at", "id")
    return [_line(row, viewer) for row in rows[:MOST]]


def visits_over(viewer: Viewer, after: UUID | None = None) -> list[VisitLine]:
    """Visits that are over, the newest planned first, a page of them; for managers everybody's. One question."""
    check_may_visit(viewer)
    rows = _rows(viewer).exclude(state__in=OPEN)
    if not may_watch_all(viewer):
        rows = rows.filter(worker_id=viewer.worker_id)
    if after:
        rows = rows.filter(id__lt=after)
    return [_line(row, viewer) for row in rows.order_by("-id")[:PAGE]]


def late_visits(viewer: Viewer, at: dt.datetime) -> list[UUID]:
    """Those of which nothing was heard when they were expected back, the latest first. For the rounds. One question."""
    check_keeps_watch(viewer)
    reached = VisitAlarm.objects.filter(
        programme_id=viewer.programme, visit_id=OuterRef("id"), state=AlarmState.ACKNOWLEDGED
    )
    rows = Visit.objects.filter(programme_id=viewer.programme, state__in=OPEN, ends_at__lt=at)
    return list(rows.filter(~Exists(reached)).order_by("ends_at", "id").values_list("id", flat=True))


def alarm_told(viewer: Viewer, alarm_id: UUID) -> VisitCard | None:
    """What a letter or text about this alarm tells of; None once somebody has reached them. Raises NotFound.

    For the post. Four questions.
    """
    rows: Any = _rows(viewer)
    row = rows.filter(running_id=alarm_id).first()
    if row is None:
        raise NotFound(_("There is no such alarm now."))
    if row.running_state != AlarmState.RAISED:
        return None
    return VisitCard(_line(row, viewer), *_phones(row), _place(row), (), row.extended)


def _rows(viewer: Viewer) -> QuerySet[Visit]:
    rows = Visit.objects.filter(programme_id=viewer.programme).select_related("worker", "buddy")
    rungs = VisitRung.objects.filter(programme_id=viewer.programme, alarm_id=OuterRef("running__id"))
    asked = rungs.order_by().values("alarm_id").annotate(number=Count("id")).values("number")
    return rows.annotate(
        running=FilteredRelation("alarms", condition=Q(alarms__state__in=RUNNING)),
    ).annotate(
        running_id=F("running__id"),
        running_kind=F("running__kind"),
        running_state=F("running__state"),
        running_since=F("running__raised_at"),
        running_reached=F("running__reached_by__name"),
        running_asked=Subquery(asked),
    )


def _line(row: Any, viewer: Viewer) -> VisitLine:
    alarm = None
    if row.running_id:
        alarm = AlarmHead(
            row.running_id,
            AlarmKind(row.running_kind),
            AlarmState(row.running_state),
            row.running_since,
            row.running_reached or "",
            row.running_asked or 0,
        )
    return VisitLine(
        id=row.id,
        worker_id=row.worker_id,
        worker_name=row.worker.name,
        buddy_id=row.buddy_id,
        buddy_name=row.buddy.name,
        case_id=row.case_id,
        about=row.about,
        address=row.address,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        state=VisitState(row.state),
        started_at=row.started_at,
        ended_at=row.ended_at,
        mine=row.worker_id == viewer.id,
        alarm=alarm,
    )


def _phones(row: Visit) -> tuple[str, str]:
    both = (row.worker_id, row.buddy_id)
    phones = OwnPhone.objects.filter(programme_id=row.programme_id, worker_id__in=both)
    found = dict(phones.values_list("worker_id", "number"))
    return found.get(row.worker_id, ""), found.get(row.buddy_id, "")


def _place(row: Visit) -> SharedPlace | None:
    place = VisitPlace.objects.filter(programme_id=row.programme_id, visit_id=row.id).first()
    if place is None:
        return None
    return SharedPlace(place.latitude, place.longitude, place.within_metres, place.shared_at)


def _alarms(row: Visit) -> Iterable[AlarmCard]:
    alarms = VisitAlarm.objects.filter(programme_id=row.programme_id, visit_id=row.id)
    found = list(alarms.select_related("reached_by", "resolved_by").order_by("-raised_at", "-id"))
    rungs = VisitRung.objects.filter(programme_id=row.programme_id, alarm_id__in=[one.id for one in found])
    asked: dict[UUID, list[RungCard]] = {}
    for rung in rungs.select_related("asked").order_by("id"):
        card = RungCard(Rung(rung.rung), rung.asked.name if rung.asked else "", rung.asked_at)
        asked.setdefault(rung.alarm_id, []).append(card)
    for one in found:
        yield AlarmCard(
            one.id,
            AlarmKind(one.kind),
            AlarmState(one.state),
            one.raised_at,
            one.reached_by.name if one.reached_by else "",
            one.reached_at,
            one.resolved_by.name if one.resolved_by else "",
            one.resolved_at,
            one.words,
            tuple(sorted(asked.get(one.id, []), key=lambda card: ORDER.index(card.rung))),
        )
