"""Which people does a number count? The same condition counts them and lists them, so the two cannot differ.

The rooms above add conditions of their own and ask with them through `how_many` and `listed`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Contact, Need, Person, Referral, Statement
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.states import ReferralState
from linkwork.core.periods import Period
from linkwork.core.viewer import Viewer

PAGE = 50


@dataclass(frozen=True)
class Span:
    """From the first day to the last, both counted; of one worker's people only, where one is given."""

    first: dt.date
    last: dt.date
    worker_id: UUID | None = None

    def __post_init__(self) -> None:
        Period(self.first, self.last)  # raises ValueError where the days are not in order

    def within(self, field: str) -> Q:
        """The moment in `field` is in the span, by the clock here."""
        begin = timezone.make_aware(dt.datetime.combine(self.first, dt.time()))
        end = timezone.make_aware(dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time()))
        return Q(**{f"{field}__gte": begin, f"{field}__lt": end})


@dataclass(frozen=True)
class CountedPerson:
    """One person of a list. `case_id` is their newest case, None where a referral never became one."""

    person_id: UUID
    name: str
    case_id: UUID | None
    referral_id: UUID | None
    worker_name: str


@dataclass(frozen=True)
class CountedPage:
    """Some people; `next` is what to pass as `after` for the following ones, None at the end."""

    rows: list[CountedPerson]
    next: UUID | None


def cohort_cases(viewer: Viewer, span: Span) -> QuerySet[Case]:
    """Cases that came of a referral received in the span: to be joined into a question of a room above."""
    rows = Case.objects.filter(span.within("referral__received_at"), programme_id=viewer.programme)
    return rows if span.worker_id is None else rows.filter(worker_id=span.worker_id)


def conditions(viewer: Viewer, span: Span) -> dict[str, Q]:
    """What casework counts people by, name to condition on a person.

    Of those referred in the span: `referred`, `unanswered`, `not_taken_on`, `taken_on`, `reached`, `tried` (nobody
    answered yet), `accepted` (reached, and support began: a need, a plan or a second conversation).
    In the span, whenever they came: `met`, `met_first` (never before in that case) and
    `met_again` (not for the first time), which may both hold.
    """
    cases = cohort_cases(viewer, span).values("id")
    referred = _referrals(viewer, span)
    contacts = Contact.objects.filter(programme_id=viewer.programme, case_id__in=cases)
    reached = _of(contacts.filter(reached=True))
    again = contacts.filter(reached=True).values("case__person_id").annotate(n=Count("id")).filter(n__gte=2)
    begun = (
        _of(_rows(Need, viewer, cases))
        | _of(_rows(Statement, viewer, cases))
        | Q(id__in=again.values("case__person_id"))
    )
    taken_on = Q(id__in=cohort_cases(viewer, span).values("person_id"))
    unanswered = Q(id__in=referred.filter(state=ReferralState.RECEIVED).values("person_id"))
    return {
        "referred": Q(id__in=referred.values("person_id")),
        "unanswered": unanswered & ~taken_on,
        "not_taken_on": Q(id__in=referred.values("person_id")) & ~taken_on & ~unanswered,
        "taken_on": taken_on,
        "reached": reached,
        "tried": taken_on & ~reached & _of(contacts),
        "accepted": reached & begun,
        "met": _of(contacts_in(viewer, span).filter(reached=True)),
        "met_first": _of(_met(viewer, span).filter(before=False)),
        "met_again": _of(_met(viewer, span).filter(before=True)),
    }


def sources(viewer: Viewer, span: Span) -> dict[str, int]:
    """People referred in the span by where the referral came from, each counted once for each source."""
    rows = (
        _referrals(viewer, span)
        .filter(seen_by(viewer))
        .values("source")
        .annotate(people=Count("person_id", distinct=True))
    )
    return {row["source"]: row["people"] for row in rows.order_by("source")}


def from_source(viewer: Viewer, span: Span, source: str) -> Q:
    """People referred in the span from this source."""
    return Q(id__in=_referrals(viewer, span).filter(source=source).values("person_id"))


def how_many(viewer: Viewer, asked: Mapping[str, Q]) -> dict[str, int]:
    """How many different people each condition holds for. One question, however many conditions."""
    check_may_see_people(viewer)
    counts: Mapping[str, Any] = {name: Count("id", filter=held) for name, held in asked.items()}
    return _people(viewer).aggregate(**counts) if asked else {}


def listed(viewer: Viewer, held: Q, after: UUID | None = None) -> CountedPage:
    """The people a condition holds for, by when they were entered, a page at a time. One question."""
    check_may_see_people(viewer)
    cases = Case.objects.filter(programme_id=viewer.programme, person_id=OuterRef("id")).order_by("-id")
    referrals = Referral.objects.filter(programme_id=viewer.programme, person_id=OuterRef("id"))
    rows = _people(viewer).filter(held)
    rows = rows.filter(id__gt=after) if after else rows
    annotated = rows.annotate(
        case_id=Subquery(cases.values("id")[:1]),
        worker_name=Subquery(cases.values("worker__name")[:1]),
        referral_id=Subquery(referrals.order_by("-id").values("id")[:1]),
    )
    found = list(annotated.order_by("id")[: PAGE + 1])
    return CountedPage(
        [_person(row) for row in found[:PAGE]], found[PAGE - 1].id if len(found) > PAGE else None
    )


def _people(viewer: Viewer) -> QuerySet[Person]:
    """Whom the viewer may see, each once: a record that turned out to be somebody else's is not counted."""
    rows = Person.objects.filter(seen_by(viewer, "id"), programme_id=viewer.programme)
    return rows.filter(merged_into__isnull=True)


def _person(row: Any) -> CountedPerson:
    return CountedPerson(row.id, name_of(row), row.case_id, row.referral_id, row.worker_name or "")


def _referrals(viewer: Viewer, span: Span) -> QuerySet[Referral]:
    rows = Referral.objects.filter(span.within("received_at"), programme_id=viewer.programme)
    if span.worker_id is None:
        return rows
    theirs = Case.objects.filter(programme_id=viewer.programme, worker_id=span.worker_id)
    return rows.filter(Exists(theirs.filter(referral_id=OuterRef("id"))))


def _rows(model: Any, viewer: Viewer, cases: Any) -> Any:
    return model.objects.filter(programme_id=viewer.programme, case_id__in=cases)


def _of(rows: Any) -> Q:
    return Q(id__in=rows.values("case__person_id"))


def contacts_in(viewer: Viewer, span: Span) -> QuerySet[Contact]:
    """Encounters and attempts in the span, by this worker where one is given."""
    rows = Contact.objects.filter(
        span.within("occurred_at"), seen_by(viewer, "case__person_id"), programme_id=viewer.programme
    )
    return rows if span.worker_id is None else rows.filter(worker_id=span.worker_id)


def _met(viewer: Viewer, span: Span) -> Any:
    """Encounters in the span, each with whether there was one before it in its case."""
    earlier = Contact.objects.filter(programme_id=viewer.programme, reached=True, case_id=OuterRef("case_id"))
    rows = contacts_in(viewer, span).filter(reached=True)
    return rows.annotate(before=Exists(earlier.filter(occurred_at__lt=OuterRef("occurred_at"))))
