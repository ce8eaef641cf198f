"""Asking for errands: one's own, and for the runner what there is to do."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.errands.access import check_runs
from linkwork.errands.models import Errand
from linkwork.errands.rules import ENDED, KEPT_FOR, State

MOST = 50


@dataclass(frozen=True)
class ErrandCard:
    """One errand. `error` says in plain words why it failed. `parts` is 0 while nobody knows how many there are.

    `brought`: `file` (its name), `media_type` and `extracts` (whose figures are in it), or `page` and `args` of the
    page that goes on; empty until it is done.
    """

    id: UUID
    kind: str
    about: str
    given: dict[str, Any]
    language: str
    asked_by: UUID
    asked_at: dt.datetime
    state: State
    parts: int
    parts_done: int
    doing: str
    tries: int
    ended_at: dt.datetime | None
    error: str
    brought: dict[str, Any]

    @property
    def ended(self) -> bool:
        """Whether nothing more happens."""
        return self.state in ENDED

    @property
    def kept_until(self) -> dt.datetime | None:
        """When it is forgotten."""
        return self.ended_at + KEPT_FOR if self.ended_at else None


def errand(viewer: Viewer, errand_id: UUID) -> ErrandCard:
    """One of the viewer's own. Raises NotFound, also for somebody else's."""
    row = Errand.objects.filter(programme_id=viewer.programme, asked_by_id=viewer.id, id=errand_id).first()
    if row is None:
        raise NotFound(_("This is no longer kept, or somebody else asked for it."))
    return card_of(row)


def errands(viewer: Viewer) -> list[ErrandCard]:
    """The viewer's own, the latest first. One question of the database."""
    rows = Errand.objects.filter(programme_id=viewer.programme, asked_by_id=viewer.id)
    return [card_of(row) for row in rows.order_by("-id")[:MOST]]


def programmes_to_do(runner: Viewer) -> list[UUID]:
    """The programmes where something waits or was begun, whoever has waited longest first. For the runner alone."""
    check_runs(runner)
    rows = Errand.objects.filter(ended_at__isnull=True).order_by("id").values_list("programme_id", flat=True)
    return list(dict.fromkeys(rows))


def next_waiting(runner: Viewer) -> ErrandCard | None:
    """What has waited longest in the runner's programme."""
    check_runs(runner)
    rows = Errand.objects.filter(programme_id=runner.programme, state=State.WAITING)
    row = rows.order_by("id").first()
    return card_of(row) if row else None


def is_wanted(runner: Viewer, errand_id: UUID) -> bool:
    """Whether it is still to be gone on with: nobody has stopped it."""
    check_runs(runner)
    rows = Errand.objects.filter(programme_id=runner.programme, id=errand_id)
    return rows.filter(state=State.WORKING).exists()


def card_of(row: Errand) -> ErrandCard:
    """The row as a plain value."""
    return ErrandCard(
        id=row.id,
        kind=row.kind,
        about=row.about,
        given=row.given,
        language=row.language,
        asked_by=row.asked_by_id,
        asked_at=row.created_at,
        state=State(row.state),
        parts=row.parts,
        parts_done=row.parts_done,
        doing=row.doing,
        tries=row.tries,
        ended_at=row.ended_at,
        error=row.error,
        brought=row.brought,
    )
