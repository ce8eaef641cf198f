"""A table of codings as a matrix on the page and as a file."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language, get_language_bidi, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from linkwork.evaluation.coding.reads import CodeTable, TableLine
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.asked import Across, Asked, Count, Kind, Near
from linkwork.evaluation.studies.rules import Group
from linkwork.exchange.grids import Grid
from linkwork.exchange.pictures import heat_step
from linkwork.programmes.rules import Stage
from linkwork.web.study.labels import GROUPS, STAGES, VALENCES
from linkwork.web.tables.labels import COLUMNS, COUNTS, NEAR

MOST_COLUMNS = 60
HOW = {
    Count.STRENGTH: gettext_lazy(
        "c = n12 / (n1 + n2 − n12): 0 is never together, 1 is never apart. Rare codes make it unsteady."
    ),
    Count.PASSAGES: gettext_lazy("Stretches that overlap count as one passage, whoever coded them."),
    Count.WORDS: gettext_lazy("In Chinese every character counts as a word."),
}


def column_name(asked: Asked, line: TableLine) -> str:
    """What a column is called."""
    if line.name:
        return line.name
    if not line.key:
        return _("Not said")
    match asked.across:
        case Across.GROUP:
            return str(GROUPS[Group(line.key)])
        case Across.STAGE:
            return str(STAGES[Stage(line.key)])
        case Across.VALENCE:
            return str(VALENCES[Valence(line.key)])
    return line.key


def said(asked: Asked, value: float) -> str:
    """A value of a cell."""
    if asked.count is Count.STRENGTH:
        return f"{value:.2f}"
    if asked.each:
        return f"{value:.1f}"
    return str(int(value))


def matrix(table: CodeTable, link: Callable[[str, str], str]) -> dict[str, Any]:
    """`columns` as names and `rows` of cells, as the matrix component takes them; at most MOST_COLUMNS columns."""
    shown, most = table.columns[:MOST_COLUMNS], table.most
    rows = []
    for row in table.rows:
        cells = []
        for column in shown:
            cell = table.cells.get((row.key, column.key))
            cells.append(
                {
                    "n": said(table.asked, cell.value) if cell else "",
                    "heat": heat_step(cell.value, most) if cell else 0,
                    "href": link(row.key, column.key) if cell else "",
                }
            )
        rows.append({"name": row.name, "cells": cells})
    return {
        "columns": [column_name(table.asked, one) for one in shown],
        "rows": rows,
        "left": len(table.columns) - len(shown),
    }


def strongest(table: CodeTable, most: int = 5) -> list[str]:
    """The fullest cells, as sentences."""
    names = {one.key: one.name for one in table.rows}
    columns = {one.key: column_name(table.asked, one) for one in table.columns}
    ordered = sorted(table.cells.items(), key=lambda item: (-item[1].value, item[0]))
    if table.asked.kind is Kind.TOGETHER and table.asked.frame_b in ("", table.asked.frame_a):
        ordered = [item for item in ordered if item[0][0] < item[0][1]]  # each pair once
    return [
        _("%(row)s × %(column)s: %(n)s")
        % {"row": names[pair[0]], "column": columns[pair[1]], "n": said(table.asked, cell.value)}
        for pair, cell in ordered[:most]
    ]


def title(asked: Asked, book: Codebook) -> str:
    """What the table shows, in a line."""
    a = book.frame(asked.frame_a).name if asked.frame_a else _("All codes")
    if asked.kind is Kind.TOGETHER:
        b = book.frame(asked.frame_b).name if asked.frame_b else a
        return _("%(a)s with %(b)s") % {"a": a, "b": b}
    return _("%(a)s by %(b)s") % {"a": a, "b": str(COLUMNS[asked.across]).lower()}


def notes(table: CodeTable) -> list[str]:
    """What was counted and how, in sentences."""
    asked = table.asked
    found = [_("Counted: %(what)s.") % {"what": str(COUNTS[asked.count]).lower()}]
    if asked.kind is Kind.TOGETHER:
        found += _together(asked)
    found += [str(HOW[asked.count])] if asked.count in HOW else []
    if asked.each:
        found.append(_("Each number is divided by the sources its column speaks of."))
    found += [_("Only: %(what)s.") % {"what": str(label).lower()} for label in _narrowed(asked)]
    if asked.layer is Layer.CODERS:
        found.append(_("Every coder’s own codings, without what they settled on."))
    found.append(
        _("%(codings)s codings in %(sources)s sources were looked at.")
        % {"codings": table.codings, "sources": table.sources}
    )
    return found


def _together(asked: Asked) -> list[str]:
    found = [_("Together means: %(where)s.") % {"where": str(NEAR[asked.near]).lower()}]
    if asked.near is Near.REACH:
        said = ngettext(
            "At most %(n)s character lies between the two.",
            "At most %(n)s characters lie between the two.",
            asked.reach,
        )
        found.append(said % {"n": asked.reach})
    if asked.near is Near.TURN:
        found.append(_("Where a source names no speakers, its paragraphs stand for turns."))
    return found


def _narrowed(asked: Asked) -> list[object]:
    """What the table looks at alone, as it is called."""
    by_key = (STAGES.get(_or_none(Stage, asked.stage)), GROUPS.get(_or_none(Group, asked.group)))
    return [one for one in (*by_key, VALENCES.get(_or_none(Valence, asked.valence))) if one]


def _or_none(kind: Any, said: str) -> Any:
    return kind(said) if said else None


def grid(table: CodeTable, title: str, more: list[str]) -> Grid:
    """The table as a file takes it, with the total of each code and the sources of each column."""
    asked = table.asked
    across = asked.kind is Kind.ACROSS
    heads = (_("Code"), *(column_name(asked, one) for one in table.columns), *([_("All")] if across else []))
    rows: list[tuple[str | int | float, ...]] = [
        (
            row.name,
            *(_number(table, row.key, column.key) for column in table.columns),
            *([row.total] if across else []),
        )
        for row in table.rows
    ]
    if across:
        rows.append((_("Sources of the column"), *(one.total for one in table.columns), table.sources))
    return Grid(
        title,
        (*notes(table), *more),
        heads,
        tuple(rows),
        lang=get_language() or "en",
        dir="rtl" if get_language_bidi() else "ltr",
    )


def _number(table: CodeTable, row: str, column: str) -> float | int:
    cell = table.cells.get((row, column))
    value = round(cell.value, 4) if cell else 0
    return int(value) if value == int(value) else value
