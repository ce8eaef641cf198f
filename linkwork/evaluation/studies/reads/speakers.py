"""Whose words are these? The cases of a study: its texts, in a text with turns each who speaks, or one over texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet, TextField
from django.db.models.functions import Cast

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_read_sources, check_part
from linkwork.evaluation.studies.models import Turn
from linkwork.evaluation.studies.reads.sources import SourceLine
from linkwork.evaluation.studies.rules import Doing

NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Case:
    """Whose words are looked at: a whole text, who speaks in one, or who is called the same in every text.

    `turn_id` stands for who speaks in that turn: a name has no place in an address.
    """

    source_id: UUID | None
    turn_id: UUID | None = None


@dataclass(frozen=True)
class Speaker:
    """Who speaks in one text, and in how many turns. `turn_id` is one of them."""

    source_id: UUID
    turn_id: UUID
    name: str
    asks: bool
    turns: int


def speakers(viewer: Viewer, sources: Sequence[SourceLine]) -> list[Speaker]:
    """Who speaks in these sources, in each in the order they begin. One question.

    For evaluators whose part lets them read: a line may have been read for findings alone.
    """
    rows = _named(viewer).filter(source_id__in=_readable(viewer, sources))
    return list(_speakers(rows))


def said_by(viewer: Viewer, study_id: UUID, case: Case) -> QuerySet[Turn]:
    """The turns of a case that is somebody who speaks, as rows: the room of codings asks which passages lie on them.

    Whoever asks has to have checked that the viewer reads the study's sources.
    """
    study = _named(viewer).filter(source__study_id=study_id)
    there = study.filter(source_id=case.source_id) if case.source_id else study
    return there.filter(speaker__in=study.filter(id=case.turn_id or NOBODY).values("speaker"))


def places_said(
    viewer: Viewer, sources: Sequence[SourceLine], case: Case
) -> dict[UUID, list[tuple[int, int]]]:
    """Where somebody's words stand in these sources of one study, in each in its order. As `speakers`."""
    found: dict[UUID, list[tuple[int, int]]] = {}
    for study_id in {one.study_id for one in sources}:
        rows = said_by(viewer, study_id, case).filter(source_id__in=_readable(viewer, sources))
        places = rows.order_by("source_id", "start").values_list("source_id", "said_from", "end")
        for source_id, start, end in places:
            found.setdefault(source_id, []).append((start, end))
    return found


def _readable(viewer: Viewer, sources: Sequence[SourceLine]) -> list[UUID]:
    check_may_read_sources(viewer)
    for one in sources:
        check_part(one.my_part, Doing.READ)
    return [one.id for one in sources]


def _named(viewer: Viewer) -> QuerySet[Turn]:
    return Turn.objects.filter(programme_id=viewer.programme).exclude(speaker="")


def _speakers(rows: QuerySet[Turn]) -> Iterator[Speaker]:
    told: Any = {  # a turn's id as text: not every database orders ids
        "turn": Min(Cast("id", TextField())),
        "asked": Count("id", filter=Q(asks=True)),
        "turns": Count("id"),
        "begins": Min("start"),
    }
    grouped: Any = rows.order_by().values("source_id", "speaker").annotate(**told)
    found = grouped.order_by("source_id", "begins").values_list("source_id", "speaker", *told)
    for source_id, name, turn, asked, turns, _begins in found:
        yield Speaker(source_id, UUID(turn), name, bool(asked), turns)
