"""Opening studies and bringing in sources: the only writes of this room."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_work
from linkwork.evaluation.studies.models import Source, Study
from linkwork.evaluation.studies.reads import fault_sentence
from linkwork.evaluation.studies.rules import (
    Design,
    Group,
    NewFile,
    SourceKind,
    Unreadable,
    decode,
    direction_of,
    hash_of,
    normalised,
    title_of,
)
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail


@dataclass(frozen=True)
class FileReport:
    """What became of one file: `source_id` where it came in, otherwise `problem`, a whole sentence."""

    name: str
    source_id: UUID | None
    characters: int
    problem: str


@action
def open_study(
    *,
    title: str,
    design: Design,
    opened_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    question: str = "",
    note: str = "",
) -> UUID:
    """Open a study; its id. Raises Invalid where the title is empty or taken."""
    check_may_work(by)
    title = title.strip()
    if not title:
        raise Invalid({"title": _("Give the study a title.")})
    if Study.objects.filter(programme_id=by.programme, title=title).exists():
        raise Invalid({"title": _("There is a study with this title already. Choose another title.")})
    row = Study.objects.create(
        programme_id=by.programme,
        title=title,
        question=question.strip(),
        design=design,
        opened_on=opened_on,
        note=note,
        created_at=at,
    )
    trail.record(by=by, at=at, what="studies.open_study", about="study", about_id=row.id)
    return row.id


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
    consent: bool = False,
    note: str = "",
) -> UUID:
    """Bring one text into a study; its id. `consent`: it may be quoted outside the study (no, unless somebody says so).

    Raises NotFound for a study of another programme, Invalid (title, text) where it cannot be kept.
    """
    check_may_work(by)
    _check_study(by, study_id)
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
        quotable=consent,
        text=kept,
        sha256=hash_of(kept),
        note=note,
        created_at=at,
    )
    detail: dict[str, object] = {"study": str(study_id), "characters": len(kept), "kind": kind.value}
    trail.record(by=by, at=at, what="studies.add_source", about="source", about_id=row.id, detail=detail)
    return row.id


@action
def add_files(
    *,
    study_id: UUID,
    files: Sequence[NewFile],
    kind: SourceKind,
    language: str,
    by: Viewer,
    at: dt.datetime,
    group: Group | None = None,
    stage: Stage | None = None,
    consent: bool = False,
) -> list[FileReport]:
    """Bring several files in, each titled by its name; one report per file, in order. A faulty one stops no other."""
    check_may_work(by)
    _check_study(by, study_id)
    reports = []
    for file in files:
        try:
            text = decode(file.data)
            made = add_source(
                study_id=study_id,
                title=title_of(file.name),
                kind=kind,
                text=text,
                language=language,
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
    consent: bool | None = None,
) -> None:
    """Say who speaks in a source, about which stage and, with `consent`, whether it may be quoted. Raises NotFound."""
    check_may_work(by)
    changed: dict[str, object] = {"group": group or "", "stage": stage or ""}
    if consent is not None:
        changed["quotable"] = consent
    if not Source.objects.filter(programme_id=by.programme, id=source_id).update(**changed):
        raise NotFound(_("There is no such source in this programme."))
    trail.record(
        by=by, at=at, what="studies.describe_source", about="source", about_id=source_id, detail=changed
    )


def _check_study(by: Viewer, study_id: UUID) -> None:
    if not Study.objects.filter(programme_id=by.programme, id=study_id).exists():
        raise NotFound(_("There is no such study in this programme."))


def _check_new(by: Viewer, study_id: UUID, title: str, text: str) -> None:
    if not title:
        raise Invalid({"title": _("Give the source a title.")})
    there = Source.objects.filter(programme_id=by.programme, study_id=study_id)
    if there.filter(sha256=hash_of(text)).exists():
        raise Invalid({"text": _("This very text is in the study already.")})
    if there.filter(title=title).exists():
        raise Invalid({"title": _("There is a source with this title in the study. Choose another title.")})
