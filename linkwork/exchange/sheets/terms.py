"""A list of terms as a sheet: one row for each term, and one more for each further code it has in other systems."""

from collections.abc import Iterable
from dataclasses import replace

from linkwork.exchange.sheets.table import Sheet, plain_text
from linkwork.instruments.rules.terms import Code, Term

COLUMNS = ("code", "label", "hint", "hidden", "system", "system_code", "display", "version", "licence")
NEEDED = ("code", "label")
YES = {"yes", "y", "true", "1", "x", "oui", "ja"}


def rows_of(terms: Iterable[Term]) -> tuple[list[str], list[list[str]]]:
    """The header and the rows. No cell is taken for a formula."""
    rows = []
    for term in terms:
        for code in list(term.codes.values()) or [Code("", "")]:
            said = (
                term.code,
                term.label,
                term.hint,
                "yes" if term.hidden else "",
                code.system,
                code.code,
                code.display,
                code.version,
                code.licence,
            )
            rows.append([plain_text(cell) for cell in said])
    return list(COLUMNS), rows


def terms_of(sheet: Sheet) -> tuple[list[Term], list[int]]:
    """The terms in the order of the sheet, and the row each began in. Raises Refused where a column is missing."""
    sheet.require(NEEDED)
    found: list[Term] = []
    numbers: list[int] = []
    for row in sheet.rows:
        cells = {name: row.cells.get(name, "").strip().removeprefix("'") for name in COLUMNS}
        mapped = (
            Code(cells["system"], cells["system_code"], cells["display"], cells["version"], cells["licence"])
            if cells["system"]
            else None
        )
        again = bool(cells["code"]) and bool(found) and found[-1].code == cells["code"] and mapped is not None
        if again and mapped is not None:
            found[-1] = replace(found[-1], codes={**found[-1].codes, mapped.system: mapped})
            continue
        found.append(
            Term(
                cells["code"],
                cells["label"],
                cells["hint"],
                hidden=cells["hidden"].casefold() in YES,
                codes={mapped.system: mapped} if mapped else {},
            )
        )
        numbers.append(row.number)
    return found, numbers
