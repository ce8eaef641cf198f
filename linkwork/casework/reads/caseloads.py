"""How many people has each worker, how much is that, who has room, who is away, and who had whom before?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, DateField, IntegerField, Q, QuerySet, Value
from django.utils import timezone

from linkwork.casework.access import check_may_see_caseloads, check_may_see_people, seen_by
from linkwork.casework.models import Absence, Allocation, Referral, Room
from linkwork.casework.reads.rhythms import Running, running, running_cases
from linkwork.casework.rules.cover import Away, covered_by
from linkwork.casework.rules.states import ReferralState
from linkwork.core.viewer import Kind, Viewer


@dataclass(frozen=True)
class WorkerLoad:
    """One worker's people (None: of nobody): distinct people, their points, how many should have heard from us."""

    worker_id: UUID | None
    people: int
    points: int
    due: int


@dataclass(frozen=True)
class AbsenceCard:
    """A worker away. `cover_id` None: nobody covers yet; `called_off_on` None unless it was called off."""

    id: UUID
    worker_id: UUID
    worker_name: str
    cover_id: UUID | None
    cover_name: str
    starts_on: dt.date
    ends_on: dt.date
    note: str
    called_off_on: dt.date | None


@dataclass(frozen=True)
class AllocationCard:
    """Who worked with a case from when until when; `until` None: now. `note` was written for them."""

    worker_id: UUID
    worker_name: str
    since: dt.date
    until: dt.date | None
    note: str


def loads(viewer: Viewer, today: dt.date) -> list[WorkerLoad]:
    """Every worker who has anybody, and None where nobody works with them. One question; ids and numbers only."""
    check_may_see_caseloads(viewer)
    each: dict[UUID | None, list[Running]] = {}
    for one in running(running_cases(viewer), today):
        each.setdefault(one.worker_id, []).append(one)
    return [_load(worker_id, cases, today) for worker_id, cases in each.items()]


def _load(worker_id: UUID | None, cases: Iterable[Running], today: dt.date) -> WorkerLoad:
    held = list(cases)
    late = {one.person_id for one in held if one.due_on is not None and one.due_on <= today}
    people = {one.person_id for one in held}
    return WorkerLoad(worker_id, len(people), sum(one.points for one in held), len(late))


def free_hands(viewer: Viewer, today: dt.date) -> tuple[dict[UUID, int], dict[UUID, dt.date]]:
    """How many people each worker has who has any, and until when those away today are away. One question."""
    check_may_see_caseloads(viewer)
    held = running_cases(viewer).filter(worker__isnull=False).order_by().values("worker_id")
    nobody, no_day = Value(0, output_field=IntegerField()), Value(None, output_field=DateField())
    people = held.annotate(people=Count("person_id", distinct=True), away=no_day)
    away = _standing(viewer).filter(starts_on__lte=today, ends_on__gte=today).order_by()
    rows = list(
        people.values_list("worker_id", "people", "away").union(
            away.values_list("worker_id", nobody, "ends_on"), all=True
        )
    )
    return (
        {worker_id: people for worker_id, people, ends_on in rows if ends_on is None},
        {worker_id: ends_on for worker_id, _people, ends_on in rows if ends_on is not None},
    )


def rooms(viewer: Viewer) -> dict[UUID, int]:
    """How many people a worker is meant to have, where they have a number of their own."""
    check_may_see_caseloads(viewer)
    return dict(Room.objects.filter(programme_id=viewer.programme).values_list("worker_id", "people"))


def waiting_count(viewer: Viewer) -> int:
    """How many people wait for an answer to a referral."""
    check_may_see_caseloads(viewer)
    rows = Referral.objects.filter(
        seen_by(viewer), programme_id=viewer.programme, state=ReferralState.RECEIVED
    )
    return int(rows.aggregate(people=Count("person_id", distinct=True))["people"])


def absences(viewer: Viewer, today: dt.date) -> list[AbsenceCard]:
    """Who is away now or will be, the next first. One question."""
    check_may_see_caseloads(viewer)
    rows = _standing(viewer).filter(ends_on__gte=today).select_related("worker", "cover")
    return [_absence(row) for row in rows.order_by("starts_on", "id")]


def absences_before(viewer: Viewer, today: dt.date, most: int = 30) -> list[AbsenceCard]:
    """Who was away, or would have been, the last first."""
    check_may_see_caseloads(viewer)
    rows = Absence.objects.filter(programme_id=viewer.programme).select_related("worker", "cover")
    over = rows.filter(Q(ends_on__lt=today) | Q(called_off_at__isnull=False))
    return [_absence(row) for row in over.order_by("-starts_on", "-id")[:most]]


def covering(viewer: Viewer, day: dt.date) -> dict[UUID, str]:
    """The workers whose people the viewer looks after on `day` beside their own: id to name. One question."""
    if viewer.kind is not Kind.LOGIN or viewer.id is None:
        return {}
    rows = list(
        _standing(viewer)
        .filter(cover_id=viewer.id, starts_on__lte=day, ends_on__gte=day)
        .select_related("worker")
    )
    away = [Away(row.worker_id, row.cover_id, row.starts_on, row.ends_on) for row in rows]
    covered = covered_by(away, viewer.id, day)
    return {row.worker_id: row.worker.name for row in rows if row.worker_id in covered}


def allocations_of(viewer: Viewer, case_id: UUID) -> list[AllocationCard]:
    """Who worked with the case, the newest first. One question."""
    check_may_see_people(viewer)
    rows = Allocation.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, case_id=case_id
    ).select_related("worker")
    return [
        AllocationCard(
            row.worker_id,
            row.worker.name,
            timezone.localdate(row.since),
            timezone.localdate(row.until) if row.until else None,
            row.note,
        )
        for row in rows.order_by("-since", "-id")
    ]


def _standing(viewer: Viewer) -> QuerySet[Absence]:
    return Absence.objects.filter(programme_id=viewer.programme, called_off_at__isnull=True)


def _absence(row: Absence) -> AbsenceCard:
    return AbsenceCard(
        row.id,
        row.worker_id,
        row.worker.name,
        row.cover_id,
        row.cover.name if row.cover else "",
        row.starts_on,
        row.ends_on,
        row.note,
        timezone.localdate(row.called_off_at) if row.called_off_at else None,
    )
