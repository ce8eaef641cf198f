"""What does this contact log from elsewhere say, row by row?

Every row is either good, and goes in, or refused with its number, its column, what is wrong and what to do. Rows that
contradict each other are listed and go in as they are.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets import log_values
from linkwork.exchange.sheets.log_columns import columns_of
from linkwork.exchange.sheets.log_values import OTHER, Fault
from linkwork.exchange.sheets.table import Sheet, SheetRow
from linkwork.extracts import actions
from linkwork.extracts.rules.logs import Conflict, Contradiction, LogContact, contradictions


@dataclass(frozen=True)
class Complaint:
    """One fault of one row: which column, what is wrong, what to do."""

    column: str
    reason: str
    what_to_do: str


@dataclass(frozen=True)
class RefusedRow:
    """A row that does not go in, with its cells as they were."""

    row: int
    cells: tuple[str, ...]
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True)
class ContactLog:
    """The whole file: `contacts` and `refused` together are every row. `columns` says which column was read as what.

    `unknown` counts words of closed lists that were not known and went in as "other", by column and word.
    """

    name: str
    header: tuple[str, ...]
    columns: dict[str, str]
    contacts: tuple[LogContact, ...]
    refused: tuple[RefusedRow, ...]
    contradictions: tuple[Contradiction, ...]
    unknown: dict[tuple[str, str], int]

    @property
    def rows_read(self) -> int:
        """All rows below the header that hold anything."""
        return len(self.contacts) + len(self.refused)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Columns that were not read: they stay outside."""
        return tuple(column for column in self.header if column and column not in self.columns.values())


def read_log(sheet: Sheet, today: dt.date, told: Mapping[str, str] | None = None) -> ContactLog:
    """Read a log. `told` maps a column to a field where the heading does not say.

    Raises Refused where the columns for people and days cannot be found.
    """
    columns = columns_of(sheet.header, told or {}, sheet.name)
    contacts, refused, unknown = [], [], Counter[tuple[str, str]]()
    for row in sheet.rows:
        found = _read(row, columns, today, unknown)
        if isinstance(found, LogContact):
            contacts.append(found)
        else:
            cells = tuple(row.cells.get(column, "") for column in sheet.header)
            refused.append(RefusedRow(row.number, cells, tuple(found)))
    return ContactLog(
        sheet.name,
        sheet.header,
        columns,
        tuple(contacts),
        tuple(refused),
        tuple(contradictions(contacts)),
        dict(unknown),
    )


def _read(
    row: SheetRow, columns: Mapping[str, str], today: dt.date, unknown: Counter[tuple[str, str]]
) -> LogContact | list[Complaint]:
    values: dict[str, Any] = {}
    complaints = []
    words: list[tuple[str, str]] = []
    for field, column in columns.items():
        text = row.cells.get(column, "")
        try:
            values[field] = _reader(field, today)(text)
        except Fault as fault:
            complaints.append(Complaint(column, fault.reason, fault.what_to_do))
        else:
            if values[field] == OTHER or (isinstance(values[field], tuple) and OTHER in values[field]):
                words.append((column, text))
    if complaints:
        return complaints
    unknown.update(words)
    return LogContact(line=row.number, **values)


def _reader(field: str, today: dt.date) -> Callable[[str], object]:
    return {
        "person": _person,
        "occurred_on": lambda text: log_values.day(text, today),
        "worker": lambda text: text or None,
        "marked_first": log_values.first,
        "mode": log_values.mode,
        "site_kind": log_values.site,
        "language": log_values.language,
        "minutes": log_values.minutes,
        "topics": log_values.topics,
        "support": log_values.support,
    }[field]


def _person(text: str) -> str:
    if not text:
        raise Fault(
            _("nobody is named"), _("Write the person’s code, or a word that stands for an unknown person.")
        )
    return text


class Refusing(Protocol):
    """A file of which some rows could not be taken."""

    @property
    def header(self) -> tuple[str, ...]:
        """Its columns."""

    @property
    def refused(self) -> tuple[RefusedRow, ...]:
        """The rows."""


def refused_table(log: Refusing) -> tuple[list[str], list[Sequence[str]]]:
    """The refused rows as a table to put right and import again: header and rows, with the reasons at the end."""
    header = [*log.header, "row", "what is wrong", "what to do"]
    rows: list[Sequence[str]] = [
        [
            *one.cells,
            str(one.row),
            "; ".join(f"{fault.column}: {fault.reason}" for fault in one.complaints),
            " ".join(dict.fromkeys(fault.what_to_do for fault in one.complaints)),
        ]
        for one in log.refused
    ]
    return header, rows


def contradiction_words(found: Contradiction) -> str:
    """A contradiction as a sentence with the rows' numbers."""
    numbers = {"row": found.line, "other": found.other_line}
    if found.conflict is Conflict.SECOND_FIRST:
        return (
            _(
                "Row %(row)s marks a first contact with somebody whose first contact is marked in row %(other)s."
            )
            % numbers
        )
    return (
        _("Row %(row)s is marked as a repeat, on a day before the first contact in row %(other)s.") % numbers
    )


def take_in(log: ContactLog, *, by: Viewer, at: dt.datetime, name: str = "") -> UUID:
    """Make an extract of the good rows. Its id. Raises NotAllowed, and Refused where no row is good."""
    if not log.contacts:
        raise Refused(_("No row of %(file)s could be taken, so no extract was made.") % {"file": log.name})
    return actions.take_log(contacts=log.contacts, by=by, at=at, name=name)
