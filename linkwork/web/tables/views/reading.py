"""A written matrix to read: some rows and columns at a time, whole to print, or as a file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.reads import MatrixCard, MatrixRow
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell
from linkwork.web.tables.labels import FILES
from linkwork.web.tables.presenters import written as present
from linkwork.web.tables.presenters.gathered import By, gathered, gathered_grid
from linkwork.web.tables.views.matrices import TAB, file_of

ROWS = 25
COLUMNS = 8


@require_GET
def matrix(request: Request, matrix_id: UUID) -> HttpResponse:
    """The matrix by source, by who speaks or by stage; `all` for printing, `as` for a file."""
    card = reads.matrix(request.viewer, matrix_id)
    said = request.GET.get("by", "")
    by = By(said) if said in list(By) else By.SOURCE
    if "as" in request.GET:
        return _file(request, card, by)
    whole = "all" in request.GET
    start = _number(request.GET, "from")
    size = None if whole or by is not By.SOURCE else ROWS
    found = reads.matrix_rows(request.viewer, card, start if size else 0, size)
    column = 0 if whole else min(_number(request.GET, "column"), len(card.themes) - 1) // COLUMNS * COLUMNS
    shown, rows = _columns(card, found.rows, column, None if whole else COLUMNS)
    after = start + len(found.rows)
    values = {
        "matrix": {"id": card.id, "title": card.title, "rapid": card.kind is MatrixKind.RAPID},
        "themes": [one.name for one in shown.themes],
        "rows": present.rows(shown, rows) if by is By.SOURCE else gathered(shown, rows, by),
        "by": by.value,
        "ways": [{"name": name, "by": one.value, "here": one is by} for one, name in _ways()],
        "pages": [] if whole else _pages(card, by, start, column),
        "kept": urlencode({"by": by.value, "column": column}),
        "before": max(start - ROWS, 0) if start and size else None,
        "after": after if size and after < found.of else None,
        "stale": sum(cell.since.stale for row in rows for cell in row.cells),
        "files": {key: FILES[key] for key in ("xlsx", "docx", "csv", "html")},
    }
    return page(request, "tables/matrix.html", values | shell(request.viewer, card.study_id, TAB))


def _file(request: Request, card: MatrixCard, by: By) -> HttpResponse:
    drawn = _("Drawn on %(day)s.") % {"day": date_said(local_day(request.at))}
    rows = reads.matrix_rows(request.viewer, card, size=None).rows
    if by is By.SOURCE:
        return file_of(request, present.grid(card, rows, [drawn]), "matrix")
    return file_of(request, gathered_grid(card, rows, by, [drawn]), "matrix")


def _columns(
    card: MatrixCard, rows: tuple[MatrixRow, ...], column: int, size: int | None
) -> tuple[MatrixCard, tuple[MatrixRow, ...]]:
    """The matrix with the columns that are shown alone."""
    here = slice(column, column + size if size else None)
    narrowed = tuple(replace(row, cells=row.cells[here]) for row in rows)
    return replace(card, themes=card.themes[here]), narrowed


def _pages(card: MatrixCard, by: By, start: int, column: int) -> list[dict[str, Any]]:
    """The ways to the other columns; none where all are shown."""
    if len(card.themes) <= COLUMNS:
        return []
    return [
        {
            "name": _("%(first)s to %(last)s")
            % {"first": first + 1, "last": min(first + COLUMNS, len(card.themes))},
            "query": urlencode({"by": by.value, "from": start, "column": first}),
            "here": first == column,
        }
        for first in range(0, len(card.themes), COLUMNS)
    ]


def _ways() -> list[tuple[By, str]]:
    return [(By.SOURCE, _("By source")), (By.GROUP, _("By who speaks")), (By.STAGE, _("By stage"))]


def _number(said: Mapping[str, str], name: str) -> int:
    value = said.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
