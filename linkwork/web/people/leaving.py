"""What of the practice report may leave the house: which numbers are hidden so that none can be worked out again?

The tables share totals: contacts by month, by place and by worker each add up to the contacts of the whole, first and
repeat contacts too, and who was met for the first time stands for the first contacts. So hiding small numbers table by
table is not enough. A nought is not hidden at first: it says nobody, not somebody.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from linkwork.core.numbers import SMALLEST_SHOWN, hidden_cells
from linkwork.web.people.reporting import Part, Row

Place = tuple[int, int]  # which table, which row


def leaving(parts: Sequence[Part]) -> list[Part]:
    """The report as it may leave the house: small numbers are hidden, and what they could be worked out from."""
    rows = {(n, m): row for n, part in enumerate(parts) for m, row in enumerate(part.rows)}
    hidden = {(n, m) for n, part in enumerate(parts) for m in _small(part)}
    while more := _given_away(rows, hidden) - hidden:
        hidden |= more
    return [_shown_of(part, {m for at, m in hidden if at == n}) for n, part in enumerate(parts)]


def _small(part: Part) -> set[int]:
    """The rows of one table that are small; where it is parts of a total, also those that would give them back."""
    counts = {f"{m:06}": _people(row) for m, row in enumerate(part.rows) if not row.follows}
    if part.parts:
        return {int(name) for name in hidden_cells(counts)}
    return {int(name) for name, count in counts.items() if 0 < count < SMALLEST_SHOWN}


def _people(row: Row) -> int:
    """What a row is hidden by: its people where it counts other things as well."""
    return row.values[-1 if len(row.values) == 2 else 0] or 0


def _given_away(rows: dict[Place, Row], hidden: set[Place]) -> set[Place]:
    """What would give a hidden row back: the same number elsewhere, the other parts of one sum, what it took."""
    same = {rows[at].same for at in hidden} - {""}
    sums = {rows[at].adds_up for at in hidden} - {""}
    return {
        at
        for at, row in rows.items()
        if row.same in same or row.adds_up in sums or (row.follows and row.follows in same)
    }


def _shown_of(part: Part, small: set[int]) -> Part:
    rows = tuple(
        replace(row, url="", values=tuple(None for _value in row.values))
        if m in small
        else replace(row, url="")
        for m, row in enumerate(part.rows)
    )
    return replace(part, rows=rows, hides=bool(small))


def shown(value: int | None) -> str:
    """A number as it leaves the house. Hidden ones are not all small, so that which ones are does not show."""
    return _("hidden") if value is None else str(value)
