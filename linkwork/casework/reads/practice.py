"""How much was done in a span: contacts and minutes, by worker, site and month, and how many were first ones?"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, Sum
from django.db.models.functions import TruncMonth

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Contact, Session
from linkwork.casework.reads.counted import Span, contacts_in
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class Done:
    """Contacts and minutes of one worker at one site in one month; the month by its first day.

    `contacts` are encounters, `attempts` reached nobody. `with_person` and `without` (travel and administration) are
    minutes; `not_said` counts encounters whose length nobody noted.
    """

    worker_id: UUID | None
    site_id: UUID | None
    month: dt.date
    contacts: int
    attempts: int
    with_person: int
    without: int
    not_said: int


@dataclass(frozen=True)
class Practice:
    """All that was done in a span. `first` counts contacts that were the first of their case, by the record."""

    rows: tuple[Done, ...]
    first: int

    @property
    def contacts(self) -> int:
        """Encounters."""
        return sum(row.contacts for row in self.rows)


def practice(viewer: Viewer, span: Span) -> Practice:
    """What was done in the span. Three questions, however much it was.

    The time around a session stands with the session, so it is counted once however many came.
    """
    check_may_see_people(viewer)
    rows = contacts_in(viewer, span).annotate(month=TruncMonth("occurred_at"))
    grouped: Any = rows.values("worker_id", "site_id", "month").annotate(
        contacts=Count("id", filter=Q(reached=True)),
        attempts=Count("id", filter=Q(reached=False)),
        with_person=Sum("minutes", filter=Q(reached=True)),
        travel=Sum("minutes_travel"),
        admin=Sum("minutes_admin"),
        not_said=Count("id", filter=Q(reached=True, minutes__isnull=True)),
    )
    return Practice(_merged([*grouped.order_by(), *_sessions(viewer, span)]), _first(viewer, span))


def _sessions(viewer: Viewer, span: Span) -> Any:
    rows = Session.objects.filter(span.within("occurred_at"), programme_id=viewer.programme)
    rows = rows if span.worker_id is None else rows.filter(worker_id=span.worker_id)
    months = rows.annotate(month=TruncMonth("occurred_at")).values("worker_id", "site_id", "month")
    return months.annotate(travel=Sum("minutes_travel"), admin=Sum("minutes_admin")).order_by()


def _merged(rows: Iterable[dict[str, Any]]) -> tuple[Done, ...]:
    sums: dict[tuple[Any, Any, dt.date], Counter[str]] = {}
    for row in rows:
        held = sums.setdefault((row["worker_id"], row["site_id"], row["month"].date()), Counter())
        held["without"] += (row["travel"] or 0) + (row["admin"] or 0)
        for name in ("contacts", "attempts", "with_person", "not_said"):
            held[name] += row.get(name) or 0
    names = ("contacts", "attempts", "with_person", "without", "not_said")
    return tuple(Done(*key, *(held[name] for name in names)) for key, held in sums.items())


def _first(viewer: Viewer, span: Span) -> int:
    """Cases whose earliest encounter is in the span, with this worker where one is given."""
    mine = Contact.objects.filter(programme_id=viewer.programme, reached=True).values("case_id")
    found = mine.annotate(first_at=Min("occurred_at")).filter(span.within("first_at"))
    if span.worker_id is not None:
        met = contacts_in(viewer, span).filter(reached=True)
        found = found.filter(case_id__in=met.values("case_id"))
    return found.count()
