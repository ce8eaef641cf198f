"""Which cases are there, whose are they, and how many has each worker?"""

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_caseloads, check_may_see_people
from linkwork.casework.models import Case, Contact
from linkwork.casework.reads.people import MOST_FOUND, name_of, place_of, with_name_like
from linkwork.casework.reads.rhythms import due_of, paced
from linkwork.casework.rules.names import distance, words_of
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer

PAGE = 30


@dataclass(frozen=True)
class CaseCard:
    """A case with its person in plain values. `place` is (latitude, longitude); `worker_name` is empty for nobody.

    `due_on`, the day by which they should hear from us, is known of one case alone (`case`), None in lists.
    """

    id: UUID
    person_id: UUID
    referral_id: UUID
    name: str
    given_name: str
    initials: str
    worker_id: UUID | None
    worker_name: str
    state: CaseState
    opened_on: dt.date
    closed_on: dt.date | None
    close_reason: str
    language: str
    interpreter: bool
    place: tuple[float, float] | None
    area: str
    phone: str
    email: str
    last_contact_on: dt.date | None
    due_on: dt.date | None = None


@dataclass(frozen=True)
class CasePage:
    """Some cases; `next` is what to pass as `after` for the following ones, None at the end."""

    rows: list[CaseCard]
    next: UUID | None


def case(viewer: Viewer, case_id: UUID) -> CaseCard:
    """One case of the viewer's programme. Raises NotFound. One question."""
    check_may_see_people(viewer)
    row = paced(_rows(viewer)).filter(id=case_id).first()
    if row is None:
        raise NotFound(_("There is no such case in this programme."))
    return replace(_card(row), due_on=due_of(row))


def cases(
    viewer: Viewer,
    words: str = "",
    state: CaseState | None = None,
    worker_id: UUID | None = None,
    after: UUID | None = None,
    closed: bool | None = None,
) -> CasePage:
    """Cases, the newest first, paged by key; with `words`, those whose person's name is nearest, on one page.

    `closed` False keeps open and paused ones, True closed ones. One question however many there are.
    """
    check_may_see_people(viewer)
    rows = _rows(viewer)
    if state is not None:
        rows = rows.filter(state=state)
    if closed is not None:
        rows = rows.filter(state=CaseState.CLOSED) if closed else rows.exclude(state=CaseState.CLOSED)
    if worker_id is not None:
        rows = rows.filter(worker_id=worker_id)
    if words.strip():
        return CasePage(_nearest(viewer, rows, words), None)
    if after is not None:
        rows = rows.filter(id__lt=after)
    found = list(rows.order_by("-id")[: PAGE + 1])
    return CasePage([_card(row) for row in found[:PAGE]], found[PAGE - 1].id if len(found) > PAGE else None)


def caseload(viewer: Viewer) -> list[tuple[UUID, int]]:
    """(worker id, people with a case that is not closed), for every worker who has any."""
    check_may_see_caseloads(viewer)
    rows = (
        Case.objects.filter(programme_id=viewer.programme, worker__isnull=False)
        .exclude(state=CaseState.CLOSED)
        .values("worker_id")
        .annotate(people=Count("person_id", distinct=True))
        .order_by("worker_id")
    )
    return [(row["worker_id"], row["people"]) for row in rows]


def _rows(viewer: Viewer) -> QuerySet[Case]:
    last = Contact.objects.filter(programme_id=viewer.programme, case_id=OuterRef("id"), reached=True)
    return (
        Case.objects.filter(programme_id=viewer.programme)
        .select_related("person", "worker")
        .annotate(last_contact_at=Subquery(last.order_by("-occurred_at").values("occurred_at")[:1]))
    )


def _nearest(viewer: Viewer, rows: QuerySet[Case], text: str) -> list[CaseCard]:
    conditions = with_name_like(viewer, words_of(text), "person_id")
    if not conditions:
        return []
    found = rows.filter(*conditions).order_by("-id")[:MOST_FOUND]
    near = sorted(found, key=lambda row: (distance(text, row.person.search_key), row.person.search_key))
    return [_card(row) for row in near[:PAGE]]


def _card(row: Case) -> CaseCard:
    person, last = row.person, getattr(row, "last_contact_at", None)
    return CaseCard(
        id=row.id,
        person_id=row.person_id,
        referral_id=row.referral_id,
        name=name_of(person),
        given_name=person.given_name,
        initials=initials(name_of(person)),
        worker_id=row.worker_id,
        worker_name=row.worker.name if row.worker else "",
        state=CaseState(row.state),
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        close_reason=row.close_reason,
        language=person.language,
        interpreter=person.interpreter,
        place=place_of(person),
        area=person.area,
        phone=person.phone,
        email=person.email,
        last_contact_on=timezone.localdate(last) if last else None,
    )
