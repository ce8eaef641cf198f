"""What are we asking for, of whom, how often have we tried?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import AdvocacyAction, Attempt
from linkwork.partnerships.rules import AdvocacyState, Level, Method, Tried, next_attempt_on


@dataclass(frozen=True)
class AttemptCard:
    """One try in the chain."""

    number: int
    made_on: dt.date
    worker_name: str
    method: Method
    response: str
    obstacle: str
    next_step: str
    next_on: dt.date | None


@dataclass(frozen=True)
class AdvocacyCard:
    """One advocacy action with its chain. `next_on` is when to try again, None once it is settled."""

    id: UUID
    worker_id: UUID | None
    level: Level
    for_whom: str
    ask: str
    partner_id: UUID | None
    target: str
    opened_on: dt.date
    state: AdvocacyState
    settled_on: dt.date | None
    result: str
    attempts: tuple[AttemptCard, ...]
    next_on: dt.date | None


@dataclass(frozen=True)
class TryDue:
    """An open advocacy action that waits for another try since `next_on`, after `tries` of them."""

    id: UUID
    ask: str
    target: str
    tries: int
    next_on: dt.date


def advocacy_actions(
    viewer: Viewer,
    states: Iterable[AdvocacyState] = (AdvocacyState.OPEN,),
    partner_id: UUID | None = None,
    most: int = 50,
) -> list[AdvocacyCard]:
    """Advocacy actions in `states`, the longest open first. Two questions of the database."""
    check_may_read(viewer)
    rows = AdvocacyAction.objects.filter(programme_id=viewer.programme, state__in=list(states))
    if partner_id is not None:
        rows = rows.filter(partner_id=partner_id)
    return _cards(viewer, list(rows.select_related("partner").order_by("opened_on", "id")[:most]))


def tries_due(viewer: Viewer, today: dt.date, worker_id: UUID) -> list[TryDue]:
    """One worker's open advocacy actions to try again by `today`, the longest open first. One question."""
    check_may_read(viewer)
    newest = Attempt.objects.filter(programme_id=viewer.programme, action_id=OuterRef("id")).order_by(
        "-number"
    )
    rows = AdvocacyAction.objects.filter(
        programme_id=viewer.programme, state=AdvocacyState.OPEN, worker_id=worker_id
    ).annotate(
        tries=Subquery(newest.values("number")[:1]),  # they are numbered from 1
        tried_on=Subquery(newest.values("made_on")[:1]),
        planned_on=Subquery(newest.values("next_on")[:1]),
    )
    found = [_try_due(row) for row in rows.select_related("partner").order_by("opened_on", "id")]
    return [one for one in found if one.next_on <= today]


def _try_due(row: Any) -> TryDue:
    tried = [Tried(row.tried_on, row.planned_on)] if row.tries else []
    target = row.partner.name if row.partner else row.target
    return TryDue(row.id, row.ask, target, row.tries or 0, next_attempt_on(row.opened_on, tried))


def advocacy(viewer: Viewer, action_id: UUID) -> AdvocacyCard:
    """One advocacy action with its chain. Raises NotFound. Two questions of the database."""
    check_may_read(viewer)
    rows = AdvocacyAction.objects.filter(programme_id=viewer.programme, id=action_id)
    cards = _cards(viewer, list(rows.select_related("partner")))
    if not cards:
        raise NotFound(_("There is no such advocacy action in this programme."))
    return cards[0]


def _cards(viewer: Viewer, rows: list[AdvocacyAction]) -> list[AdvocacyCard]:
    tries: dict[UUID, list[AttemptCard]] = {}
    found = Attempt.objects.filter(programme_id=viewer.programme, action_id__in=[row.id for row in rows])
    for one in found.select_related("worker").order_by("action_id", "number"):
        tries.setdefault(one.action_id, []).append(
            AttemptCard(
                one.number,
                one.made_on,
                one.worker.name if one.worker else "",
                Method(one.method),
                one.response,
                one.obstacle,
                one.next_step,
                one.next_on,
            )
        )
    return [_card(row, tries.get(row.id, [])) for row in rows]


def _card(row: AdvocacyAction, attempts: list[AttemptCard]) -> AdvocacyCard:
    state = AdvocacyState(row.state)
    tried = [Tried(one.made_on, one.next_on) for one in attempts]
    return AdvocacyCard(
        id=row.id,
        worker_id=row.worker_id,
        level=Level(row.level),
        for_whom=row.for_whom,
        ask=row.ask,
        partner_id=row.partner_id,
        target=row.partner.name if row.partner else row.target,
        opened_on=row.opened_on,
        state=state,
        settled_on=row.settled_on,
        result=row.result,
        attempts=tuple(attempts),
        next_on=next_attempt_on(row.opened_on, tried) if state is AdvocacyState.OPEN else None,
    )
