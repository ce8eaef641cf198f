"""Files into a study: read to text here, kept by the study's own action."""

import datetime as dt
import zlib
from collections.abc import Sequence
from uuid import UUID
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions
from linkwork.evaluation.studies.actions import FileReport
from linkwork.evaluation.studies.rules import ConsentForm, Group, NewFile, SourceKind
from linkwork.exchange.documents.reading import LARGEST, open_archive, read_document
from linkwork.programmes.rules import Stage


def add_documents(
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
    """As `studies.actions.add_files`, for every kind of document and ZIP archives of them; one report per file."""
    read = [one for file in files for one in _spread(file)]
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


def _spread(file: NewFile) -> list[NewFile | FileReport]:
    """The file, or each one in an archive of documents; what the archive's maker's system put in is left out."""
    try:
        packed = open_archive(file.name, file.data)
    except Refused as fault:
        return [FileReport(file.name, None, 0, fault.reason)]
    if packed is None:
        return [_read(file)]
    found: list[NewFile | FileReport] = []
    for info in packed.infolist():
        if not info.is_dir() and not _is_litter(info.filename):
            found.append(_unpacked(packed, info))
    return found


def _unpacked(packed: ZipFile, info: ZipInfo) -> NewFile | FileReport:
    if info.file_size > LARGEST:
        words = _("%(file)s is larger than 50 MB. Divide it into parts.")
        return FileReport(info.filename, None, 0, words % {"file": info.filename})
    try:
        return _read(NewFile(info.filename, packed.read(info)))
    except (BadZipFile, NotImplementedError, OSError, zlib.error):
        words = _("%(file)s is damaged and cannot be read. Open it where it was made and save it again.")
        return FileReport(info.filename, None, 0, words % {"file": info.filename})


def _is_litter(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX", "~$")) for part in name.split("/"))


def _read(file: NewFile) -> NewFile | FileReport:
    try:
        text = read_document(file.name, file.data)
    except Refused as fault:
        return FileReport(file.name, None, 0, fault.reason)
    return file if text is None else NewFile(file.name, text.encode())
