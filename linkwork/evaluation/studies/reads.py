"""Asking about studies and their sources."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_learn, check_may_read_sources
from linkwork.evaluation.studies.models import Source, Study
from linkwork.evaluation.studies.rules import Design, Direction, Fault, Group, SourceKind
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class StudyCard:
    """One study. `sources` is how many texts it holds."""

    id: UUID
    title: str
    question: str
    design: Design
    opened_on: dt.date
    note: str
    sources: int


@dataclass(frozen=True)
class SourceLine:
    """One source without its text, for lists. `group` and `stage` are None where nobody has said."""

    id: UUID
    study_id: UUID
    title: str
    kind: SourceKind
    language: str
    direction: Direction
    group: Group | None
    stage: Stage | None
    quotable: bool
    hash: str
    version: int
    note: str
    created_at: dt.datetime


@dataclass(frozen=True)
class SourceCard(SourceLine):
    """One source with its text: normalised, immutable, measured in code points."""

    text: str


def studies(viewer: Viewer) -> list[StudyCard]:
    """The programme's studies, newest first. For evaluators, managers and advisers."""
    check_may_learn(viewer)
    rows = _studies(viewer).order_by("-opened_on", "title")
    return [_study(row) for row in rows]


def study(viewer: Viewer, study_id: UUID) -> StudyCard:
    """One study of the viewer's programme. Raises NotFound."""
    check_may_learn(viewer)
    row = _studies(viewer).filter(id=study_id).first()
    if row is None:
        raise NotFound("There is no such study in this programme.")
    return _study(row)


def study_titled(viewer: Viewer, title: str) -> StudyCard:
    """The study with this title, for the command line. Raises NotFound."""
    found = next((one for one in studies(viewer) if one.title == title), None)
    if found is None:
        raise NotFound(f'There is no study "{title}" in this programme.')
    return found


def sources(viewer: Viewer, study_id: UUID) -> list[SourceLine]:
    """The sources of one study by title, without their texts. For evaluators."""
    check_may_read_sources(viewer)
    return source_lines(viewer, study_id)


def source_lines(viewer: Viewer, study_id: UUID) -> list[SourceLine]:
    """As `sources`, for whoever may read findings: the room of codings narrows counts by group and stage with it."""
    check_may_learn(viewer)
    rows = Source.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return [SourceLine(**_line(row)) for row in rows.defer("text").order_by("title", "version")]


def source(viewer: Viewer, source_id: UUID) -> SourceCard:
    """One source with its text. Raises NotFound; for evaluators."""
    check_may_read_sources(viewer)
    row = Source.objects.filter(programme_id=viewer.programme, id=source_id).first()
    if row is None:
        raise NotFound("There is no such source in this programme.")
    return SourceCard(**_line(row), text=row.text)


def source_line(viewer: Viewer, source_id: UUID) -> SourceLine:
    """One source without its text. Raises NotFound; for evaluators."""
    check_may_read_sources(viewer)
    row = Source.objects.filter(programme_id=viewer.programme, id=source_id).defer("text").first()
    if row is None:
        raise NotFound("There is no such source in this programme.")
    return SourceLine(**_line(row))


def sources_with_text(viewer: Viewer, source_ids: Iterable[UUID]) -> dict[UUID, SourceCard]:
    """Several sources of the viewer's programme by id, with their texts, in one question of the database.

    For those who may learn from findings: the room of codings cuts quotations from them and withholds what may
    not be quoted. Pages never hand these texts on.
    """
    check_may_learn(viewer)
    rows = Source.objects.filter(programme_id=viewer.programme, id__in=set(source_ids))
    return {row.id: SourceCard(**_line(row), text=row.text) for row in rows}


def fault_sentence(fault: Fault) -> str:
    """What is wrong with a text, and what to do about it."""
    return {
        Fault.EMPTY: _("There is no text in it."),
        Fault.TOO_LONG: _("It is longer than two million characters. Split it and add the parts."),
        Fault.PDF: _("This is a PDF. Save its text as a plain text file and add that."),
        Fault.OFFICE: _("This is a word processor’s file. Save it as plain text (UTF-8) and add that."),
        Fault.BINARY: _("This is not a text file. Add plain text (.txt or .md)."),
        Fault.UNDECODABLE: _("Its letters cannot be read for certain. Save it as UTF-8 and add it again."),
    }[fault]


def _studies(viewer: Viewer) -> QuerySet[Study]:
    return Study.objects.filter(programme_id=viewer.programme).annotate(texts=Count("sources"))


def _study(row: Study) -> StudyCard:
    texts: int = row.texts  # type: ignore[attr-defined]
    return StudyCard(row.id, row.title, row.question, Design(row.design), row.opened_on, row.note, texts)


def _line(row: Source) -> dict[str, Any]:
    return {
        "id": row.id,
        "study_id": row.study_id,
        "title": row.title,
        "kind": SourceKind(row.kind),
        "language": row.language,
        "direction": Direction(row.direction),
        "group": Group(row.group) if row.group else None,
        "stage": Stage(row.stage) if row.stage else None,
        "quotable": row.quotable,
        "hash": row.sha256,
        "version": row.version,
        "note": row.note,
        "created_at": row.created_at,
    }
