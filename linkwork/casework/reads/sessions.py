"""Who was met together, and how?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Contact, Session
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.contacts import is_locked, may_undo
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes


@dataclass(frozen=True)
class Attendant:
    """Somebody who came, or who could have: a running case and the name of its person."""

    case_id: UUID
    person_id: UUID
    name: str
    initials: str
    contact_id: UUID | None = None


@dataclass(frozen=True)
class SessionCard:
    """One meeting of several people. `others` are those whose names we do not know."""

    id: UUID
    title: str
    occurred_at: dt.datetime
    mode: str
    minutes: int | None
    minutes_travel: int | None
    minutes_admin: int | None
    site_id: UUID | None
    site_name: str
    worker_name: str
    others: int
    note: str
    people: tuple[Attendant, ...]
    topics: tuple[str, ...]
    support_types: tuple[str, ...]
    linking: bool | None
    education: bool | None
    locked: bool
    may_undo: bool


def session(viewer: Viewer, session_id: UUID, at: dt.datetime) -> SessionCard:
    """One session with everybody who came. Raises NotFound. Four questions however many came."""
    check_may_see_people(viewer)
    rows = Session.objects.filter(programme_id=viewer.programme, id=session_id)
    row = rows.select_related("worker", "site").first()
    if row is None:
        raise NotFound(_("There is no such session in this programme."))
    came = list(
        Contact.objects.filter(
            seen_by(viewer, "case__person_id"), programme_id=viewer.programme, session_id=row.id
        )
        .select_related("case__person")
        .order_by("id")
    )
    shared = came[0] if came else None
    terms = list(shared.terms.filter(programme_id=viewer.programme).order_by("term")) if shared else []
    days = programmes.programme(viewer).notes_lock_after_days
    return SessionCard(
        id=row.id,
        title=row.title,
        occurred_at=row.occurred_at,
        mode=row.mode,
        minutes=row.minutes,
        minutes_travel=row.minutes_travel,
        minutes_admin=row.minutes_admin,
        site_id=row.site_id,
        site_name=row.site.name if row.site else "",
        worker_name=row.worker.name if row.worker else "",
        others=row.others,
        note=row.note,
        people=tuple(_attendant(one.case, one.id) for one in came),
        topics=tuple(term.term for term in terms if term.list == "contact_topics"),
        support_types=tuple(term.term for term in terms if term.list == "support_types"),
        linking=shared.linking if shared else None,
        education=shared.education if shared else None,
        locked=is_locked(timezone.localdate(row.created_at), timezone.localdate(at), days),
        may_undo=may_undo(row.entered_by_id, viewer.id, row.created_at, at),
    )


def could_come(viewer: Viewer, worker_id: UUID | None, also: tuple[UUID, ...] = ()) -> list[Attendant]:
    """Running cases of a worker by name, and those of `also` whoever's they are. At most 200. One question."""
    check_may_see_people(viewer)
    running = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme).exclude(
        state=CaseState.CLOSED
    )
    mine = running.filter(worker_id=worker_id) if worker_id else running
    rows = mine | running.filter(id__in=also) if also else mine
    ordered = rows.select_related("person").order_by("person__search_key", "id")[:200]
    return [_attendant(row) for row in ordered]


def _attendant(case: Case, contact_id: UUID | None = None) -> Attendant:
    name = name_of(case.person)
    return Attendant(case.id, case.person_id, name, initials(name), contact_id)
