"""Which safeguarding concerns may the viewer know of, what is known, and what has happened?

Only the author and the leads: for everybody else, whatever their role, there is none. Every question filters by the
viewer's part, and a concern that is not theirs is not found.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.casework.access import (
    check_may_raise_concern,
    check_part_in_concern,
    is_safeguarding_lead,
    may_raise_concern,
)
from linkwork.casework.models import Concern, ConcernAccount, ConcernEntry, Contact, RiskQuestion
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.risk import Found, risk_words
from linkwork.casework.rules.safeguarding import (
    UNACKNOWLEDGED,
    Account,
    Agreed,
    Answer,
    Capacity,
    ConcernState,
    Decision,
    EntryKind,
    Part,
    RiskAnswer,
    RiskSource,
    next_states,
)
from linkwork.core.errors import NotAllowed, NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Kind, Viewer

PAGE = 30


@dataclass(frozen=True)
class ConcernLine:
    """A concern in a list. `who` is the person's name, or the author's words about somebody who is no case."""

    id: UUID
    case_id: UUID | None
    who: str
    initials: str
    state: ConcernState
    danger: bool
    raised_at: dt.datetime
    due_at: dt.datetime | None
    author_id: UUID
    author_name: str
    lead_id: UUID | None
    lead_name: str


@dataclass(frozen=True)
class AccountCard:
    """One account with who told it when."""

    number: int
    told_by: str
    at: dt.datetime
    account: Account


@dataclass(frozen=True)
class EntryCard:
    """One line of the history. `by` is empty where the clock moved it on."""

    kind: EntryKind
    by: str
    at: dt.datetime
    words: str
    decision: Decision | None
    told: str
    told_at: dt.datetime | None
    lead_name: str


@dataclass(frozen=True)
class ConcernCard:
    """A concern whole: accounts and history in order, what the viewer is to it, and which steps are theirs now."""

    line: ConcernLine
    accounts: tuple[AccountCard, ...]
    entries: tuple[EntryCard, ...]
    parts: frozenset[Part]
    steps: tuple[ConcernState, ...]


@dataclass(frozen=True)
class RiskCard:
    """A question about a note or an answer. `found` are the words, as they stand in the note now."""

    id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    initials: str
    source: RiskSource
    kinds: tuple[str, ...]
    found: tuple[Found, ...]
    worker_id: UUID | None
    worker_name: str
    asked_at: dt.datetime
    answer: RiskAnswer | None
    words: str


def concern(viewer: Viewer, concern_id: UUID) -> ConcernCard:
    """One concern, for its author and the leads. Raises NotFound for everybody else. Four questions."""
    check_may_raise_concern(viewer)
    row = _rows(viewer).filter(id=concern_id).first()
    if row is None:
        raise NotFound(_("There is no such concern in this programme."))
    parts = check_part_in_concern(viewer, row.author_id)
    kept = {"programme_id": viewer.programme, "concern_id": concern_id}
    accounts = ConcernAccount.objects.filter(**kept).select_related("worker").order_by("number")
    entries = ConcernEntry.objects.filter(**kept).select_related("worker", "lead").order_by("number")
    return ConcernCard(
        line=_line(row),
        accounts=tuple(_account(one) for one in accounts),
        entries=tuple(_entry(one) for one in entries),
        parts=parts,
        steps=tuple(next_states(ConcernState(row.state), parts)),
    )


def concerns(viewer: Viewer, *, closed: bool = False, after: UUID | None = None) -> list[ConcernLine]:
    """The viewer's own concerns, for a lead all of them, the newest first, thirty at a time. Two questions."""
    check_may_raise_concern(viewer)
    rows = _rows(viewer)
    if not is_safeguarding_lead(viewer):
        rows = rows.filter(author_id=viewer.worker_id)
    rows = rows.filter(state=ConcernState.CLOSED) if closed else rows.exclude(state=ConcernState.CLOSED)
    if after is not None:
        rows = rows.filter(id__lt=after)
    return [_line(row) for row in rows.order_by("-id")[:PAGE]]


def concerns_waiting(viewer: Viewer) -> list[ConcernLine]:
    """Open concerns that the viewer is asked about, or has raised and nobody has acknowledged. One question.

    Whoever is no longer a lead finds only their own: the rounds ask somebody else.
    """
    if not may_raise_concern(viewer):
        return []
    mine = Q(lead_id=viewer.id) & ~Q(state=ConcernState.CLOSED)
    raised = Q(author_id=viewer.id, state__in=UNACKNOWLEDGED)
    return [_line(row) for row in _rows(viewer).filter(mine | raised).order_by("due_at", "id")[:PAGE]]


