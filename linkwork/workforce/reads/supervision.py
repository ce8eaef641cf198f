"""How many people has each worker, and who has gone too long without supervision?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from linkwork.casework import reads as casework
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.workforce.access import check_may_read, may_see_all
from linkwork.workforce.models import Supervision
from linkwork.workforce.rules.supervision import SupervisionKind, gap_since, is_too_long

NEWEST = 12


@dataclass(frozen=True)
class Load:
    """How many people one worker has: those with a case that is not closed, each once."""

    worker_id: UUID
    worker_name: str
    open_people: int


@dataclass(frozen=True)
class Gap:
    """How long a worker has gone without supervision, in whole weeks; `last_on` is None where there was none yet."""

    worker_id: UUID
    worker_name: str
    last_on: dt.date | None
    weeks: int
    too_long: bool


@dataclass(frozen=True)
class SupervisionCard:
    """One talk; `partner_name` is empty for somebody from outside."""

    id: UUID
    worker_id: UUID
    worker_name: str
    partner_name: str
    kind: SupervisionKind
    held_on: dt.date
    agreed: str


def caseload(viewer: Viewer) -> list[Load]:
    """Every worker with how many people they have, the most first; a worker sees their own. Three questions."""
    check_may_read(viewer)
    counted = dict(casework.caseload(viewer))
    found = [Load(one.id, one.name, counted.get(one.id, 0)) for one in _workers(viewer)]
    return sorted(found, key=lambda load: -load.open_people)


def gaps(viewer: Viewer, today: dt.date) -> list[Gap]:
    """Every worker with how long ago their last supervision was, the longest first; a worker sees their own.

    One question of the database.
    """
    check_may_read(viewer)
    held = Supervision.objects.filter(programme_id=viewer.programme, worker_id=OuterRef("id"))
    rows = programmes.working_now(viewer, Role.WORKER)
    if not may_see_all(viewer):
        rows = rows.filter(id__in=[viewer.id])
    found = []
    for row in rows.annotate(last=Subquery(held.order_by("-held_on").values("held_on")[:1])):
        gap = gap_since(row.last, row.since, today)
        found.append(Gap(row.id, row.name, row.last, gap.days // 7, is_too_long(gap)))
    return sorted(found, key=lambda gap: -gap.weeks)


def supervisions(viewer: Viewer) -> list[SupervisionCard]:
    """The newest talks; a worker sees those about their own work. One question of the database."""
    check_may_read(viewer)
    rows = Supervision.objects.filter(programme_id=viewer.programme).select_related("worker", "partner")
    if not may_see_all(viewer):
        rows = rows.filter(worker_id__in=[viewer.id])
    return [
        SupervisionCard(
            row.id,
            row.worker_id,
            row.worker.name,
            row.partner.name if row.partner else "",
            SupervisionKind(row.kind),
            row.held_on,
            row.agreed,
        )
        for row in rows.order_by("-held_on", "-id")[:NEWEST]
    ]


def _workers(viewer: Viewer) -> list[programmes.WorkerCard]:
    found = [one for one in programmes.workers(viewer, Role.WORKER) if one.until is None]
    return found if may_see_all(viewer) else [one for one in found if one.id == viewer.id]
