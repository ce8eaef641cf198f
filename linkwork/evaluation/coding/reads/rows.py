"""What every question of this room begins with: the rows that count, their codes, their stage."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.instruments import frames
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Code:
    """One code on a coding."""

    frame_id: str
    construct_id: str
    name: str
    domain: str


@dataclass(frozen=True)
class CodingCard:
    """One coding without its words. `stage` is its own where it has one, otherwise its source's."""

    id: UUID
    source_id: UUID
    start: int
    end: int
    codes: tuple[Code, ...]
    valence: Valence
    strength: int | None
    stage: Stage | None
    memo: str
    origin: Origin
    coder_id: UUID | None
    coder: str


def live(viewer: Viewer) -> QuerySet[Coding]:
    """The programme's codings that are not removed, with their codes: two questions of the database."""
    rows = Coding.objects.filter(programme_id=viewer.programme, removed_at__isnull=True)
    return rows.prefetch_related("codes")


def coder_names(viewer: Viewer) -> dict[UUID, str]:
    """The name of every worker by id: two questions of the database."""
    return {worker.id: worker.name for worker in programmes.workers(viewer)}


def fits(found: object, wanted: object | None) -> bool:
    """Whether a filter lets `found` through; None lets everything through."""
    return wanted is None or found == wanted


def stage_of(row: Coding, source: SourceLine) -> Stage | None:
    """The coding's own stage where it has one, otherwise its source's."""
    return Stage(row.stage) if row.stage else source.stage


def codes_of(row: Coding) -> tuple[Code, ...]:
    """The coding's codes, frames in their usual order."""
    order = {frame_id: place for place, frame_id in enumerate(frames.frame_ids())}
    rows = sorted(row.codes.all(), key=lambda one: (order[one.frame], one.construct))
    found = [(one.frame, frames.frame(one.frame).construct(one.construct)) for one in rows]
    return tuple(Code(frame_id, one.id, one.name, one.domain) for frame_id, one in found)
