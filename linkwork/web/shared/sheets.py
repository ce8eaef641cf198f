"""Spreadsheets by page: the file somebody sends, and the rows given back to be put right."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

from linkwork.exchange.grids.writing import FORMATS, Grid, written
from linkwork.web.shared.files import csv_lines

XLSX, CSV = "xlsx", "csv"
MOST_IN_A_BOOK = 20_000  # rows; a text file has no end


@contextmanager
def uploaded(file: "UploadedFile[Any]") -> Iterator[Path]:
    """The file under its name, gone at the end: readers want a path."""
    with tempfile.TemporaryDirectory(prefix="linkwork-file-") as folder:
        path = Path(folder) / Path(file.name or "file.csv").name
        with path.open("wb") as copy:
            for chunk in file.chunks():
                copy.write(chunk)
        yield path


def table_file(
    header: Sequence[str], rows: Iterable[Sequence[str]], name: str, ending: str = CSV
) -> HttpResponseBase:
    """A table to download, `name` without its ending. A cell is never taken for a formula."""
    if ending == XLSX:
        grid = Grid(_("Rows"), (), tuple(header), tuple(tuple(row) for row in rows), wide=True)
        return book_file(written(grid, XLSX)[0], name)
    lines = csv_lines(chain([header], rows))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{CSV}"'
    return answer


def book_file(data: bytes, name: str) -> HttpResponse:
    """A workbook to download, `name` without its ending."""
    answer = HttpResponse(data, content_type=FORMATS[XLSX].media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{XLSX}"'
    return answer
