"""A written matrix read by who speaks or by stage: what was written about their sources, gathered cell by cell."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.coding.reads import MatrixCard, MatrixRow
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.exchange.grids import Grid
from linkwork.web.study.labels import GROUPS, STAGES
from linkwork.web.tables.presenters.written import passages


class By(StrEnum):
    """What a row stands for."""

    SOURCE = "source"
    GROUP = "group"
    STAGE = "stage"


LABELS: Mapping[By, Mapping[Any, Any]] = {By.GROUP: GROUPS, By.STAGE: STAGES}


def gathered(card: MatrixCard, found: Sequence[MatrixRow], by: By) -> list[dict[str, Any]]:
    """A row for each group or stage that any source is of, those that say none last."""
    rows = []
    for key, name in [*LABELS[by].items(), (None, _("Not said"))]:
        inside = [row for row in found if _key(row.source, by) is key]
        if inside:
            cells = [_cell(card, inside, number) for number in range(len(card.themes))]
            rows.append({"id": str(key or "none"), "title": str(name), "of": len(inside), "cells": cells})
    return rows


def gathered_grid(card: MatrixCard, found: Sequence[MatrixRow], by: By, notes: Sequence[str]) -> Grid:
    """The same as a file takes it."""
    lines = tuple(
        (
            row["title"],
            *(
                "\n".join(f"{one['title']}: {one['text']}" for one in cell["written"])
                or (f"[{cell['passages']}]" if cell["any"] else "")
                for cell in row["cells"]
            ),
        )
        for row in gathered(card, found, by)
    )
    return Grid(
        card.title,
        tuple(notes),
        (_("Who speaks") if by is By.GROUP else _("Stage"), *(one.name for one in card.themes)),
        lines,
        lang=get_language() or "en",
        dir="rtl" if get_language_bidi() else "ltr",
        wide=True,
    )


def _cell(card: MatrixCard, inside: Sequence[MatrixRow], number: int) -> dict[str, Any]:
    cells = [(row.source, row.cells[number]) for row in inside]
    count = sum(len(cell.coding_ids) for _source, cell in cells)
    return {
        "passages": passages(count),
        "any": bool(count),
        "written": [
            {
                "title": source.title,
                "lang": source.language,
                "text": cell.summary.text,
                "stale": cell.since.stale,
                "href": reverse("tables:matrix_cell", args=[card.id, cell.theme_id, source.id]),
            }
            for source, cell in cells
            if cell.summary
        ],
    }


def _key(source: SourceLine, by: By) -> Any:
    return source.group if by is By.GROUP else source.stage
