"""What are we asking for, of whom, how often have we tried?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import asked_openly, check_may_read
from linkwork.partnerships.models import AdvocacyAction, AdvocacyOrigin, Attempt
from linkwork.partnerships.rules import (
    AdvocacyState,
    ForWhom,
    Level,
    Method,
    Obstacle,
    Tried,
    next_attempt_on,
    target_key,
)


@dataclass(frozen=True)
class AttemptCard:
    """One try in the chain."""

    number: int
    made_on: dt.date
    worker_name: str
    method: Method
    response: str
    obstacle_kind: Obstacle | None
    obstacle: str
    next_step: str
    next_on: dt.date | None


@dataclass(frozen=True)
class AdvocacyCard:
    """One advocacy action with its chain. `next_on` is when to try again, None once it is settled.

    `case_id` where it is for one person; `need` is a code of the needs list, or empty.
    """

    id: UUID
    worker_id: UUID | None
    worker_name: str
    level: Level
    for_kind: ForWhom
    case_id: UUID | None
    need: str
    for_whom: str
    ask: str
    partner_id: UUID | None
    target: str
    opened_on: dt.date
    state: AdvocacyState
    settled_on: dt.date | None
    result: str
    changed: str
    attempts: tuple[AttemptCard, ...]
    next_on: dt.date | None


def advocacy_actions(
    viewer: Viewer,
    states: Iterable[AdvocacyState] = (AdvocacyState.OPEN,),
    partner_id: UUID | None = None,
    most: int = 50,
) -> list[AdvocacyCard]:
    """Advocacy actions in `states`: open ones, the longest open first; then those settled last. Two questions."""
    check_may_read(viewer)
    rows = _rows(viewer).filter(state__in=list(states))
    if partner_id is not None:
        rows = rows.filter(partner_id=partner_id)
    ordered = rows.order_by(F("settled_on").desc(nulls_first=True), "opened_on", "id")
    return _cards(viewer, list(ordered[:most]))


def advocacy(viewer: Viewer, action_id: UUID) -> AdvocacyCard:
    """One advocacy action with its chain. Raises NotFound. Two questions of the database."""
    check_may_read(viewer)
    cards = _cards(viewer, list(_rows(viewer).filter(id=action_id)))
    if not cards:
        raise NotFound(_("There is no such advocacy action in this programme."))
    return cards[0]


def same_issue(
    viewer: Viewer,
    case_id: UUID,
    worker_id: UUID | None,
    *,
    need: str = "",
    partner_id: UUID | None = None,
    target: str = "",
) -> list[AdvocacyCard]:
    """Open efforts of others than `worker_id` for the same person on the same issue, the longest open first.

    The same issue is the same need, or the same who is asked. Two workers who ask apart from each other weaken both.
    """
    check_may_read(viewer)
    rows = _rows(viewer).filter(case_id=case_id, state=AdvocacyState.OPEN).order_by("opened_on", "id")
    asked = target_key(partner_id, target)
    found = [
        row
        for row in rows
        if row.worker_id != worker_id
        and ((need and row.need == need) or (asked and target_key(row.partner_id, row.target) == asked))
    ]
    return _cards(viewer, found)


def origins(viewer: Viewer, action_id: UUID) -> list[AdvocacyCard]:
    """The efforts for single people out of which this one grew, the longest open first. Two questions."""
    check_may_read(viewer)
    links = AdvocacyOrigin.objects.filter(programme_id=viewer.programme, action_id=action_id)
    rows = _rows(viewer).filter(id__in=links.values("origin_id"))
    return _cards(viewer, list(rows.order_by("opened_on", "id")))


def grown_into(viewer: Viewer, action_id: UUID) -> list[tuple[UUID, str]]:
    """(id, ask) of the wider efforts that grew out of this one. One question."""
    check_may_read(viewer)
    links = AdvocacyOrigin.objects.filter(programme_id=viewer.programme, origin_id=action_id)
    rows = _rows(viewer).filter(id__in=links.values("action_id"))
    return list(rows.order_by("created_at", "id").values_list("id", "ask"))


def _rows(viewer: Viewer) -> QuerySet[AdvocacyAction]:
    rows = AdvocacyAction.objects.filter(asked_openly(viewer), programme_id=viewer.programme)
    return rows.select_related("partner", "worker")


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
                Obstacle(one.obstacle_kind) if one.obstacle_kind else None,
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
        worker_name=row.worker.name if row.worker else "",
        for_kind=ForWhom(row.for_kind),
        case_id=row.case_id,
        need=row.need,
        level=Level(row.level),
        for_whom=row.for_whom,
        ask=row.ask,
        partner_id=row.partner_id,
        target=row.partner.name if row.partner else row.target,
        opened_on=row.opened_on,
        state=state,
        settled_on=row.settled_on,
        result=row.result,
        changed=row.changed,
        attempts=tuple(attempts),
        next_on=next_attempt_on(row.opened_on, tried) if state is AdvocacyState.OPEN else None,
    )
