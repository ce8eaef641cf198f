"""What does the person need, what matters to them, and what was promised for when?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import FollowUp, Need, Statement
from linkwork.casework.reads.people import name_of
from linkwork.casework.reads.rhythms import held_by
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound
from linkwork.core.rows import the_one
from linkwork.core.text import initials, short_name
from linkwork.core.viewer import Viewer
from linkwork.instruments import lists


@dataclass(frozen=True)
class NeedCard:
    """A need. `label` is the English name of `term`, to be shown through gettext; `words` may be empty."""

    id: UUID
    case_id: UUID
    term: str
    label: str
    words: str
    raised_on: dt.date
    met_on: dt.date | None


@dataclass(frozen=True)
class StatementCard:
    """Words said on a day."""

    id: UUID
    kind: StatementKind
    words: str
    said_on: dt.date


@dataclass(frozen=True)
class FollowUpCard:
    """Something promised for a day, with the person it is about; `matters` is the newest they said does, or empty.

    `short_name` is for lists (see `core.text.short_name`).
    """

    id: UUID
    case_id: UUID
    person_id: UUID
    name: str
    short_name: str
    initials: str
    worker_id: UUID | None
    worker_name: str
    due_on: dt.date
    about: str
    done_on: dt.date | None
    matters: str


def needs_of(viewer: Viewer, case_id: UUID) -> list[NeedCard]:
    """The case's needs, unmet ones first, then by day. One question."""
    rows = _needs(viewer).filter(case_id=case_id).order_by("raised_on", "id")
    return sorted((_need(row) for row in rows), key=lambda card: card.met_on is not None)


def need(viewer: Viewer, need_id: UUID) -> NeedCard:
    """One need. Raises NotFound."""
    row = the_one(_needs(viewer).filter(id=need_id))
    if row is None:
        raise NotFound(_("There is no such need in this programme."))
    return _need(row)


def _needs(viewer: Viewer) -> QuerySet[Need]:
    check_may_see_people(viewer)
    rows = Need.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.annotate(own_lists=F("programme__lists"))


def _need(row: Any) -> NeedCard:
    label = lists.label_of(row.own_lists, "needs", row.term)
    return NeedCard(row.id, row.case_id, row.term, label, row.words, row.raised_on, row.met_on)


def statements_of(viewer: Viewer, case_id: UUID) -> list[StatementCard]:
    """What matters and what was planned, the newest first."""
    check_may_see_people(viewer)
    rows = Statement.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, case_id=case_id
    ).order_by("-said_on", "-id")
    return [StatementCard(row.id, StatementKind(row.kind), row.words, row.said_on) for row in rows]


def follow_ups_of(viewer: Viewer, case_id: UUID) -> list[FollowUpCard]:
    """The case's follow-ups: what is still to do by day, then what was done."""
    cards = [_follow_up(row) for row in _follow_ups(viewer).filter(case_id=case_id)]
    return sorted(cards, key=lambda card: card.done_on is not None)


def follow_up(viewer: Viewer, follow_up_id: UUID) -> FollowUpCard:
    """One follow-up. Raises NotFound."""
    row = _follow_ups(viewer).filter(id=follow_up_id).first()
    if row is None:
        raise NotFound(_("There is no such follow-up in this programme."))
    return _follow_up(row)


def follow_ups_due(
    viewer: Viewer, until: dt.date, worker_id: UUID | None = None, cover_on: dt.date | None = None
) -> list[FollowUpCard]:
    """Follow-ups of running cases due by `until` and not done, the earliest first.

    With `worker_id`, that worker's, and with `cover_on` also those of whom they cover for on that day. One question.
    """
    rows = _follow_ups(viewer).filter(done_on__isnull=True, due_on__lte=until)
    if worker_id is not None:
        rows = rows.filter(held_by(viewer, worker_id, cover_on))
    return [_follow_up(row) for row in rows.exclude(case__state=CaseState.CLOSED)]


def _follow_ups(viewer: Viewer) -> QuerySet[FollowUp]:
    check_may_see_people(viewer)
    said = Statement.objects.filter(
        programme_id=viewer.programme, case_id=OuterRef("case_id"), kind=StatementKind.MATTERS
    ).order_by("-said_on", "-id")
    rows = FollowUp.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    rows = rows.annotate(matters=Subquery(said.values("words")[:1]))
    return rows.select_related("case__person", "worker").order_by("due_on", "id")


def _follow_up(row: Any) -> FollowUpCard:
    name = name_of(row.case.person)
    return FollowUpCard(
        id=row.id,
        case_id=row.case_id,
        person_id=row.case.person_id,
        name=name,
        short_name=short_name(row.case.person.given_name, row.case.person.family_name),
        initials=initials(name),
        worker_id=row.worker_id,
        worker_name=row.worker.name if row.worker else "",
        due_on=row.due_on,
        about=row.about,
        done_on=row.done_on,
        matters=row.matters or "",
    )
