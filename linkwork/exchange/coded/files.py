"""Quotations and the codebook as a file of the kind that was asked for."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.exchange.coded.codebook import codebook_grid
from linkwork.exchange.coded.quotations import Asked, quotations_grid, quotations_report
from linkwork.exchange.grids import FORMATS, written
from linkwork.exchange.report.papers import html
from linkwork.exchange.word.writing import document

KINDS = ("xlsx", "docx", "csv", "html")


@dataclass(frozen=True)
class File:
    """A file to hand on. `ending` is one of KINDS."""

    data: bytes
    media_type: str
    ending: str


def quotations_file(viewer: Viewer, study_id: UUID, asked: Asked, kind: str, at: dt.datetime) -> File:
    """Spreadsheets have a row for each passage, papers a chapter for each code. Raises NotFound, KeyError (kind)."""
    media_type = FORMATS[kind].media_type
    if kind in ("docx", "html"):
        report = quotations_report(viewer, study_id, asked, at)
        return File(document(report) if kind == "docx" else html(report).encode(), media_type, kind)
    data, _format = written(quotations_grid(viewer, study_id, asked, at), kind)
    return File(data, media_type, kind)


def codebook_file(viewer: Viewer, study_id: UUID, kind: str, at: dt.datetime) -> File:
    """The codebook as a table. Raises NotFound, KeyError (kind)."""
    data, made = written(codebook_grid(viewer, study_id, at), kind)
    return File(data, made.media_type, kind)
