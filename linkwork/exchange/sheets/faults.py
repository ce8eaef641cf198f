"""What is wrong with the rows that were refused? The same fault of many rows is one line: it is put right once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from linkwork.exchange.sheets.contact_log import RefusedRow

MOST_LOOKED_AT, MOST_LISTED, MOST_NAMED = 10_000, 20, 5


@dataclass
class _Fault:
    """One fault: `count` rows have it, the first of them by number; in these columns; what to do."""

    reason: str
    what_to_do: str
    count: int = 0
    rows: list[int] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)

    def of(self, row: int, column: str) -> None:
        """One more cell of it. The cells come row by row."""
        if column and column not in self.columns:
            self.columns.append(column)
        if self.rows[-1:] != [row]:
            self.count += 1
            self.rows.append(row)


def faults(rows: Iterable[RefusedRow]) -> list[dict[str, Any]]:
    """The commonest faults as plain values, in the order of their first rows where they are as common.

    Of more refused rows than `MOST_LOOKED_AT` the first ones are looked at, so that a page of a large file stays quick.
    """
    found: dict[tuple[str, str], _Fault] = {}
    for one in islice(rows, MOST_LOOKED_AT):
        for said in one.complaints:
            key = (said.reason, said.what_to_do)
            found.setdefault(key, _Fault(*key)).of(one.row, said.column)
    listed = sorted(found.values(), key=lambda one: -one.count)[:MOST_LISTED]
    return [
        {
            "reason": one.reason,
            "what_to_do": one.what_to_do,
            "count": one.count,
            "rows": one.rows[:MOST_NAMED],
            "columns": one.columns[:MOST_NAMED],
            "more_columns": len(one.columns) > MOST_NAMED,
            "all": len(found),
        }
        for one in listed
    ]
