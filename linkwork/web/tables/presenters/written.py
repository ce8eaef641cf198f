"""A written matrix on the page and as a file."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from linkwork.evaluation.coding.reads import Cited, MatrixCard, MatrixCell, MatrixRow, SummaryCard
from linkwork.evaluation.coding.rules.tables.summaries import Since
from linkwork.exchange.grids import Grid
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.presenters.findings import passage_address


def rows(card: MatrixCard, found: Collection[MatrixRow]) -> list[dict[str, Any]]:
    """The rows of the page; each cell says what is in it and whether it must be read again."""
    return [
        {
            "id": str(row.source.id),
            "title": row.source.title,
            "lang": row.source.language,
            "href": reverse("tables:case", args=[card.id, row.source.id]),
            "cells": [_cell(card, row, cell) for cell in row.cells],
        }
        for row in found
    ]


def _cell(card: MatrixCard, row: MatrixRow, cell: MatrixCell) -> dict[str, Any]:
    return {
        "href": reverse("tables:matrix_cell", args=[card.id, cell.theme_id, row.source.id]),
        "text": cell.summary.text if cell.summary else "",
        "passages": passages(len(cell.coding_ids)),
        "any": bool(cell.coding_ids),
        "stale": cell.since.stale,
        "theme": card.theme(cell.theme_id).name,
    }


def passages(count: int) -> str:
    """How many passages stand in a cell."""
    return ngettext("%(n)s passage", "%(n)s passages", count) % {"n": count}


def passages_of(cited: Mapping[UUID, Cited], order: Collection[UUID]) -> list[dict[str, Any]]:
    """The passages of a cell, in the order of the text."""
    return [
        {
            "id": str(one.id),
            "words": one.text,
            "lang": one.language,
            "dir": one.direction.value,
            "href": passage_address(one),
            "may_quote": one.may_quote,
        }
        for key in order
        if (one := cited.get(key))
    ]


def since(found: Since) -> list[str]:
    """What has become of a cell's passages, in sentences."""
    said = []
    if found.came:
        n = len(found.came)
        said.append(ngettext("%(n)s passage came since.", "%(n)s passages came since.", n) % {"n": n})
    if found.changed:
        n = len(found.changed)
        said.append(ngettext("%(n)s passage changed since.", "%(n)s passages changed since.", n) % {"n": n})
    if found.gone:
        n = len(found.gone)
        said.append(ngettext("%(n)s passage went since.", "%(n)s passages went since.", n) % {"n": n})
    return said


def written(cards: Collection[SummaryCard]) -> list[dict[str, str]]:
    """The history of a cell."""
    return [
        {
            "text": one.text or _("Emptied."),
            "who": _("%(who)s, %(day)s")
            % {"who": one.written_by or _("The system"), "day": date_said(local_day(one.written_at))},
        }
        for one in cards
    ]


def grid(card: MatrixCard, found: Collection[MatrixRow], more: list[str]) -> Grid:
    """The matrix as a file takes it: summaries, and how many passages stand behind each."""
    lines: list[tuple[str | int | float, ...]] = []
    for row in found:
        cells = []
        for cell in row.cells:
            said = cell.summary.text if cell.summary else ""
            if cell.coding_ids:
                said = f"{said} [{passages(len(cell.coding_ids))}]".strip()
            if cell.since.stale:
                said = f"{said} [{_('to be read again')}]"
            cells.append(said)
        lines.append((row.source.title, *cells))
    notes = (_("In brackets: how many passages were coded, and what is to be read again."), *more)
    return Grid(
        card.title,
        notes,
        (_("Source"), *(one.name for one in card.themes)),
        tuple(lines),
        lang=get_language() or "en",
        dir="rtl" if get_language_bidi() else "ltr",
        wide=True,
    )
