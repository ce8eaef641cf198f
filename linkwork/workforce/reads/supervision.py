"""Who has gone too long without supervision, what was talked over, and what was agreed there?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.workforce.access import check_may_read, may_see_all
from linkwork.workforce.models import AgreedAction, Supervision, SupervisionRule, TalkedCase
from linkwork.workforce.reads.looked_after import looked_after
from linkwork.workforce.rules.supervision import (
    Intervals,
    SupervisionKind,
    gap_since,
    is_of,
    is_too_long,
    missing_kinds,
    newest,
)

NEWEST = 30
PAGE = 50


@dataclass(frozen=True)
class Load:
    """How many people one worker has: those with a case that is not closed, each once."""

    worker_id: UUID
    worker_name: str
    open_people: int


@dataclass(frozen=True)
class Gap:
    """How long a worker has gone without supervision, in whole weeks; `last_on` is None where there was none yet.

    `missing`: the kinds the programme asks for by themselves that are overdue. `next_on`: the next talk planned.
    """

    worker_id: UUID
    worker_name: str
    last_on: dt.date | None
    weeks: int
    too_long: bool
    missing: tuple[SupervisionKind, ...] = ()
    next_on: dt.date | None = None

    @property
    def needs(self) -> bool:
        """Whether somebody should plan a talk: too long, a kind missing, and none planned to come."""
        return (self.too_long or bool(self.missing)) and self.next_on is None


@dataclass(frozen=True)
class ActionCard:
    """Something one of the two said they would do."""

    id: UUID
    owner_id: UUID
    owner_name: str
    what: str
    due_on: dt.date
    done_on: dt.date | None


@dataclass(frozen=True)
class SupervisionCard:
    """One talk; `partner_name` is empty for somebody from outside.

    `inside` tells whether the viewer is one of the two. For everybody else `agreed` is empty, `wellbeing` None, and
    there are no actions and no cases: dates alone.
    """

    id: UUID
    worker_id: UUID
    worker_name: str
    partner_id: UUID | None
    partner_name: str
    kind: SupervisionKind
    held_on: dt.date
    next_on: dt.date | None
    together: bool
    worker_confirmed: bool
    partner_confirmed: bool
    inside: bool
    agreed: str = ""
    wellbeing: int | None = None
    actions: tuple[ActionCard, ...] = ()
    cases: tuple[UUID, ...] = ()

    def waits_for(self, viewer_id: UUID | None) -> bool:
        """Whether this viewer is one of the two and has not said yet that it was so."""
        if viewer_id == self.worker_id:
            return not self.worker_confirmed
        return viewer_id == self.partner_id and not self.partner_confirmed


def caseload(viewer: Viewer) -> list[Load]:
    """Every worker with how many people they have, the most first; a worker sees their own. Two questions."""
    check_may_read(viewer)
    counted = dict(casework.caseload(viewer))
    found = [Load(one.id, one.name, counted.get(one.id, 0)) for one in _workers(viewer)]
    return sorted(found, key=lambda load: -load.open_people)


def intervals(viewer: Viewer) -> Intervals:
    """After how many weeks a gap shows in this programme. One question."""
    return intervals_of(viewer.programme)


def intervals_of(programme_id: UUID) -> Intervals:
    """The same for the room's own facts."""
    row = SupervisionRule.objects.filter(programme_id=programme_id).first()
    if row is None:
        return Intervals()
    asked = {kind: getattr(row, kind.value) for kind in SupervisionKind}
    return Intervals(row.anybody, {kind: weeks for kind, weeks in asked.items() if weeks is not None})


def with_last(workers: QuerySet[Any], programme_id: UUID) -> QuerySet[Any]:
    """Workers, each with the last day of each kind (`last_KIND`) and the last planned (`next_planned`)."""
    held = Supervision.objects.filter(programme_id=programme_id, worker_id=OuterRef("id")).order_by()

    def last(day: str, **those: Any) -> Subquery:
        return Subquery(held.filter(**those).values("worker_id").annotate(day=Max(day)).values("day"))

    days: dict[str, Any] = {f"last_{kind.value}": last("held_on", kind=kind) for kind in SupervisionKind}
    found: QuerySet[Any] = workers.annotate(**days, next_planned=last("next_on"))
    return found


