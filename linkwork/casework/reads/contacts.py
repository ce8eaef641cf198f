"""What happened with this person, and where do mark and record disagree about the first contact?"""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Contact, ContactChange
from linkwork.casework.rules.contacts import (
    Disagreement,
    Encounter,
    Mark,
    disagreements,
    first_contacts,
    is_locked,
    may_undo,
)
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes

PAGE = 20


@dataclass(frozen=True)
class ContactCard:
    """One contact. `topics` and `support_types` are codes; `derived_first` is what the record says.

    `session_id`, `together` and `session_note` belong to people met at once: the title and note they share.
    """

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
    site_id: UUID | None = None
    minutes_travel: int | None = None
    minutes_admin: int | None = None
    interpreter: bool = False
    planned: bool | None = None
    accompanied_to: str = ""
    partner_present: str = ""
    linking: bool | None = None
    education: bool | None = None
    session_id: UUID | None = None
    together: str = ""
    session_note: str = ""
    entered_by: UUID | None = None
    entered_at: dt.datetime | None = None

    @property
    def marks_differ(self) -> bool:
        """Whether the worker's mark and the record disagree about the first contact."""
        return self.marked_first is not None and self.marked_first != self.derived_first

    def how(self) -> Encounter:
        """The contact as an encounter, to be put right."""
        return Encounter(
            occurred_at=self.occurred_at,
            mode=self.mode,
            minutes=self.minutes,
            minutes_travel=self.minutes_travel,
            minutes_admin=self.minutes_admin,
            site_id=self.site_id,
            language=self.language,
            interpreter=self.interpreter,
            reached=self.reached,
            marked_first=self.marked_first,
            planned=self.planned,
            accompanied_to=self.accompanied_to,
            partner_present=self.partner_present,
            linking=self.linking,
            education=self.education,
            topics=self.topics,
            support_types=self.support_types,
        )


@dataclass(frozen=True)
class ContactPage:
    """Some contacts, the newest first; `next` is what to pass as `after` for the following ones, None at the end."""

    rows: list[ContactCard]
    next: UUID | None


@dataclass(frozen=True)
class ChangeCard:
    """One change of a contact: the fields as they were and as they are, or words added to its note."""

    id: UUID
    contact_id: UUID
    changed_at: dt.datetime
    worker_name: str
    before: dict[str, Any]
    after: dict[str, Any]
    addition: str
    why: str
    when_locked: bool


@dataclass(frozen=True)
class Standing:
    """What the viewer may still do with a contact: rewrite its note, take it back."""

    locked: bool
    may_undo: bool


def contacts_of(viewer: Viewer, case_id: UUID) -> list[ContactCard]:
    """The case's contacts and attempts, the newest first. One question, joined with their terms."""
    check_may_see_people(viewer)
    rows, terms = _with_terms(_newest(_seen(viewer).filter(case_id=case_id)))
    first = first_contacts(Mark(r.id, r.case_id, r.occurred_at, r.marked_first) for r in rows if r.reached)
    return [_card(row, terms, first) for row in rows]


def contacts_page(
    viewer: Viewer,
    case_id: UUID,
    mode: str = "",
    topic: str = "",
    words: str = "",
    after: UUID | None = None,
    most: int = PAGE,
) -> ContactPage:
    """Some of a case's contacts, the newest first, paged by key; `words` are looked for in the notes. One question."""
    check_may_see_people(viewer)
    rows = _seen(viewer).filter(case_id=case_id)
    chosen = _chosen(viewer, rows, mode, topic, words)
    if after is not None:
        last = rows.filter(id=after)
        at = last.values("occurred_at")[:1]
        chosen = chosen.filter(Q(occurred_at__lt=at) | Q(occurred_at=at, id__lt=after))
    ids = chosen.order_by("-occurred_at", "-id").values("id")[: most + 1]
    found, terms = _with_terms(_newest(rows.filter(id__in=ids)).annotate(earliest=_earliest(rows)))
    cards = [_card(row, terms, {getattr(row, "earliest", None)}) for row in found[:most]]
    return ContactPage(cards, found[most - 1].id if len(found) > most else None)


def _earliest(rows: QuerySet[Contact]) -> Subquery:
    """The first encounter among a case's contacts."""
    return Subquery(rows.filter(reached=True).order_by("occurred_at", "id").values("id")[:1])


