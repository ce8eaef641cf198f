"""Where frames meet as a matrix, and quotations as a wall."""

from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.coding.reads import Cited, Overlap, Quote
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.exchange.pictures import heat_step
from linkwork.web.study.labels import GROUPS, VALENCE_CHIPS, VALENCES

STRONGEST = 5
SHOWN = 100


def matrix(table: Overlap, link: Callable[[str, str], str] | None) -> dict[str, Any]:
    """`columns` as names and `rows` of cells, as the matrix component takes them; only lines that were used."""
    most = max((cell.passages for cell in table.cells.values()), default=0)
    rows = []
    for row in table.rows:
        cells = []
        for column in table.columns:
            cell = table.cells.get((row.construct.id, column.construct.id))
            count = cell.passages if cell else 0
            href = link(row.construct.id, column.construct.id) if cell and link else ""
            cells.append({"n": count or "", "heat": heat_step(count, most), "href": href})
        rows.append({"name": row.construct.name, "cells": cells})
    return {
        "columns": [column.construct.name for column in table.columns],
        "rows": rows,
        "meets": bool(table.cells),
    }


def strongest(table: Overlap) -> list[str]:
    """The meetings with most passages, as sentences."""
    name_a = {line.construct.id: line.construct.name for line in table.rows}
    name_b = {line.construct.id: line.construct.name for line in table.columns}
    ordered = sorted(table.cells.items(), key=lambda item: (-item[1].passages, item[0]))
    return [
        ngettext("%(a)s meets %(b)s in %(n)s passage.", "%(a)s meets %(b)s in %(n)s passages.", cell.passages)
        % {"a": name_a[pair[0]], "b": name_b[pair[1]], "n": cell.passages}
        for pair, cell in ordered[:STRONGEST]
    ]


def quote_rows(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    """The wall of quotations, at most SHOWN."""
    return [
        {
            "id": str(one.id),
            "words": one.text,
            "before": one.before,
            "after": one.after,
            "lang": one.language,
            "dir": one.direction.value,
            "title": one.source_title,
            "href": passage_address(one),
            "group": GROUPS[one.group] if one.group else "",
            "stage": one.stage.value if one.stage else "",
            "codes": [name for _frame, _construct, name in one.codes],
            "valence": VALENCES[one.valence],
            "chip": VALENCE_CHIPS[one.valence],
            "memo": one.memo,
            "coder": one.coder,
            "may_quote": one.may_quote,
        }
        for one in quotes[:SHOWN]
    ]


def passage_address(one: Quote | Cited) -> str:
    """Where a passage is read in its text: a coder's on the desk, one of the consensus where it was decided."""
    if one.origin is Origin.CONSENSUS:
        return reverse("rounds:settled", args=[one.id])
    return f"{reverse('study:desk', args=[one.source_id])}#c-{one.id}"


def settled(count: int, layer: Layer) -> str:
    """Which codings are shown where some sources have a consensus, as a sentence; empty where none has one."""
    if not count:
        return ""
    if layer is Layer.CODERS:
        return _("Every coder’s own codings are shown, not the consensus.")
    return ngettext(
        "%(n)s source is read by its consensus, the others by every coder’s own codings.",
        "%(n)s sources are read by their consensus, the others by every coder’s own codings.",
        count,
    ) % {"n": count}


def found(count: int) -> str:
    """How many passages were found, as a sentence."""
    if count > SHOWN:
        return _("%(n)s passages; the first %(shown)s are shown. Narrow them to read the others.") % {
            "n": count,
            "shown": SHOWN,
        }
    return ngettext("%(n)s passage", "%(n)s passages", count) % {"n": count}
