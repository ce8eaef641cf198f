"""What did the person agree to, and may this be shared now?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Consent
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules import consent as rules
from linkwork.casework.rules.consent import Given, How, Purpose
from linkwork.casework.rules.states import CaseState
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class ConsentCard:
    """One consent. `holds`: in force at the moment asked about; `renewed`: another one goes on from it."""

    id: UUID
    purpose: Purpose
    recipient: str
    given_at: dt.datetime
    expires_on: dt.date | None
    withdrawn_at: dt.datetime | None
    holds: bool
    how: How
    words: str
    renewed: bool


@dataclass(frozen=True)
class RunningOut:
    """A consent in force that will soon be over, with the running case of its person."""

    consent: ConsentCard
    case_id: UUID
    initials: str


def consents_of(viewer: Viewer, person_id: UUID, at: dt.datetime) -> list[ConsentCard]:
    """What the person agreed to, the newest first."""
    check_may_see_people(viewer)
    rows = _rows(viewer).filter(person_id=person_id)
    return [_card(row, at) for row in rows.order_by("-given_at", "-id")]


def consents_running_out(
    viewer: Viewer, at: dt.datetime, days: int, worker_id: UUID | None = None
) -> list[RunningOut]:
    """Consents in force whose last day is at most `days` away and that nobody renewed, the first over first.

    Of people with a running case; with `worker_id`, of that worker's. One question of the database.
    """
    check_may_see_people(viewer)
    today = timezone.localdate(at)
    running = Case.objects.filter(programme_id=viewer.programme, person_id=OuterRef("person_id"))
    running = running.exclude(state=CaseState.CLOSED)
    if worker_id is not None:
        running = running.filter(worker_id=worker_id)
    rows = _rows(viewer).annotate(goes_on_in=Subquery(running.order_by("-id").values("id")[:1]))
    rows = rows.filter(
        expires_on__range=(today, today + dt.timedelta(days=days)),
        withdrawn_at__isnull=True,
        renewals__isnull=True,
        goes_on_in__isnull=False,
    )
    found: Any = rows.select_related("person").order_by("expires_on", "id")  # each carries its case
    return [RunningOut(_card(row, at), row.goes_on_in, initials(name_of(row.person))) for row in found]


def _rows(viewer: Viewer) -> QuerySet[Consent]:
    later = Consent.objects.filter(programme_id=viewer.programme, renews_id=OuterRef("id"))
    rows = Consent.objects.filter(seen_by(viewer), programme_id=viewer.programme)
    return rows.annotate(renewed=Exists(later))


def _card(row: Any, at: dt.datetime) -> ConsentCard:
    return ConsentCard(
        id=row.id,
        purpose=Purpose(row.purpose),
        recipient=row.recipient,
        given_at=row.given_at,
        expires_on=row.expires_on,
        withdrawn_at=row.withdrawn_at,
        holds=rules.holds(_given(row), at),
        how=How(row.how),
        words=row.words,
        renewed=row.renewed,
    )


def may_share(viewer: Viewer, case_id: UUID, purpose: str, recipient: str, *, at: dt.datetime) -> bool:
    """Whether the person of this case has a consent in force at `at` for this purpose ("share") and recipient."""
    check_may_see_people(viewer)
    cases = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, id=case_id)
    person_ids = cases.values("person_id")
    rows = Consent.objects.filter(programme_id=viewer.programme, person_id__in=person_ids, purpose=purpose)
    return rules.may_share([_given(row) for row in rows], purpose, recipient, at)


def _given(row: Consent) -> Given:
    return Given(Purpose(row.purpose), row.recipient, row.given_at, row.expires_on, row.withdrawn_at)
