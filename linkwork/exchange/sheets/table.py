"""What stands in this spreadsheet? CSV or XLSX, read to text cells with the row numbers a person sees."""

import codecs
import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

if TYPE_CHECKING:
    from openpyxl import Workbook

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+]?[\d\s.,]+$")
_DELIMITERS = ",;\t"
BOOKS = (".xlsx", ".xlsm")
UNPACKED = ".lines"  # a workbook that was written down, a list of cells each line
MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class SheetRow:
    """`number` is the row as a spreadsheet counts it: the header is 1. `cells` by column name, spaces trimmed."""

    number: int
    cells: dict[str, str]


Watch = Callable[[Iterator[SheetRow]], Iterator[SheetRow]]


@dataclass(frozen=True)
class Sheet:
    """A table with its header. Empty rows are left out; they keep their numbers."""

    name: str
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]

    def require(self, columns: Iterable[str]) -> None:
        """Raise Refused, naming the columns that are missing and those there are."""
        missing = [column for column in columns if column not in self.header]
        if missing:
            raise Refused(
                _(
                    "%(file)s lacks the columns %(missing)s. It has: %(found)s. Rename its columns in the first row."
                )
                % {"file": self.name, "missing": ", ".join(missing), "found": ", ".join(self.header)}
            )


class SheetFile:
    """A table read row by row, as often as asked, in memory that does not grow with it (but for an .xlsx's texts)."""

    def __init__(
        self, path: Path, encoding: str = "", *, name: str = "", watch: Watch = lambda rows: rows
    ) -> None:
        """`watch` is given the rows as they are read, and hands them on."""
        _check(path)
        self._path, self._encoding, self.name, self._watch = path, encoding, name or path.name, watch
        self.header, _numbered = _header(path.name, self._lines())

    def rows(self) -> Iterator[SheetRow]:
        """Every row below the header that holds anything. Raises Refused where the text cannot be read."""
        header, numbered = _header(self.name, self._lines())
        yield from self._watch(
            SheetRow(number, _cells(header, line))
            for number, line in numbered
            if any(cell.strip() for cell in line)
        )

    def _lines(self) -> Iterator[Sequence[str]]:
        if self._path.suffix == UNPACKED:
            return _unpacked(self._path)
        if self._path.suffix.casefold() in BOOKS:
            return _streamed_book(self._path)
        return _streamed_text(self._path, self._encoding)


Lines = Iterator[Sequence[str]]


