"""Bringing in sources and saying what they are."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _source_for, _study_for
from linkwork.evaluation.studies.actions.turns import lay_turns
from linkwork.evaluation.studies.models import EarlierText, FieldNote, Source, Turn
from linkwork.evaluation.studies.reads import fault_sentence
from linkwork.evaluation.studies.rules import (
    ConsentForm,
    Doing,
    Group,
    NewFile,
    SourceKind,
    Unreadable,
    consent_of,
    decode,
    direction_of,
    hash_of,
    language_of,
    normalised,
    title_of,
)
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail

MOST_IN_A_TALK = 100


@dataclass(frozen=True)
class FileReport:
    """What became of one file: `source_id` where it came in, otherwise `problem`, a whole sentence."""

    name: str
    source_id: UUID | None
    characters: int
    problem: str


@action
def add_source(
    *,
    study_id: UUID,
    title: str,
    kind: SourceKind,
    text: str,
    language: str,
    by: Viewer,
    at: dt.datetime,
    group: Group | None = None,
    stage: Stage | None = None,
    consent: bool | ConsentForm = False,
    note: str = "",
    participants: int = 1,
) -> UUID:
    """Bring one text into a study; its id. `consent`: what its speaker agreed to; True is quoting without a name.

    Raises NotFound for a study of another programme, Invalid (title, text, participants) where it cannot be kept.
    """
    _study_for(by, study_id, Doing.CODE)
    agreed = consent_of(consent)
    try:
        kept = normalised(text)
    except Unreadable as fault:
        raise Invalid({"text": fault_sentence(fault.fault)}) from fault
    _check_new(by, study_id, kept)
    title = _free_title(by, study_id, title)
    row = Source.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        kind=kind,
        title=title,
        language=language,
        direction=direction_of(language),
        group=group or "",
        stage=stage or "",
        quotable=agreed is not ConsentForm.ANALYSE,
        consent=agreed,
        participants=_people(participants),
        text=kept,
        sha256=hash_of(kept),
        note=note,
        created_at=at,
    )
    detail: dict[str, object] = {"study": str(study_id), "characters": len(kept), "kind": kind.value}
    if kind is not SourceKind.DOCUMENT:
        lay_turns(source_id=row.id, text=kept, by=by, at=at)
    trail.record(by=by, at=at, what="studies.add_source", about="source", about_id=row.id, detail=detail)
    return row.id


@action
def add_files(
    *,
    study_id: UUID,
    files: Sequence[NewFile],
    kind: SourceKind,
    by: Viewer,
    at: dt.datetime,
    language: str = "",
    group: Group | None = None,
    stage: Stage | None = None,
    consent: bool | ConsentForm = False,
) -> list[FileReport]:
    """Bring several files in, each titled by its name; one report per file, in order. A faulty one stops no other.

    Without a `language` each is in the one that its own letters and words tell.
    """
    _study_for(by, study_id, Doing.CODE)
    reports = []
    for file in files:
        try:
            text = decode(file.data)
            made = add_source(
                study_id=study_id,
                title=title_of(file.name),
                kind=kind,
                text=text,
                language=language or language_of(text),
                group=group,
                stage=stage,
                consent=consent,
                by=by,
                at=at,
            )
            reports.append(FileReport(file.name, made, len(text), ""))
        except Unreadable as fault:
            reports.append(FileReport(file.name, None, 0, fault_sentence(fault.fault)))
        except Invalid as fault:
            reports.append(FileReport(file.name, None, 0, fault.reason))
    return reports


@action
def describe_source(
    *,
    source_id: UUID,
    group: Group | None,
    stage: Stage | None,
    by: Viewer,
    at: dt.datetime,
    consent: bool | ConsentForm | None = None,
    participants: int | None = None,
    title: str | None = None,
    kind: SourceKind | None = None,
    language: str = "",
) -> None:
    """Say who speaks in a source and about which stage; of the others, what is given: what is not stays as it is.

    Raises NotFound, Invalid (participants, title).
    """
    row = _source_for(by, source_id, Doing.CODE)
    changed: dict[str, object] = {"group": group or "", "stage": stage or ""}
    if participants is not None:
        changed["participants"] = _people(participants)
    if title is not None and title.strip() != row.title:
        changed["title"] = _free_title(by, row.study_id, title)
    _describe(row, changed | _said(kind, language, consent), by, at)


@action
def describe_sources(
    *,
    source_ids: Collection[UUID],
    by: Viewer,
    at: dt.datetime,
    group: Group | None = None,
    stage: Stage | None = None,
    consent: ConsentForm | None = None,
    kind: SourceKind | None = None,
    language: str = "",
) -> None:
    """Say the same of several sources; what is not given stays as it is in each. Raises NotFound."""
    changed = {"group": group, "stage": stage}
    said = {name: value for name, value in changed.items() if value} | _said(kind, language, consent)
    for source_id in source_ids:
        _describe(_source_for(by, source_id, Doing.CODE), said, by, at)


@action
def remove_source(*, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take out a source on which nothing rests, with its text: it was brought in by mistake.

    Raises NotFound, NotAllowed, IllegalStep where something was ever coded, written or kept on it.
    """
    row = _source_for(by, source_id, Doing.CODE)
    for table in (Turn, EarlierText, FieldNote):
        table.objects.filter(programme_id=by.programme, source_id=row.id).delete()
    study_id = row.study_id
    try:
        row.delete()
    except ProtectedError as kept:
        words = _(
            "Something rests on this source: a coding, a memo, a recording, a round or a summary. It stays."
        )
        raise IllegalStep(words) from kept
    detail: dict[str, object] = {"study": str(study_id)}
    trail.record(
        by=by, at=at, what="studies.remove_source", about="source", about_id=source_id, detail=detail
    )


def _said(kind: SourceKind | None, language: str, consent: bool | ConsentForm | None) -> dict[str, object]:
    changed: dict[str, object] = {"kind": kind} if kind else {}
    if language:
        changed |= {"language": language, "direction": direction_of(language)}
    if consent is not None:
        agreed = consent_of(consent)
        changed |= {"quotable": agreed is not ConsentForm.ANALYSE, "consent": agreed.value}
    return changed


def _describe(row: Source, changed: Mapping[str, object], by: Viewer, at: dt.datetime) -> None:
    Source.objects.filter(programme_id=by.programme, id=row.id).update(**changed)
    detail = {name: value for name, value in changed.items() if name != "title"}  # it may hint at who spoke
    if "title" in changed:
        detail["title"] = "changed"
    trail.record(by=by, at=at, what="studies.describe_source", about="source", about_id=row.id, detail=detail)


def _people(number: int) -> int:
    if not 1 <= number <= MOST_IN_A_TALK:
        raise Invalid({"participants": _("Say how many people took part: from 1 to 100.")})
    return number


def _check_new(by: Viewer, study_id: UUID, text: str) -> None:
    there = Source.objects.filter(programme_id=by.programme, study_id=study_id)
    if there.filter(sha256=hash_of(text)).exists():
        raise Invalid({"text": _("This very text is in the study already.")})


def _free_title(by: Viewer, study_id: UUID, title: str) -> str:
    title = title.strip()
    if not title:
        raise Invalid({"title": _("Give the source a title.")})
    if Source.objects.filter(programme_id=by.programme, study_id=study_id, title=title).exists():
        raise Invalid({"title": _("There is a source with this title in the study. Choose another title.")})
    return title
