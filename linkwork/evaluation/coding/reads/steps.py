"""What has the viewer done at the desk, so that it can be undone; and which codes did they use last?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, Subquery

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CodingCode, Step
from linkwork.evaluation.coding.rules.steps import StepKind
from linkwork.evaluation.studies import access

LOOKED_AT = 60  # codes among which the recent ones are found


@dataclass(frozen=True)
class StepCard:
    """One step. `codings` is how many it changed at once, `about` the first of them."""

    id: UUID
    kind: StepKind
    at: dt.datetime
    codings: int
    about: UUID


@dataclass(frozen=True)
class Steps:
    """The step that "undo" would take back, and the one that "redo" would do again."""

    undo: StepCard | None
    redo: StepCard | None


def steps(viewer: Viewer, source_id: UUID) -> Steps:
    """What the viewer can undo and redo at the desk of one source. One question."""
    access.check_may_read_sources(viewer)
    rows = Step.objects.filter(programme_id=viewer.programme, coder_id=viewer.id, source_id=source_id)
    last = rows.filter(undone_at__isnull=True).order_by("-id").values("id")[:1]
    undone = rows.filter(undone_at__isnull=False).order_by("id").values("id")[:1]
    found = rows.filter(Q(id=Subquery(last)) | Q(id=Subquery(undone)))
    cards = {row.undone_at is None: _card(row) for row in found}
    return Steps(cards.get(True), cards.get(False))


def searches(viewer: Viewer, study_id: UUID, most: int = 5) -> list[StepCard]:
    """The viewer's last searches that coded something and stand, the newest first."""
    access.check_may_read_sources(viewer)
    rows = Step.objects.filter(
        programme_id=viewer.programme, coder_id=viewer.id, study_id=study_id, kind=StepKind.SEARCH
    )
    return [_card(row) for row in rows.filter(undone_at__isnull=True).order_by("-id")[:most]]


def recent_codes(viewer: Viewer, study_id: UUID, most: int = 9) -> list[tuple[str, str]]:
    """The codes that the viewer put on passages of the study last, the newest first. One question."""
    access.check_may_read_sources(viewer)
    rows = CodingCode.objects.filter(
        programme_id=viewer.programme,
        coding__study_id=study_id,
        coding__coder_id=viewer.id,
        coding__removed_at__isnull=True,
    )
    used = rows.order_by("-id").values_list("frame", "construct")[:LOOKED_AT]
    return list(dict.fromkeys((frame, construct) for frame, construct in used))[:most]


def _card(row: Step) -> StepCard:
    return StepCard(
        row.id, StepKind(row.kind), row.created_at, len(row.changes), UUID(row.changes[0]["coding"])
    )