def _chosen(viewer: Viewer, rows: QuerySet[Contact], mode: str, topic: str, words: str) -> QuerySet[Contact]:
    if mode:
        rows = rows.filter(mode=mode)
    if topic:
        rows = rows.filter(terms__list="contact_topics", terms__term=topic)
    for word in words.split()[:6]:
        added = ContactChange.objects.filter(programme_id=viewer.programme, addition__icontains=word)
        rows = rows.filter(
            Q(note__icontains=word)
            | Q(accompanied_to__icontains=word)
            | Q(session__note__icontains=word)
            | Q(session__title__icontains=word)
            | Q(id__in=added.values("contact_id"))
        )
    return rows


def contact(viewer: Viewer, contact_id: UUID) -> ContactCard:
    """One contact. Raises NotFound. One question."""
    check_may_see_people(viewer)
    of_case = Contact.objects.filter(programme_id=viewer.programme, case_id=OuterRef("case_id"))
    one = _newest(_seen(viewer).filter(id=contact_id)).annotate(earliest=_earliest(of_case))
    found, terms = _with_terms(one)
    if not found:
        raise NotFound(_("There is no such contact in this programme."))
    return _card(found[0], terms, {getattr(found[0], "earliest", None)})


def last_contact(viewer: Viewer, case_id: UUID) -> ContactCard | None:
    """The latest encounter with the person alone, to begin the next one from; None where there was none. One question.

    Whether it was the first is not asked here.
    """
    check_may_see_people(viewer)
    rows = _seen(viewer).filter(case_id=case_id, reached=True, session__isnull=True)
    row = rows.select_related("worker", "site", "session").order_by("-occurred_at", "-id").first()
    return _card(row, {}, ()) if row else None


def changes_of(viewer: Viewer, contact_ids: Iterable[UUID]) -> dict[UUID, list[ChangeCard]]:
    """What was changed in these contacts or added to their notes, the earliest first. One question."""
    check_may_see_people(viewer)
    seen = seen_by(viewer, "contact__case__person_id")
    rows = ContactChange.objects.filter(seen, programme_id=viewer.programme, contact_id__in=list(contact_ids))
    found: dict[UUID, list[ChangeCard]] = {}
    for row in rows.select_related("worker").order_by("id"):
        found.setdefault(row.contact_id, []).append(_change(row))
    return found


def contact_standing(viewer: Viewer, card: ContactCard, at: dt.datetime) -> Standing:
    """What may still be done with this contact. One question."""
    entered_at = card.entered_at or card.occurred_at
    days = programmes.programme(viewer).notes_lock_after_days
    return Standing(
        locked=is_locked(timezone.localdate(entered_at), timezone.localdate(at), days),
        may_undo=card.session_id is None and may_undo(card.entered_by, viewer.id, entered_at, at),
    )


def first_contact_disagreements(viewer: Viewer) -> list[Disagreement]:
    """Every contact of the programme whose mark and place in the record differ. Reads all its contacts, slim."""
    check_may_see_people(viewer)
    rows = _seen(viewer).filter(reached=True)
    marks = rows.values_list("id", "case_id", "occurred_at", "marked_first")
    return disagreements(Mark(*values) for values in marks.iterator())


def _seen(viewer: Viewer) -> QuerySet[Contact]:
    return Contact.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)


def _newest(rows: QuerySet[Contact]) -> QuerySet[Contact]:
    return rows.select_related("worker", "site", "session").order_by("-occurred_at", "-id", "terms__term")


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


def _card(
    row: Contact, terms: dict[tuple[UUID, str], tuple[str, ...]], first: Container[UUID | None]
) -> ContactCard:
    return ContactCard(
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
        site_id=row.site_id,
        minutes_travel=row.minutes_travel,
        minutes_admin=row.minutes_admin,
        interpreter=row.interpreter,
        planned=row.planned,
        accompanied_to=row.accompanied_to,
        partner_present=row.partner_present,
        linking=row.linking,
        education=row.education,
        session_id=row.session_id,
        together=row.session.title if row.session else "",
        session_note=row.session.note if row.session else "",
        entered_by=row.entered_by_id,
        entered_at=row.created_at,
    )


def _change(row: ContactChange) -> ChangeCard:
    return ChangeCard(
        id=row.id,
        contact_id=row.contact_id,
        changed_at=row.changed_at,
        worker_name=row.worker.name if row.worker else "",
        before=row.before,
        after=row.after,
        addition=row.addition,
        why=row.why,
        when_locked=row.when_locked,
    )
