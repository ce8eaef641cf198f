"""One table in each kind of file. What writes Word and Excel is large, and is loaded with the first such file."""

import csv
import html
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from linkwork.exchange.sheets.table import plain_text
from linkwork.exchange.word.tables import add_table, clean

Value = str | int | float
WIDE, NARROW = 48, 14
LONGEST_CELL = 32_000  # a spreadsheet holds 32,767 characters in a cell


@dataclass(frozen=True)
class Grid:
    """A table whose first column names its rows. `notes` say what was counted; `wide`: cells hold sentences."""

    title: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    lang: str = "en"
    dir: str = "ltr"
    wide: bool = False


@dataclass(frozen=True)
class Format:
    """A kind of file: how its name ends, what it is on the web, and how it is written."""

    ending: str
    media_type: str
    write: Callable[[Grid], bytes]


def written(grid: Grid, ending: str) -> tuple[bytes, Format]:
    """The table as a file of this kind. Raises KeyError for a kind that is not written."""
    kind = FORMATS[ending]
    return kind.write(grid), kind


def _csv(grid: Grid) -> bytes:
    """UTF-8 with its mark, so that spreadsheet programs read letters rightly."""
    out = io.StringIO()
    lines = csv.writer(out)
    for row in (grid.heads, *grid.rows):
        lines.writerow([plain_text(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _xlsx(grid: Grid) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "".join(mark for mark in grid.title if mark not in "[]:*?/\\'")[:31] or "1"
    sheet.sheet_view.rightToLeft = grid.dir == "rtl"
    for line, row in enumerate((grid.heads, *grid.rows), start=1):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(line, place)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
                cell.data_type = "s"  # what begins like a formula stays text
            else:
                cell.value = value
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if line == 1 or place == 1:
                cell.font = Font(bold=True)
    for place in range(1, len(grid.heads) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDE if place == 1 or grid.wide else NARROW
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    said = book.create_sheet(_("About this table")[:31])
    for line, note in enumerate((grid.title, *grid.notes), start=1):
        said.cell(line, 1).value = ILLEGAL_CHARACTERS_RE.sub("", note)
        said.cell(line, 1).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _docx(grid: Grid) -> bytes:
    import docx
    from docx.enum.section import WD_ORIENT

    paper = docx.Document()
    paper.core_properties.title = clean(grid.title)
    paper.core_properties.language = grid.lang
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    paper.add_heading(clean(grid.title), 1)
    add_table(paper, grid.heads, tuple(tuple(map(str, row)) for row in grid.rows))
    for note in grid.notes:
        paper.add_paragraph(clean(note))
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _html(grid: Grid) -> bytes:
    def cells(row: tuple[Value, ...]) -> str:
        first, *others = (html.escape(str(cell)).replace("\n", "<br>") for cell in row)
        return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others) + "</tr>"

    heads = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in grid.heads)
    notes = "".join(f"<p>{html.escape(note)}</p>" for note in grid.notes)
    title = html.escape(grid.title)
    style = (
        "body{font:1rem/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}caption{text-align:start;"
        "font-weight:bold;padding:.5rem 0}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:start;"
        "vertical-align:top}"
    )
    return (
        f'<!doctype html><html lang="{html.escape(grid.lang)}" dir="{grid.dir}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{style}</style></head><body><table><caption>{title}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(map(cells, grid.rows))}</tbody></table>{notes}</body></html>\n"
    ).encode()


FORMATS = {
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "docx": Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    "csv": Format("csv", "text/csv; charset=utf-8", _csv),
    "html": Format("html", "text/html; charset=utf-8", _html),
}