def late_concerns(viewer: Viewer, at: dt.datetime) -> list[UUID]:
    """Those nobody acknowledged in time, the latest first. For the rounds alone. One question."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed(_("Only the rounds pass concerns on."))
    rows = Concern.objects.filter(
        programme_id=viewer.programme, state__in=UNACKNOWLEDGED, due_at__lte=at
    ).order_by("due_at", "id")
    return list(rows.values_list("id", flat=True))


def concern_waits(viewer: Viewer, concern_id: UUID) -> bool:
    """Whether somebody still has to acknowledge it: all that the post needs to know. For the system alone."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed(_("Only the post asks this."))
    rows = Concern.objects.filter(programme_id=viewer.programme, id=concern_id, state__in=UNACKNOWLEDGED)
    return rows.exists()


def risk_question(viewer: Viewer, question_id: UUID) -> RiskCard:
    """One question, for whoever was asked. Raises NotFound for everybody else. One question of the database."""
    check_may_raise_concern(viewer)
    row = _questions(viewer).filter(id=question_id, worker_id=viewer.worker_id).first()
    if row is None:
        raise NotFound(_("There is no such question for you."))
    return _risk(row)


def risk_questions(viewer: Viewer) -> list[RiskCard]:
    """Questions not answered with a concern: for a lead the newest of all, else the viewer's own that wait.

    Two questions of the database.
    """
    check_may_raise_concern(viewer)
    rows = _questions(viewer).exclude(answer=RiskAnswer.CONCERN)
    if not is_safeguarding_lead(viewer):
        rows = rows.filter(worker_id=viewer.worker_id, answer="")
    return [_risk(row) for row in rows.order_by("-asked_at", "-id")[:PAGE]]


def _rows(viewer: Viewer) -> QuerySet[Concern]:
    rows = Concern.objects.filter(programme_id=viewer.programme)
    return rows.select_related("case__person", "author", "lead")


def _questions(viewer: Viewer) -> QuerySet[RiskQuestion]:
    rows = RiskQuestion.objects.filter(programme_id=viewer.programme)
    return rows.select_related("case__person", "contact__session", "worker")


def _line(row: Concern) -> ConcernLine:
    name = name_of(row.case.person) if row.case else ""
    return ConcernLine(
        id=row.id,
        case_id=row.case_id,
        who=name or row.about,
        initials=initials(name),
        state=ConcernState(row.state),
        danger=row.danger,
        raised_at=row.raised_at,
        due_at=row.due_at,
        author_id=row.author_id,
        author_name=row.author.name,
        lead_id=row.lead_id,
        lead_name=row.lead.name if row.lead else "",
    )


def _account(row: ConcernAccount) -> AccountCard:
    def answer(value: str) -> Answer | None:
        return Answer(value) if value else None

    return AccountCard(
        number=row.number,
        told_by=row.worker.name,
        at=row.created_at,
        account=Account(
            facts=row.facts,
            care_needs=answer(row.care_needs),
            at_risk=answer(row.at_risk),
            cannot_protect=answer(row.cannot_protect),
            child=row.child,
            danger=row.danger,
            opinion=row.opinion,
            wishes=row.wishes,
            outcomes=row.outcomes,
            capacity=Capacity(row.capacity),
            capacity_words=row.capacity_words,
            agreed=Agreed(row.agreed),
            without_agreement=row.without_agreement,
        ),
    )


def _entry(row: ConcernEntry) -> EntryCard:
    return EntryCard(
        kind=EntryKind(row.kind),
        by=row.worker.name if row.worker else "",
        at=row.created_at,
        words=row.words,
        decision=Decision(row.decision) if row.decision else None,
        told=row.told,
        told_at=row.told_at,
        lead_name=row.lead.name if row.lead else "",
    )


def _note(contact: Contact) -> str:
    """What was written of a contact, and of the session it belongs to."""
    return f"{contact.note}\n{contact.session.note}".strip() if contact.session else contact.note


def _risk(row: Any) -> RiskCard:
    kinds: Sequence[str] = row.kinds
    name = name_of(row.case.person)
    return RiskCard(
        id=row.id,
        case_id=row.case_id,
        person_id=row.case.person_id,
        name=name,
        initials=initials(name),
        source=RiskSource(row.source),
        kinds=tuple(kinds),
        found=risk_words(_note(row.contact)) if row.contact else (),
        worker_id=row.worker_id,
        worker_name=row.worker.name if row.worker else "",
        asked_at=row.asked_at,
        answer=RiskAnswer(row.answer) if row.answer else None,
        words=row.words,
    )
