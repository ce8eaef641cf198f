"""What every question of this room begins with: the rows that count, their codes, their stage."""

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
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


class Row(NamedTuple):
    """A coding as it lies in the table, with its codes. Ten thousand of these are read at once: no model objects."""

    id: UUID
    study_id: UUID
    source_id: UUID
    start: int
    end: int
    coder_id: UUID | None
    valence: str
    strength: int | None
    stage: str
    memo: str
    origin: str
    coder: str
    codes: tuple[Code, ...]


COLUMNS = (*Row._fields[:-2], "coder__name", "codes__frame", "codes__construct")


def load(rows: QuerySet[Coding]) -> list[Row]:
    """The codings with their codes and coders, in the order of `rows`: one question of the database."""
    found: dict[UUID, tuple[Any, ...]] = {}
    held: dict[UUID, list[Code]] = {}
    for *values, coder, frame_id, construct_id in rows.values_list(*COLUMNS):
        found.setdefault(values[0], (*values, coder or ""))
        held.setdefault(values[0], []).append(code(frame_id, construct_id))
    return [Row._make((*values, in_order(held[coding_id]))) for coding_id, values in found.items()]


@cache
def code(frame_id: str, construct_id: str) -> Code:
    """A construct as a code. Raises NotFound where the frame no longer names it."""
    one = frames.frame(frame_id).construct(construct_id)
    return Code(frame_id, one.id, one.name, one.domain)


@cache
def _place(one: Code) -> tuple[int, str]:
    return frames.frame_ids().index(one.frame_id), one.construct_id


def in_order(codes: list[Code]) -> tuple[Code, ...]:
    """Frame by frame, as frames are listed."""
    return tuple(sorted(codes, key=_place))


def coder_names(viewer: Viewer) -> dict[UUID, str]:
    """The name of every worker by id: one question of the database."""
    return {worker.id: worker.name for worker in programmes.workers(viewer)}


def fits(found: object, wanted: object | None) -> bool:
    """Whether a filter lets `found` through; None lets everything through."""
    return wanted is None or found == wanted


def stage_of(row: Row, source: SourceLine) -> Stage | None:
    """The coding's own stage where it has one, otherwise its source's."""
    return Stage(row.stage) if row.stage else source.stage
