"""Whom does the list show, filtered and in which order, and when is each due?

An order that follows from the contacts (longest due, longest unheard) is worked out from narrow rows of the running
cases asked for; names are read for one page only.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Case, Contact, Need
from linkwork.casework.reads.cases import PAGE, CaseCard, _card, _nearest, _rows
from linkwork.casework.reads.rhythms import Running, of_workers, running
from linkwork.casework.rules.states import CaseState
from linkwork.core.viewer import Viewer

MOST_PRINTED = 2000


class Sort(StrEnum):
    """In which order."""

    NEWEST = "newest"
    NAME = "name"
    DUE = "due"
    UNHEARD = "unheard"


@dataclass(frozen=True)
class Asked:
    """What to list. `workers` None: anybody's; None among them: nobody's. `closed` None: open and closed.

    `due`: running, and should have heard from us by today. `quiet_weeks`: running, and not reached for so many weeks.
    """

    words: str = ""
    workers: tuple[UUID | None, ...] | None = None
    closed: bool | None = False
    state: CaseState | None = None
    language: str = ""
    need: str = ""
    due: bool = False
    quiet_weeks: int | None = None
    sort: Sort = Sort.NEWEST
    after: UUID | None = None


@dataclass(frozen=True)
class Listed:
    """One case of the list; `due_on` is None where the case rests or is closed."""

    card: CaseCard
    due_on: dt.date | None


@dataclass(frozen=True)
class ListPage:
    """Some of the list; `next` is what to pass as `Asked.after` for the following ones, None at the end."""

    rows: list[Listed]
    next: UUID | None


def people_listed(viewer: Viewer, asked: Asked, today: dt.date) -> ListPage:
    """One page of the list. At most five questions, however many people there are."""
    rows = _asked(viewer, asked, today)
    if asked.words.strip():
        return ListPage(_with_due(viewer, _nearest(viewer, rows, asked.words), today), None)
    if asked.due or asked.sort in (Sort.DUE, Sort.UNHEARD):
        return _by_contacts(viewer, rows, asked, today)
    cards, more = _by_row(viewer, rows, asked)
    return ListPage(_with_due(viewer, cards, today), cards[-1].id if more else None)


def people_printed(viewer: Viewer, asked: Asked, today: dt.date) -> list[Listed]:
    """The whole list for a sheet or a file, at most 2,000 of it, in the order asked for."""
    rows = _asked(viewer, asked, today)
    if asked.words.strip():
        return _with_due(viewer, _nearest(viewer, rows, asked.words), today)
    if asked.due or asked.sort in (Sort.DUE, Sort.UNHEARD):
        return _drawn(viewer, _in_order(rows, asked, today)[:MOST_PRINTED], today)
    order = ["person__family_name", "person__given_name", "id"] if asked.sort is Sort.NAME else ["-id"]
    return _with_due(viewer, [_card(row) for row in rows.order_by(*order)[:MOST_PRINTED]], today)


def _asked(viewer: Viewer, asked: Asked, today: dt.date) -> QuerySet[Case]:
    check_may_see_people(viewer)
    rows = of_workers(_rows(viewer, today), asked.workers)
    if asked.closed is not None:
        goes_on = rows.filter(continues_in__isnull=True)  # each person once
        rows = (
            rows.filter(state=CaseState.CLOSED) if asked.closed else goes_on.exclude(state=CaseState.CLOSED)
        )
    if asked.state is not None:
        rows = rows.filter(state=asked.state)
    if asked.language:
        rows = rows.filter(person__language=asked.language)
    if asked.need:
        open_needs = Need.objects.filter(programme_id=viewer.programme, case_id=OuterRef("id"))
        rows = rows.filter(Exists(open_needs.filter(term=asked.need, met_on__isnull=True)))
    if asked.due:
        rows = rows.filter(state=CaseState.OPEN)
    if asked.quiet_weeks is not None:
        rows = _quiet(viewer, rows, today - dt.timedelta(weeks=asked.quiet_weeks))
    return rows


def _quiet(viewer: Viewer, rows: QuerySet[Case], since: dt.date) -> QuerySet[Case]:
    """Running cases that began before `since` and reached nobody from then on."""
    begin = timezone.make_aware(dt.datetime.combine(since, dt.time()))
    met = Contact.objects.filter(programme_id=viewer.programme, case_id=OuterRef("id"), reached=True)
    rows = rows.exclude(state=CaseState.CLOSED).filter(opened_on__lt=since)
    return rows.filter(~Exists(met.filter(occurred_at__gte=begin)))


def _by_row(viewer: Viewer, rows: QuerySet[Case], asked: Asked) -> tuple[list[CaseCard], bool]:
    """A page in an order the database keeps, and whether there is more."""
    if asked.sort is Sort.NAME:
        rows = _after_name(viewer, rows, asked.after)
        rows = rows.order_by("person__family_name", "person__given_name", "id")
    else:
        rows = (rows.filter(id__lt=asked.after) if asked.after else rows).order_by("-id")
    found = list(rows[: PAGE + 1])
    return [_card(row) for row in found[:PAGE]], len(found) > PAGE


def _after_name(viewer: Viewer, rows: QuerySet[Case], after: UUID | None) -> QuerySet[Case]:
    if after is None:
        return rows
    names = Case.objects.filter(programme_id=viewer.programme, id=after)
    last = names.values_list("person__family_name", "person__given_name").first()
    if last is None:
        return rows
    family, given = last
    same = Q(person__family_name=family)
    return rows.filter(
        Q(person__family_name__gt=family)
        | same & Q(person__given_name__gt=given)
        | same & Q(person__given_name=given, id__gt=after)
    )


def _by_contacts(viewer: Viewer, rows: QuerySet[Case], asked: Asked, today: dt.date) -> ListPage:
    order = _in_order(rows, asked, today)
    ids = [one.case_id for one in order]
    begin = ids.index(asked.after) + 1 if asked.after in ids else 0
    shown = order[begin : begin + PAGE]
    more = len(order) > begin + PAGE
    return ListPage(_drawn(viewer, shown, today), shown[-1].case_id if more else None)


def _in_order(rows: QuerySet[Case], asked: Asked, today: dt.date) -> list[Running]:
    found = running(rows, today)
    if asked.due:
        found = [one for one in found if one.due_on is not None and one.due_on <= today]
    if asked.sort is Sort.UNHEARD:
        return sorted(found, key=lambda one: (one.last_on or one.opened_on, one.case_id))
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or today, one.case_id))


def _drawn(viewer: Viewer, shown: Sequence[Running], today: dt.date) -> list[Listed]:
    cards = {row.id: _card(row) for row in _rows(viewer, today).filter(id__in=[one.case_id for one in shown])}
    return [Listed(cards[one.case_id], one.due_on) for one in shown if one.case_id in cards]


def _with_due(viewer: Viewer, cards: list[CaseCard], today: dt.date) -> list[Listed]:
    open_ones = [card.id for card in cards if card.state is CaseState.OPEN]
    if not open_ones:
        return [Listed(card, None) for card in cards]
    rows = Case.objects.filter(programme_id=viewer.programme, id__in=open_ones)
    days = {one.case_id: one.due_on for one in running(rows, today)}
    return [Listed(card, days.get(card.id)) for card in cards]
