"""Spreadsheets by page: the file somebody sends, and the rows given back to be put right."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

from linkwork.exchange.grids.writing import FORMATS, Grid, written
from linkwork.exchange.sheets.table import plain_text

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


class _Echo:
    """What a CSV writer writes, handed on at once."""

    def write(self, text: str) -> str:
        return text


def table_file(
    header: Sequence[str], rows: Iterable[Sequence[str]], name: str, ending: str = CSV
) -> HttpResponseBase:
    """A table to download, `name` without its ending. A cell is never taken for a formula."""
    if ending == XLSX:
        grid = Grid(_("Rows"), (), tuple(header), tuple(tuple(row) for row in rows), wide=True)
        return book_file(written(grid, XLSX)[0], name)
    writer = csv.writer(_Echo())
    lines = (writer.writerow([plain_text(cell) for cell in row]) for row in _all(header, rows))
    answer = StreamingHttpResponse(_marked(lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{CSV}"'
    return answer


def book_file(data: bytes, name: str) -> HttpResponse:
    """A workbook to download, `name` without its ending."""
    answer = HttpResponse(data, content_type=FORMATS[XLSX].media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{XLSX}"'
    return answer


def _all(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield header
    yield from rows


def _marked(lines: Iterable[str]) -> Iterator[str]:
    """UTF-8 with its mark, so that spreadsheet programs read letters rightly."""
    yield "\ufeff"
    yield from lines
