"""Which cases are there, whose are they, and how many has each worker?"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_caseloads, check_may_see_people, seen_by
from linkwork.casework.models import Alert, Case, Contact, Reopening
from linkwork.casework.reads.finding import ranked
from linkwork.casework.reads.people import care_now, name_of, place_of
from linkwork.casework.reads.rhythms import due_of, paced
from linkwork.casework.rules.referrals import Care
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound
from linkwork.core.rows import the_one
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer

PAGE = 30


@dataclass(frozen=True)
class CaseCard:
    """A case with its person in plain values. `place` is (latitude, longitude); `worker_name` is empty for nobody.

    `due_on`, the day by which they should hear from us, is known of one case alone (`case`), None in lists. `alert`
    says that there is something to know before meeting them, where the question said for which day; `continues_in` is
    the other running case of a person who had two records. `care` is what to mind before getting
    in touch, `wants` what was said they would like help with, by `referred_by` (empty where it was they themselves),
    and `ended_before` whether an earlier spell of theirs, or this one, was closed: known of one case alone.
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
    alert: bool = False
    continues_in: UUID | None = None
    care: Care = field(default_factory=Care)
    wants: str = ""
    referred_by: str = ""
    ended_before: bool = False


@dataclass(frozen=True)
class CaseHead:
    """Of a case what an action of a room above has to know before it acts."""

    id: UUID
    worker_id: UUID | None
    opened_on: dt.date
    closed_on: dt.date | None
    language: str
    email: str


@dataclass(frozen=True)
class CasePage:
    """Some cases; `next` is what to pass as `after` for the following ones, None at the end."""

    rows: list[CaseCard]
    next: UUID | None


def case(viewer: Viewer, case_id: UUID, on: dt.date | None = None) -> CaseCard:
    """One case; `on` marks whether there is an alert on that day. Raises NotFound. One question."""
    check_may_see_people(viewer)
    rows = paced(_rows(viewer, on)).annotate(ended_before=_ended_before(viewer))
    row = the_one(rows.select_related("referral").filter(id=case_id))
    if row is None:
        raise NotFound(_("There is no such case in this programme."))
    came = row.referral
    by = ", ".join(part for part in (came.referrer_name, came.referrer_organisation) if part)
    more = {"wants": came.wants, "referred_by": by, "ended_before": row.ended_before}
    return replace(_card(row), due_on=due_of(row), care=care_now(came, row.person), **more)


def case_head(viewer: Viewer, case_id: UUID) -> CaseHead:
    """The head of one case, for actions: no pace, no last contact. Raises NotFound. One short question."""
    check_may_see_people(viewer)
    rows = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, id=case_id)
    row = the_one(
        rows.values_list("id", "worker_id", "opened_on", "closed_on", "person__language", "person__email")
    )
    if row is None:
        raise NotFound(_("There is no such case in this programme."))
    return CaseHead(*row)


def cases(
    viewer: Viewer,
    words: str = "",
    state: CaseState | None = None,
    worker_id: UUID | None = None,
    after: UUID | None = None,
    closed: bool | None = None,
    on: dt.date | None = None,
) -> CasePage:
    """Cases, the newest first, paged by key; with `words`, of the people found by them, the nearest on one page.

    `words` are names, part of a number or a year of birth (`reads.found`). `closed` False keeps open and paused cases,
    True closed ones; `on` marks whom there is an alert about on that day. One question; three with `words`.
    """
    check_may_see_people(viewer)
    rows = _rows(viewer, on)
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


def running_of(viewer: Viewer, person_id: UUID) -> list[UUID]:
    """The ids of a person's cases that are not closed; more than one where two records were brought together."""
    check_may_see_people(viewer)
    rows = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, person_id=person_id)
    return list(rows.exclude(state=CaseState.CLOSED).order_by("id").values_list("id", flat=True))


def initials_of(viewer: Viewer, case_ids: Collection[UUID]) -> dict[UUID, str]:
    """The initials of these cases' people, by case; those the viewer may not see are left out. One question."""
    check_may_see_people(viewer)
    return {row.id: _card(row).initials for row in _rows(viewer).filter(id__in=case_ids)} if case_ids else {}


def caseload(viewer: Viewer) -> list[tuple[UUID, int]]:
    """(worker id, people with a case that is not closed), for every worker who has any.

    Restricted people are counted for those alone who may see them.
    """
    check_may_see_caseloads(viewer)
    rows = (
        Case.objects.filter(
            seen_by(viewer), programme_id=viewer.programme, worker__isnull=False, continues_in__isnull=True
        )
        .exclude(state=CaseState.CLOSED)
        .values("worker_id")
        .annotate(people=Count("person_id", distinct=True))
        .order_by("worker_id")
    )
    return [(row["worker_id"], row["people"]) for row in rows]


def _rows(viewer: Viewer, on: dt.date | None = None) -> QuerySet[Case]:
    last = Contact.objects.filter(programme_id=viewer.programme, case_id=OuterRef("id"), reached=True)
    rows = (
        Case.objects.filter(seen_by(viewer), programme_id=viewer.programme)
        .select_related("person", "worker")
        .annotate(last_contact_at=Subquery(last.order_by("-occurred_at").values("occurred_at")[:1]))
    )
    return rows if on is None else rows.annotate(alert=Exists(_alerts(viewer, on)))


def _alerts(viewer: Viewer, on: dt.date) -> QuerySet[Alert]:
    alerts = Alert.objects.filter(programme_id=viewer.programme, person_id=OuterRef("person_id"))
    return alerts.filter(Q(until__isnull=True) | Q(until__gte=on), since__lte=on, ended_at__isnull=True)


def _ended_before(viewer: Viewer) -> Exists | Q:
    programme = viewer.programme
    earlier = Case.objects.filter(
        programme_id=programme, person_id=OuterRef("person_id"), closed_on__isnull=False
    )
    again = Reopening.objects.filter(programme_id=programme, case_id=OuterRef("id"))
    return Exists(earlier) | Exists(again)


def _nearest(viewer: Viewer, rows: QuerySet[Case], text: str) -> list[CaseCard]:
    place = {one: number for number, one in enumerate(ranked(viewer, text, rows.values("person_id")))}
    found = rows.filter(person_id__in=list(place)[:PAGE]) if place else rows.none()
    near = sorted(found.order_by("-id"), key=lambda row: place[row.person_id])
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
        alert=getattr(row, "alert", False),
        continues_in=row.continues_in_id,
    )
