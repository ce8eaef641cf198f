"""What was said: the sources of a study, with or without their texts."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_learn, check_may_read_sources, check_part
from linkwork.evaluation.studies.models import EarlierText, Source
from linkwork.evaluation.studies.reads.parts import part, part_in, with_part
from linkwork.evaluation.studies.rules import (
    ConsentForm,
    Direction,
    Doing,
    Fault,
    Group,
    Part,
    SourceKind,
)
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class SourceLine:
    """One source without its text, for lists. `group` and `stage` are None where nobody has said.

    `names_seen` says whether somebody has looked for names in it, `names_asked` whether its study wants that done
    before coding. `my_part` is the viewer's own in its study.
    """

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
    consent: ConsentForm
    participants: int
    names_seen: bool
    names_asked: bool
    my_part: Part | None


@dataclass(frozen=True)
class SourceCard(SourceLine):
    """One source with its text: normalised, immutable in this version, measured in code points."""

    text: str


@dataclass(frozen=True)
class SourcePart(SourceLine):
    """One source with a part of its text, `part`, that begins at `start`; `length` is the whole text's."""

    start: int
    part: str
    length: int


@dataclass(frozen=True)
class SealedLine:
    """A source whose speaker withdrew their consent: kept, and out of every count and quotation."""

    id: UUID
    title: str
    withdrawn_at: dt.datetime


@dataclass(frozen=True)
class EarlierCard:
    """A source's text in an earlier version."""

    version: int
    text: str
    hash: str
    ended_at: dt.datetime


def sources(viewer: Viewer, study_id: UUID) -> list[SourceLine]:
    """The sources of one study by title, without their texts. For evaluators whose part lets them read."""
    check_may_read_sources(viewer)
    lines = source_lines(viewer, study_id)
    for line in lines[:1]:
        check_part(line.my_part, Doing.READ)
    return lines


def source_lines(viewer: Viewer, study_id: UUID | None) -> list[SourceLine]:
    """As `sources`, for whoever may read findings: the room of codings narrows counts by group and stage with it.

    None for every study of the programme.
    """
    check_may_learn(viewer)
    rows = _open(viewer)
    if study_id:
        rows = rows.filter(study_id=study_id)
    return [SourceLine(**_line(viewer, row)) for row in rows.defer("text").order_by("title", "version")]


def source(viewer: Viewer, source_id: UUID) -> SourceCard:
    """One source with its text. Raises NotFound; for evaluators whose part lets them read."""
    check_may_read_sources(viewer)
    row = _one(viewer, _open(viewer).filter(id=source_id))
    return SourceCard(**_line(viewer, row), text=row.text)


def source_line(viewer: Viewer, source_id: UUID) -> SourceLine:
    """One source without its text. Raises NotFound; for evaluators whose part lets them read."""
    check_may_read_sources(viewer)
    return SourceLine(**_line(viewer, _one(viewer, _open(viewer).filter(id=source_id).defer("text"))))


def next_source(viewer: Viewer, here: SourceLine) -> UUID | None:
    """The source that follows in its study by title; None after the last. One question."""
    check_may_read_sources(viewer)
    check_part(here.my_part, Doing.READ)
    rows = open_sources(viewer).filter(study_id=here.study_id, title__gt=here.title)
    return rows.order_by("title").values_list("id", flat=True).first()


def source_part(viewer: Viewer, source_id: UUID, start: int = 0, size: int = 1) -> SourcePart:
    """One source with `size` code points of its text from `start`: the rest is not read. Raises NotFound.

    For evaluators. `start` must not be negative; past the end the part is empty.
    """
    check_may_read_sources(viewer)
    rows = _open(viewer).filter(id=source_id).defer("text")
    row: Any = _one(viewer, rows.annotate(piece=Substr("text", start + 1, size), length=Length("text")))
    return SourcePart(**_line(viewer, row), start=start, part=row.piece, length=row.length)


def sources_with_text(viewer: Viewer, source_ids: Iterable[UUID]) -> dict[UUID, SourceCard]:
    """Several sources of the viewer's programme by id, with their texts, in one question of the database.

    For those who may learn from findings: the room of codings cuts quotations from them and withholds what may
    not be quoted. Pages never hand these texts on. A sealed source is not in it.
    """
    check_may_learn(viewer)
    rows = _open(viewer).filter(id__in=set(source_ids))
    return {row.id: SourceCard(**_line(viewer, row), text=row.text) for row in rows}


def text_hashes(viewer: Viewer, source_ids: Collection[UUID]) -> dict[UUID, str]:
    """What the text of each of these sources is now; one question. Raises NotFound where one is sealed or is none."""
    check_may_read_sources(viewer)
    found = dict(open_sources(viewer).filter(id__in=source_ids).values_list("id", "sha256"))
    if len(found) < len(source_ids):
        raise NotFound(_("There is no such source in this programme."))
    return found


def sealed(viewer: Viewer, study_id: UUID) -> list[SealedLine]:
    """The sources whose consent was withdrawn. For evaluators whose part lets them read."""
    check_may_read_sources(viewer)
    check_part(part_in(viewer, study_id), Doing.READ)
    rows = Source.objects.filter(programme_id=viewer.programme, study_id=study_id)
    found = rows.filter(withdrawn_at__isnull=False).order_by("title")
    return [
        SealedLine(row.id, row.title, row.withdrawn_at) for row in found.defer("text") if row.withdrawn_at
    ]


def earlier_texts(viewer: Viewer, source_id: UUID) -> list[EarlierCard]:
    """What the text of a source was before it was edited, the newest first. Raises NotFound."""
    source_line(viewer, source_id)
    rows = EarlierText.objects.filter(programme_id=viewer.programme, source_id=source_id).order_by("-version")
    return [EarlierCard(row.version, row.text, row.sha256, row.created_at) for row in rows]


def fault_sentence(fault: Fault) -> str:
    """What is wrong with a text, and what to do about it."""
    return {
        Fault.EMPTY: _("There is no text in it."),
        Fault.TOO_LONG: _("It is longer than two million characters. Split it and add the parts."),
        Fault.PDF: _("This is a PDF. Save its text as a plain text file and add that."),
        Fault.OFFICE: _("This is a word processor’s file. Save it as plain text (UTF-8) and add that."),
        Fault.BINARY: _(
            "This is no text. Add Word, OpenDocument, RTF, PDF, a web page, captions or plain text."
        ),
        Fault.UNDECODABLE: _("Its letters cannot be read for certain. Save it as UTF-8 and add it again."),
    }[fault]


def open_sources(viewer: Viewer) -> QuerySet[Source]:
    """The sources that count, as rows: the room of codings asks of each whether it is coded, in one question."""
    return Source.objects.filter(programme_id=viewer.programme, withdrawn_at__isnull=True)


def _open(viewer: Viewer) -> QuerySet[Source]:
    return with_part(open_sources(viewer), viewer).annotate(names_first=F("study__names_first"))


def _one(viewer: Viewer, rows: QuerySet[Source]) -> Source:
    row = rows.first()
    if row is None:
        raise NotFound(_("There is no such source in this programme."))
    check_part(part(viewer, row), Doing.READ)
    return row


def _line(viewer: Viewer, row: Source) -> dict[str, Any]:
    names_first: bool = row.names_first  # type: ignore[attr-defined]
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
        "consent": ConsentForm(row.consent),
        "participants": row.participants,
        "names_seen": row.names_seen_at is not None,
        "names_asked": names_first and row.names_seen_at is None and row.kind != SourceKind.DOCUMENT,
        "my_part": part(viewer, row),
    }
