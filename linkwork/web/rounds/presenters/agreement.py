"""Agreement as a small table, with what must be read beside it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.coding.reads import Asked
from linkwork.evaluation.coding.reads.agreement import why
from linkwork.evaluation.coding.rules.agreement import Coefficient, Undefined, Unit
from linkwork.web.rounds.labels import COEFFICIENTS, UNITS
from linkwork.web.rounds.presenters.rounds import unit_said

Kept = dict[str, Any]  # what `reads.records.as_json` makes of figures


def table(found: Kept) -> dict[str, Any]:
    """Columns and rows: all codes together first, then one by one; a cell has its interval, or why it is empty."""
    names = [one["coefficient"] for one in (found["pooled"] or [])]
    if len(found["coders"]) != 2 and Coefficient.COHEN in names:
        names.remove(Coefficient.COHEN)
    names.append(Coefficient.U_ALPHA)
    rows = []
    if found["pooled"] or found["together"]:
        rows.append(
            {
                "name": _("All codes together"),
                "given": "",
                "cells": _cells([*found["pooled"], *found["together"]], names),
            }
        )
    rows += [
        {"name": one["name"], "given": given(one["given"]), "cells": _cells(one["found"], names)}
        for one in found["codes"]
    ]
    return {"columns": [COEFFICIENTS[Coefficient(one)] for one in names], "rows": rows}


STRENGTHS = (Coefficient.ALPHA_ORDINAL, Coefficient.ALPHA_INTERVAL)


def strengths(found: Kept) -> dict[str, Any]:
    """How far coders agree on how strongly, code by code; no rows where fewer than two have said it."""
    rows = [
        {"name": one["name"], "cells": _cells(one["found"], STRENGTHS)}
        for one in found["codes"]
        if any(each["coefficient"] in STRENGTHS for each in one["found"])
    ]
    return {"columns": [COEFFICIENTS[one] for one in STRENGTHS], "rows": rows}


def given(shares: Sequence[float | None]) -> str:
    """How often each coder gave the code, in their order: "22 % / 31 %"."""
    return " / ".join("–" if one is None else share(one) for one in shares)


def share(value: float) -> str:
    """A share as a percentage; what is rare keeps a digit."""
    digits = 1 if 0 < value < 0.1 else 0
    return _("%(n)s %%") % {"n": number_format(round(value * 100, digits), digits)}


def number(value: float, coefficient: str) -> str:
    """A coefficient to two digits; percent agreement as a percentage."""
    if coefficient == Coefficient.PERCENT:
        return share(value)
    return number_format(round(value, 2) + 0.0, 2).replace("-", "−")


def basis(found: Kept, asked: Asked) -> list[str]:
    """What the figures stand on, in whole sentences: never shown without."""
    said = [_("Compared by: %(unit)s.") % {"unit": named_unit(asked.unit, asked.window)}]
    names = ", ".join(one["name"] for one in found["coders"])
    sources = ngettext("%(n)s source read", "%(n)s sources read", found["sources"]) % {"n": found["sources"]}
    said.append(_("%(coders)s; %(sources)s.") % {"coders": names, "sources": sources})
    if found["pooled"] and found["codes"]:
        one = found["codes"][0]["found"][0]
        units = ngettext("%(n)s unit", "%(n)s units", one["units"]) % {"n": number_format(one["units"])}
        said.append(
            _("%(units)s rated by two coders or more; %(missing)s ratings missing.")
            % {"units": units, "missing": number_format(one["missing"])}
        )
    if asked.draws:
        said.append(
            _("Intervals: 95 %% of %(draws)s draws, seed %(seed)s; drawn: %(drawn)s.")
            % {"draws": asked.draws, "seed": asked.seed, "drawn": _drawn(found)}
        )
    return said


def named_unit(unit: Unit, window: int | None) -> str:
    """The unit of the figures by name."""
    return _("the coders’ own passages") if unit is Unit.CONTINUUM else unit_said(unit, window)


def csv_rows(found: Kept, asked: Asked) -> tuple[list[str], list[list[str]]]:
    """Every coefficient with all digits, one a row: header and rows, ready for a file."""
    header = [
        _("Code"), _("Frame"), _("Coefficient"), _("Value"), _("From"), _("To"), _("Unit"), _("Window"),
        _("Units"), _("Missing"), _("Coders"), _("What was drawn"), _("Draws"), _("Seed"), _("Why there is no value"),
    ]  # fmt: skip
    together = _("All codes together")
    lines = [("", together, one) for one in (*found["pooled"], *found["together"])]
    lines += [(one["frame"], one["name"], each) for one in found["codes"] for each in one["found"]]
    names = "; ".join(one["name"] for one in found["coders"])
    rows = [
        [
            name, frame, str(COEFFICIENTS[Coefficient(one["coefficient"])]), _plain(one["value"]),
            _plain(one["lower"]), _plain(one["upper"]), one["unit"], str(asked.window or ""),
            str(one["units"]), str(one["missing"]), names, one["drawn"],
            str(asked.draws or ""), str(asked.seed if asked.draws else ""), _why(one),
        ]
        for frame, name, one in lines
    ]  # fmt: skip
    return header, rows


def low_prevalence(found: Kept) -> bool:
    """Whether kappa is likely to mislead here: much agreement, a rare code, a low kappa."""
    for one in found["codes"]:
        by = {each["coefficient"]: each["value"] for each in one["found"]}
        percent, kappa = by.get(Coefficient.PERCENT), by.get(Coefficient.FLEISS)
        if percent is not None and kappa is not None and percent >= 0.9 and kappa < 0.4:
            return True
    return False


def _cells(found: Iterable[Kept], names: Sequence[str]) -> list[dict[str, str]]:
    by = {one["coefficient"]: one for one in found}
    return [_cell(by.get(name)) for name in names]


def _cell(one: Kept | None) -> dict[str, str]:
    if one is None:
        return {"said": "–", "why": "", "between": ""}
    if one["value"] is None:
        return {"said": "–", "why": _why(one), "between": ""}
    between = ""
    if one["lower"] is not None:
        between = _("%(from)s to %(to)s") % {
            "from": number(one["lower"], one["coefficient"]),
            "to": number(one["upper"], one["coefficient"]),
        }
    return {"said": number(one["value"], one["coefficient"]), "why": "", "between": between}


def _why(one: Kept) -> str:
    return why(Undefined(one["why"])) if one["why"] else ""


def _plain(value: float | None) -> str:
    return "" if value is None else repr(round(value, 6))


def _drawn(found: Kept) -> str:
    drawn = {one["drawn"] for one in found["pooled"] if one["drawn"]} or {Unit.PARAGRAPH.value}
    return ", ".join(str(UNITS[Unit(one)]).casefold() for one in sorted(drawn))
