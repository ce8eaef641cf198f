"""Files into a study: read to text here, kept by the study's own action."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions
from linkwork.evaluation.studies.actions import FileReport
from linkwork.evaluation.studies.rules import Group, NewFile, SourceKind
from linkwork.exchange.documents.reading import read_document
from linkwork.programmes.rules import Stage


def add_documents(
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
    """As `studies.actions.add_files`, for every kind of document; one report per file, in order."""
    read = [_read(file) for file in files]
    reports = actions.add_files(
        study_id=study_id,
        files=[one for one in read if isinstance(one, NewFile)],
        kind=kind,
        language=language,
        group=group,
        stage=stage,
        consent=consent,
        by=by,
        at=at,
    )
    kept = iter(reports)
    return [one if isinstance(one, FileReport) else next(kept) for one in read]


def _read(file: NewFile) -> NewFile | FileReport:
    try:
        text = read_document(file.name, file.data)
    except Refused as fault:
        return FileReport(file.name, None, 0, fault.reason)
    return file if text is None else NewFile(file.name, text.encode())
