"""Two extracts side by side, as the plain values of the page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.comparing import Compared, Moved
from linkwork.evaluation.indicators.reads import Figure, number
from linkwork.extracts.rules.comparing import Differences, TableChange
from linkwork.instruments.indicators import Shape
from linkwork.web.figures import lines

Row = list[Any]


def shown(found: Compared) -> dict[str, Any]:
    """Everything that differs, table by table; what is alike is only counted."""
    said = found.differences
    return {
        "one": lines.line(found.one, {}),
        "other": lines.line(found.other, {}),
        "alike": not said.any and not found.moved,
        "pseudonyms": said.same_pseudonyms,
        "taking": _taking(said),
        "tables": [_table(one) for one in said.tables if one.changed],
        "tables_alike": sum(not one.changed for one in said.tables),
        "definitions": [[name, *_both(pair)] for name, pair in said.definitions.items()],
        "labels": [[f"{list_id}: {code}", *_both(pair)] for (list_id, code), pair in said.labels.items()],
        "mapping": [
            [f"{name}: {word}" if word else name, *_both(pair)] for (name, word), pair in said.mapping.items()
        ],
        "figures": [_figure(one) for one in found.moved],
        "figures_alike": len(found.figures) - len(found.moved),
        "told": bool(found.figures),
    }


def _taking(said: Differences) -> list[Row]:
    rows: list[Row] = []
    if said.origin:
        words = lines.origins()
        rows.append([_("Where the rows come from"), *(words.get(one, one) for one in said.origin)])
    if said.days:
        days = {"exact": _("exact"), "month": _("only the month"), "shifted": _("moved")}
        rows.append([_("Days about people"), *(days.get(one, one) for one in said.days)])
    if said.part:
        cuts = [", ".join(lines.part_words(_side(said.part, place))) for place in (0, 1)]
        rows.append([_("Part of the record"), *(cut or "–" for cut in cuts)])
    return rows


def _side(part: Mapping[str, tuple[str | None, str | None]], place: int) -> dict[str, str]:
    return {name: said for name, pair in part.items() if (said := pair[place])}


def _both(pair: tuple[str | None, str | None]) -> list[str]:
    return [one or "–" for one in pair]


def _table(one: TableChange) -> Row:
    columns = [
        _("new: %(columns)s") % {"columns": ", ".join(one.added)} if one.added else "",
        _("gone: %(columns)s") % {"columns": ", ".join(one.gone)} if one.gone else "",
        _("of another form: %(columns)s") % {"columns": ", ".join(one.otherwise)} if one.otherwise else "",
    ]
    return [one.name, *(number(rows) for rows in one.rows), "; ".join(said for said in columns if said)]


def _figure(one: Moved) -> Row:
    return [_(one.definition.title), _value(one.one), _value(one.other)]


def _value(one: Figure | None) -> str:
    if one is None:
        return _("cannot be told")
    if one.small:
        return _("few, hidden")
    if one.definition.shape is not Shape.SHARE or one.value is None:
        return one.shown
    said = {"value": one.shown, "part": number(one.numerator), "whole": number(one.denominator)}
    return _("%(value)s %% (%(part)s of %(whole)s)") % said
