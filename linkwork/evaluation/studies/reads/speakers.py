"""Whose words are these? The cases of a study: its texts, in a text with turns each who speaks, or one over texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet, TextField
from django.db.models.functions import Cast

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import (
    check_may_learn,
    check_may_read_sources,
    check_part,
    may_read_sources,
)
from linkwork.evaluation.studies.models import Source, Turn
from linkwork.evaluation.studies.reads.sources import SourceLine
from linkwork.evaluation.studies.reads.studies import StudyCard
from linkwork.evaluation.studies.rules import Doing, may

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

    turn_id: UUID
    name: str
    asks: bool
    turns: int


@dataclass(frozen=True)
class CaseText:
    """A text of a study with those who speak in it, in the order they begin; nobody where it names none."""

    source_id: UUID
    title: str
    speakers: tuple[Speaker, ...]


def cases(viewer: Viewer, study: StudyCard) -> list[CaseText]:
    """The texts of a study, by title. Who speaks in them is for evaluators whose part reads it. One question."""
    check_may_learn(viewer)
    reads = may_read_sources(viewer) and may(study.my_part, Doing.READ)
    rows = Source.objects.filter(
        programme_id=viewer.programme, study_id=study.id, withdrawn_at__isnull=True
    ).order_by("title", "id")
    if not reads:
        return [CaseText(source_id, title, ()) for source_id, title in rows.values_list("id", "title")]
    found: dict[UUID, tuple[str, list[Speaker]]] = {}
    grouped: Any = rows.values("id", "title", "turns__speaker").annotate(**_told("turns__"))
    told = grouped.order_by("title", "id", "begins").values_list("id", "title", "turns__speaker", *_told(""))
    for source_id, title, name, *values in told:
        there = found.setdefault(source_id, (title, []))[1]
        if name:
            there.append(_speaker(name, *values))
    return [CaseText(source_id, title, tuple(there)) for source_id, (title, there) in found.items()]


def speakers(viewer: Viewer, source: SourceLine) -> list[Speaker]:
    """Who speaks in a source, in the order they begin. One question.

    For evaluators whose part lets them read: a line may have been read for findings alone.
    """
    rows = _named(viewer).filter(source_id__in=_readable(viewer, [source])).order_by()
    grouped: Any = rows.values("speaker").annotate(**_told(""))
    told = grouped.order_by("begins").values_list("speaker", *_told(""))
    return [_speaker(name, *values) for name, *values in told]


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


def _told(turn: str) -> dict[str, Any]:
    """What is asked of somebody's turns; a turn's id as text, since not every database orders ids."""
    return {
        "turn": Min(Cast(f"{turn}id", TextField())),
        "asked": Count(f"{turn}id", filter=Q(**{f"{turn}asks": True})),
        "turns_taken": Count(f"{turn}id"),
        "begins": Min(f"{turn}start"),
    }


def _speaker(name: str, turn: str, asked: int, turns: int, _begins: int) -> Speaker:
    return Speaker(UUID(turn), name, bool(asked), turns)
