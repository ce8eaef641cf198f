"""Who speaks from where to where, and what can be heard of it?"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_learn, check_may_read_sources, check_part
from linkwork.evaluation.studies.models import FieldNote, Recording, Turn
from linkwork.evaluation.studies.reads.sources import SourceLine, source_line
from linkwork.evaluation.studies.rules import Doing


@dataclass(frozen=True)
class TurnCard:
    """One turn: code points of the source's text, milliseconds of its recording. `asks`: the interviewer speaks."""

    id: UUID
    start: int
    said_from: int
    end: int
    speaker: str
    asks: bool
    begins_ms: int | None
    ends_ms: int | None


@dataclass(frozen=True)
class RecordingCard:
    """The sound of a talk. `stored` is the file's name in the media folder, `size` in bytes."""

    id: UUID
    source_id: UUID
    stored: str
    media_type: str
    size: int


@dataclass(frozen=True)
class FieldNoteCard:
    """Where and when a field conversation was held, and what its researcher thinks of it."""

    held_on: dt.date
    place: str
    thoughts: str


def turns(viewer: Viewer, source_id: UUID) -> list[TurnCard]:
    """The turns of a source in the order of its text. Raises NotFound; for evaluators whose part lets them read."""
    source_line(viewer, source_id)
    rows = Turn.objects.filter(programme_id=viewer.programme, source_id=source_id).order_by("start")
    fields = ("id", "start", "said_from", "end", "speaker", "asks", "begins_ms", "ends_ms")
    return [TurnCard(*values) for values in rows.values_list(*fields)]


def turn_places(viewer: Viewer, source_ids: Collection[UUID]) -> dict[UUID, list[tuple[int, int]]]:
    """Where turns begin and end in these sources, without who speaks: one question. For whoever may read findings."""
    return _of_turns(viewer, source_ids, "start", "end")


def labels_and_questions(
    viewer: Viewer, source_ids: Collection[UUID]
) -> dict[UUID, list[tuple[int, int, int, bool]]]:
    """Of each turn in these sources where it begins, where its words begin, where it ends, and whether it asks.

    One question. For whoever may read findings.
    """
    return _of_turns(viewer, source_ids, "start", "said_from", "end", "asks")


def _of_turns(viewer: Viewer, source_ids: Collection[UUID], *columns: str) -> dict[UUID, list[Any]]:
    check_may_learn(viewer)
    rows = Turn.objects.filter(programme_id=viewer.programme, source_id__in=source_ids)
    found: dict[UUID, list[Any]] = {}
    for source_id, *turn in rows.order_by("source_id", "start").values_list("source_id", *columns):
        found.setdefault(source_id, []).append(tuple(turn))
    return found


def recording(viewer: Viewer, source_id: UUID) -> RecordingCard | None:
    """The recording of a source, if it has one. As `turns`."""
    source_line(viewer, source_id)
    row = Recording.objects.filter(programme_id=viewer.programme, source_id=source_id).first()
    return RecordingCard(row.id, row.source_id, row.stored, row.media_type, row.size) if row else None


def field_note(viewer: Viewer, source: SourceLine) -> FieldNoteCard | None:
    """What was noted beside a field conversation, None for any other source: one question. As `speakers`."""
    check_may_read_sources(viewer)
    check_part(source.my_part, Doing.READ)
    row = FieldNote.objects.filter(programme_id=viewer.programme, source_id=source.id).first()
    return FieldNoteCard(row.held_on, row.place, row.thoughts) if row else None
