"""What should everybody know before they meet a person, and who alone may open the record?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Alert, Case, Restriction
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.guarding import AlertKind, in_force, wants_review
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class AlertCard:
    """One alert. `holds` and `wants_review` are of the day asked about."""

    id: UUID
    person_id: UUID
    person_name: str
    case_id: UUID | None
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
    spells = Case.objects.filter(programme_id=viewer.programme, person_id=OuterRef("person_id"))
    rows = rows.annotate(goes_on_in=Subquery(spells.order_by("-id").values("id")[:1]))
    return rows.select_related("worker", "person").order_by("-since", "-id")


def _alert(row: Any, on: dt.date) -> AlertCard:
    holds = row.ended_at is None and in_force(row.since, row.until, on)
    return AlertCard(
        id=row.id,
        person_id=row.person_id,
        person_name=name_of(row.person),
        case_id=row.goes_on_in,
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
    """Who alone may open the person's record; None where it is open to all who work here. One question."""
    check_may_see_people(viewer)
    rows = Restriction.objects.filter(
        seen_by(viewer), programme_id=viewer.programme, person_id=person_id, lifted_at__isnull=True
    )
    rows = rows.annotate(reader_id=F("readers__worker_id"), reader_name=F("readers__worker__name"))
    found: list[Any] = list(rows.select_related("worker").order_by("reader_name", "reader_id"))
    if not found:
        return None
    row = found[0]
    named = ((one.reader_id, one.reader_name) for one in found if one.reader_id)
    return RestrictionCard(row.id, row.why, row.since, row.worker.name if row.worker else "", tuple(named))
