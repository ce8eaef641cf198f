"""What should everybody know before they meet a person, and who alone may open the record?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from linkwork.casework.access import check_may_manage_people, check_may_see_people, seen_by
from linkwork.casework.models import Alert, Reader, Restriction
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.guarding import AlertKind, in_force, wants_review
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class AlertCard:
    """One alert. `holds` and `wants_review` are of the day asked about."""

    id: UUID
    person_id: UUID
    person_name: str
    kind: AlertKind
    words: str
    why: str
    since: dt.date
    until: dt.date | None
    review_on: dt.date | None
    worker_name: str
    holds: bool
    wants_review: bool


@dataclass(frozen=True)
class RestrictionCard:
    """That a record is closed to all but its readers, by (worker id, name), and the managers."""

    id: UUID
    why: str
    since: dt.datetime
    worker_name: str
    readers: tuple[tuple[UUID, str], ...]


def alerts_of(viewer: Viewer, person_id: UUID, on: dt.date) -> list[AlertCard]:
    """Every alert there ever was, those that hold first, the worker's safety before all. One question."""
    cards = [_alert(row, on) for row in _alerts(viewer).filter(person_id=person_id)]
    return sorted(cards, key=lambda card: (not card.holds, card.kind is not AlertKind.SAFETY))


def alerts_to_review(viewer: Viewer, on: dt.date, worker_id: UUID | None = None) -> list[AlertCard]:
    """Alerts whose day to be looked at again has come, the earliest first; with `worker_id`, of the people of theirs.

    One question of the database.
    """
    rows = _alerts(viewer).filter(Q(until__isnull=True) | Q(until__gte=on), review_on__lte=on)
    rows = rows.filter(ended_at__isnull=True)
    if worker_id is not None:
        rows = rows.filter(Q(worker_id=worker_id) | Q(person__cases__worker_id=worker_id)).distinct()
    return [_alert(row, on) for row in rows.order_by("review_on", "id")]


def _alerts(viewer: Viewer) -> QuerySet[Alert]:
    check_may_see_people(viewer)
    rows = Alert.objects.filter(seen_by(viewer), programme_id=viewer.programme)
    return rows.select_related("worker", "person").order_by("-since", "-id")


def _alert(row: Alert, on: dt.date) -> AlertCard:
    holds = row.ended_at is None and in_force(row.since, row.until, on)
    return AlertCard(
        id=row.id,
        person_id=row.person_id,
        person_name=name_of(row.person),
        kind=AlertKind(row.kind),
        words=row.words,
        why=row.why,
        since=row.since,
        until=row.until,
        review_on=row.review_on,
        worker_name=row.worker.name if row.worker else "",
        holds=holds,
        wants_review=holds and wants_review(row.review_on, on),
    )


def restriction_of(viewer: Viewer, person_id: UUID) -> RestrictionCard | None:
    """Who alone may open the person's record; None where it is open to all who work here. Two questions at most."""
    check_may_see_people(viewer)
    rows = Restriction.objects.filter(
        seen_by(viewer), programme_id=viewer.programme, person_id=person_id, lifted_at__isnull=True
    )
    row = rows.select_related("worker").first()
    if row is None:
        return None
    readers = Reader.objects.filter(programme_id=viewer.programme, restriction_id=row.id)
    named = readers.order_by("worker__name", "worker_id").values_list("worker_id", "worker__name")
    return RestrictionCard(row.id, row.why, row.since, row.worker.name if row.worker else "", tuple(named))


def restricted_people(viewer: Viewer) -> int:
    """How many records are restricted now. For managers."""
    check_may_manage_people(viewer)
    return Restriction.objects.filter(programme_id=viewer.programme, lifted_at__isnull=True).count()