def gap_of(row: Any, asked: Intervals, today: dt.date) -> Gap:
    """The gap of a worker that carries what `with_last` adds."""
    days = {kind: getattr(row, f"last_{kind.value}") for kind in SupervisionKind}
    last_on = newest(days)
    gap = gap_since(last_on, row.since, today)
    return Gap(
        worker_id=row.id,
        worker_name=row.name,
        last_on=last_on,
        weeks=gap.days // 7,
        too_long=is_too_long(gap, asked.anybody),
        missing=missing_kinds(days, row.since, today, asked),
        next_on=row.next_planned if row.next_planned and row.next_planned >= today else None,
    )


def gaps(viewer: Viewer, today: dt.date) -> list[Gap]:
    """Every worker with how long ago their last supervision was, the longest first; a worker sees their own.

    Two questions of the database, however many workers there are.
    """
    check_may_read(viewer)
    asked = intervals(viewer)
    found = [gap_of(row, asked, today) for row in with_last(looked_after(viewer), viewer.programme)]
    return sorted(found, key=lambda gap: (not gap.needs, -gap.weeks, gap.worker_name))


def supervisions(
    viewer: Viewer,
    worker_id: UUID | None = None,
    *,
    before: tuple[dt.date, UUID] | None = None,
    most: int = NEWEST,
) -> list[SupervisionCard]:
    """The newest talks: a worker's own, a supervisor's own, for a manager all, of others the dates alone.

    With `before`, the (day, id) of a talk, those older than it. One question of the database. What was agreed stands on
    `supervision` of each.
    """
    rows = _seen(viewer)
    if worker_id is not None:
        rows = rows.filter(worker_id=worker_id)
    if before is not None:
        day, last = before
        rows = rows.filter(Q(held_on__lt=day) | Q(held_on=day, id__lt=last))
    return [_card(row, viewer) for row in rows.order_by("-held_on", "-id")[:most]]


def supervision(viewer: Viewer, supervision_id: UUID) -> SupervisionCard:
    """One talk; with all that was said for the two alone. Raises NotFound. Three questions."""
    row = _seen(viewer).filter(id=supervision_id).first()
    if row is None:
        raise NotFound(_("There is no such talk."))
    if not is_of(row.worker_id, row.partner_id, viewer.id):
        return _card(row, viewer)
    whose = {"programme_id": viewer.programme, "supervision_id": row.id}
    agreed = AgreedAction.objects.filter(**whose).select_related("owner").order_by("due_on", "id")
    cases = TalkedCase.objects.filter(**whose).order_by("id").values_list("case_id", flat=True)
    return _card(row, viewer, agreed, cases)


def agreed_by(viewer: Viewer) -> list[ActionCard]:
    """What the viewer said they would do and has not done, the earliest due first. One question."""
    check_may_read(viewer)
    rows = AgreedAction.objects.filter(
        programme_id=viewer.programme, owner_id=viewer.id, done_on__isnull=True
    )
    return [_action(row) for row in rows.select_related("owner").order_by("due_on", "id")]


def _seen(viewer: Viewer) -> QuerySet[Supervision]:
    check_may_read(viewer)
    rows = Supervision.objects.filter(programme_id=viewer.programme).select_related("worker", "partner")
    if viewer.has(Role.MANAGER):
        return rows
    return rows.filter(Q(worker_id=viewer.id) | Q(partner_id=viewer.id))


def _card(
    row: Supervision, viewer: Viewer, agreed: Iterable[AgreedAction] = (), cases: Iterable[UUID] = ()
) -> SupervisionCard:
    inside = is_of(row.worker_id, row.partner_id, viewer.id)
    return SupervisionCard(
        id=row.id,
        worker_id=row.worker_id,
        worker_name=row.worker.name,
        partner_id=row.partner_id,
        partner_name=row.partner.name if row.partner else "",
        kind=SupervisionKind(row.kind),
        held_on=row.held_on,
        next_on=row.next_on,
        together=row.together is not None,
        worker_confirmed=row.worker_confirmed_at is not None,
        partner_confirmed=row.partner_id is None or row.partner_confirmed_at is not None,
        inside=inside,
        agreed=row.agreed if inside else "",
        wellbeing=row.wellbeing if inside else None,
        actions=tuple(_action(one) for one in agreed),
        cases=tuple(cases),
    )


def _action(row: AgreedAction) -> ActionCard:
    return ActionCard(row.id, row.owner_id, row.owner.name, row.what, row.due_on, row.done_on)


def _workers(viewer: Viewer) -> list[programmes.WorkerCard]:
    found = [one for one in programmes.workers(viewer, Role.WORKER) if one.until is None]
    return found if may_see_all(viewer) else [one for one in found if one.id == viewer.id]
