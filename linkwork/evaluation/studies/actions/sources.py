"""Bringing in sources and saying what they are."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _source_for, _study_for
from linkwork.evaluation.studies.actions.turns import lay_turns
from linkwork.evaluation.studies.models import Source
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
    title = title.strip()
    _check_new(by, study_id, title, kept)
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
) -> None:
    """Say who speaks in a source, how many, about which stage and, with `consent`, what they agreed to.

    Raises NotFound, Invalid (participants).
    """
    row = _source_for(by, source_id, Doing.CODE)
    changed: dict[str, object] = {"group": group or "", "stage": stage or ""}
    if consent is not None:
        agreed = consent_of(consent)
        changed |= {"quotable": agreed is not ConsentForm.ANALYSE, "consent": agreed.value}
    if participants is not None:
        changed["participants"] = _people(participants)
    Source.objects.filter(programme_id=by.programme, id=row.id).update(**changed)
    trail.record(
        by=by, at=at, what="studies.describe_source", about="source", about_id=source_id, detail=changed
    )


def _people(number: int) -> int:
    if not 1 <= number <= MOST_IN_A_TALK:
        raise Invalid({"participants": _("Say how many people took part: from 1 to 100.")})
    return number


def _check_new(by: Viewer, study_id: UUID, title: str, text: str) -> None:
    if not title:
        raise Invalid({"title": _("Give the source a title.")})
    there = Source.objects.filter(programme_id=by.programme, study_id=study_id)
    if there.filter(sha256=hash_of(text)).exists():
        raise Invalid({"text": _("This very text is in the study already.")})
    if there.filter(title=title).exists():
        raise Invalid({"title": _("There is a source with this title in the study. Choose another title.")})
