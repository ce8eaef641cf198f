"""What happened with this person, and where do mark and record disagree about the first contact?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Contact
from linkwork.casework.rules.contacts import Disagreement, Mark, disagreements, first_contacts
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class ContactCard:
    """One contact. `topics` and `support_types` are codes; `derived_first` is what the record says."""

    id: UUID
    case_id: UUID
    occurred_at: dt.datetime
    occurred_on: dt.date
    mode: str
    minutes: int | None
    worker_id: UUID | None
    worker_name: str
    site_name: str
    language: str
    note: str
    reached: bool
    topics: tuple[str, ...]
    support_types: tuple[str, ...]
    marked_first: bool | None
    derived_first: bool


def contacts_of(viewer: Viewer, case_id: UUID) -> list[ContactCard]:
    """The case's contacts and attempts, the newest first. One question, joined with their terms."""
    check_may_see_people(viewer)
    rows, terms = _with_terms(
        Contact.objects.filter(programme_id=viewer.programme, case_id=case_id)
        .select_related("worker", "site")
        .order_by("-occurred_at", "-id", "terms__term")
    )
    first = first_contacts(Mark(r.id, r.case_id, r.occurred_at, r.marked_first) for r in rows if r.reached)
    return [
        ContactCard(
            id=row.id,
            case_id=row.case_id,
            occurred_at=row.occurred_at,
            occurred_on=timezone.localdate(row.occurred_at),
            mode=row.mode,
            minutes=row.minutes,
            worker_id=row.worker_id,
            worker_name=row.worker.name if row.worker else "",
            site_name=row.site.name if row.site else "",
            language=row.language,
            note=row.note,
            reached=row.reached,
            topics=terms.get((row.id, "contact_topics"), ()),
            support_types=terms.get((row.id, "support_types"), ()),
            marked_first=row.marked_first,
            derived_first=row.id in first,
        )
        for row in rows
    ]


def _with_terms(rows: QuerySet[Contact]) -> tuple[list[Contact], dict[tuple[UUID, str], tuple[str, ...]]]:
    """Each contact once in the order of `rows`, and (contact id, list id) to its codes in that order."""
    found: dict[UUID, Contact] = {}
    terms: dict[tuple[UUID, str], tuple[str, ...]] = {}
    row: Any  # carries the term it was joined with
    for row in rows.annotate(term_list=F("terms__list"), term=F("terms__term")):
        found.setdefault(row.id, row)
        if row.term is not None:
            terms[row.id, row.term_list] = (*terms.get((row.id, row.term_list), ()), row.term)
    return list(found.values()), terms


def first_contact_disagreements(viewer: Viewer) -> list[Disagreement]:
    """Every contact of the programme whose mark and place in the record differ. Reads all its contacts, slim."""
    check_may_see_people(viewer)
    rows = Contact.objects.filter(programme_id=viewer.programme, reached=True)
    marks = rows.values_list("id", "case_id", "occurred_at", "marked_first")
    return disagreements(Mark(*values) for values in marks.iterator())