def unpack_book(path: Path, into: Path, watch: Callable[[Lines, int], Lines]) -> None:
    """Write a workbook's first sheet down line by line: a large one takes long to open, each time anew.

    `watch` is given the lines and how many there are, 0 where the book does not say. Raises Refused.
    """
    _check(path)
    book = _book(path)
    try:
        sheet = book.worksheets[0]
        lines = ([_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
        with into.open("w", encoding="utf-8") as file:
            for line in watch(lines, sheet.max_row or 0):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    finally:
        book.close()


def _unpacked(path: Path) -> Iterator[Sequence[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _streamed_book(path: Path) -> Iterator[Sequence[str]]:
    book = _book(path)
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [_text(cell) for cell in row]
    finally:
        book.close()


def _streamed_text(path: Path, encoding: str) -> Iterator[Sequence[str]]:
    with path.open("rb") as raw:
        start = raw.read(4)
    marked = next((name for mark, name in _MARKS.items() if start.startswith(mark)), "utf-8")
    number = 1
    try:
        with path.open(encoding=encoding or marked, newline="") as file:
            delimiter = max(_DELIMITERS, key=file.readline().count)
            file.seek(0)
            csv.field_size_limit(10_000_000)
            for line in csv.reader(file, delimiter=delimiter):
                if any("\0" in cell for cell in line):
                    raise Refused(
                        _("%(file)s is not a text file. Save it as CSV (UTF-8).") % {"file": path.name}
                    )
                number += 1
                yield line
    except LookupError as unknown:
        raise Refused(_("%(name)s is no encoding. Try cp1252 or utf-8.") % {"name": encoding}) from unknown
    except UnicodeError as broken:
        raise Refused(_not_utf8(path.name, number)) from broken
    except csv.Error as broken:
        raise Refused(
            _("%(file)s is not a text file. Save it as CSV (UTF-8).") % {"file": path.name}
        ) from broken


def read_sheet(path: Path, encoding: str = "") -> Sheet:
    """Read a .csv, .tsv, .txt or .xlsx file (its first sheet). Raises Refused with what to do.

    Text is taken as UTF-8 (or what its byte order mark says) unless `encoding` names another.
    """
    _check(path)
    return _sheet(path.name, _xlsx(path) if path.suffix.casefold() in BOOKS else _csv(path, encoding))


def _check(path: Path) -> None:
    if not path.is_file():
        raise Refused(_("There is no file %(file)s.") % {"file": path})
    if path.stat().st_size > MOST_BYTES:
        raise Refused(_("%(file)s is larger than 200 MB. Split it into several files.") % {"file": path.name})
    if path.suffix.casefold() in (".xls", ".ods", ".numbers"):
        raise Refused(
            _("%(file)s is a kind of spreadsheet that is not read. Save it as .xlsx or as CSV (UTF-8).")
            % {"file": path.name}
        )


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file that spreadsheets open well (UTF-8 with mark). A cell is never taken for a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([plain_text(cell) for cell in row] for row in rows)


def plain_text(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula; numbers stay as they are."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.match(cell) else cell


def _csv(path: Path, encoding: str) -> Iterable[Sequence[str]]:
    raw = path.read_bytes()
    marked = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding or marked)
    except LookupError as unknown:
        raise Refused(_("%(name)s is no encoding. Try cp1252 or utf-8.") % {"name": encoding}) from unknown
    except UnicodeDecodeError as broken:
        line = raw[: broken.start].count(b"\n") + 1
        raise Refused(_not_utf8(path.name, line)) from broken
    if "\0" in text:
        raise Refused(_("%(file)s is not a text file. Save it as CSV (UTF-8).") % {"file": path.name})
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(10_000_000)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _not_utf8(file: str, line: int) -> str:
    return _(
        "%(file)s is not written in UTF-8 (line %(line)s). In the spreadsheet, save it as “CSV UTF-8”;"
        " or, if it comes from an older Windows program, give --encoding cp1252."
    ) % {"file": file, "line": line}


def _book(path: Path) -> "Workbook":
    try:
        import openpyxl  # only here: it is large, and most visits open no workbook

        return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as broken:
        raise Refused(
            _("%(file)s cannot be opened as a spreadsheet. Open it and save it again as .xlsx.")
            % {"file": path.name}
        ) from broken


def _xlsx(path: Path) -> Iterable[Sequence[str]]:
    book = _book(path)
    try:
        return [[_text(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    finally:
        book.close()


def _text(cell: object) -> str:
    """A cell as a person would type it: days in ISO form, whole numbers without a point."""
    match cell:
        case None:
            return ""
        case dt.datetime():
            day_only = cell.time() == dt.time(0)
            return cell.date().isoformat() if day_only else cell.isoformat(sep=" ", timespec="minutes")
        case dt.date() | dt.time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell)


def _header(
    name: str, lines: Iterable[Sequence[str]]
) -> tuple[tuple[str, ...], Iterator[tuple[int, Sequence[str]]]]:
    """The names of the columns, and what lies below. A title of one cell above a fuller line is passed over."""
    numbered = enumerate(lines, start=1)
    header: tuple[str, ...] = ()
    below: list[tuple[int, Sequence[str]]] = []
    for number, line in numbered:
        filled = sum(bool(cell.strip()) for cell in line)
        if header and filled:
            if filled > 1 and sum(map(bool, header)) == 1 and len(line) > 1:
                header = tuple(cell.strip() for cell in line)
            else:
                below = [(number, line)]
            break
        if filled:
            header = tuple(cell.strip() for cell in line)
            if filled > 1:
                break
    if not any(header):
        raise Refused(_("%(file)s is empty: its first row should name the columns.") % {"file": name})
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise Refused(
            _("%(file)s has these columns more than once: %(columns)s. Give each column its own name.")
            % {"file": name, "columns": ", ".join(twice)}
        )
    return header, chain(below, numbered)


def _sheet(name: str, lines: Iterable[Sequence[str]]) -> Sheet:
    header, numbered = _header(name, lines)
    rows = [
        SheetRow(number, _cells(header, line))
        for number, line in numbered
        if any(cell.strip() for cell in line)
    ]
    return Sheet(name, header, tuple(rows))


def _cells(header: tuple[str, ...], line: Sequence[str]) -> dict[str, str]:
    padded = [*line, *[""] * (len(header) - len(line))]
    return {column: _as_typed(cell.strip()) for column, cell in zip(header, padded, strict=False) if column}


def _as_typed(cell: str) -> str:
    """A cell without the mark that `plain_text` put before it, so that what was given back can be taken in again."""
    bare = cell[1:]
    return bare if cell.startswith("'") and plain_text(bare) == cell else cell
