"""What does this contact log from elsewhere say, row by row?

Every row is either good, and goes in, or refused with its number, its column, what is wrong and what to do. Rows that
contradict each other are listed and go in as they are.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.days import Days
from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets import log_values
from linkwork.exchange.sheets.log_columns import columns_of, mapped
from linkwork.exchange.sheets.log_days import MONTH_FIRST, order_of
from linkwork.exchange.sheets.log_values import Fault
from linkwork.exchange.sheets.log_words import MOST_UNKNOWN, SHIPPED, LogWords, OwnWords
from linkwork.exchange.sheets.table import Sheet, SheetFile, SheetRow
from linkwork.extracts import actions
from linkwork.extracts.rules.logs import Conflict, Contradiction, LogContact
from linkwork.extracts.rules.mappings import LogMapping
from linkwork.extracts.rules.parts import Part
from linkwork.extracts.spool import Spool

REASONS = ("row", "what is wrong", "what to do")  # the columns that refused rows are given back with
Readers = Mapping[str, Callable[[str], object]]


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
    """The whole file, on disk: good rows and refused ones together are every row. `mapping`: how it was read.

    `unknown` counts words of closed lists that were not known and went in as "other", by column and word.
    """

    name: str
    header: tuple[str, ...]
    mapping: LogMapping
    spool: Spool
    unknown: dict[tuple[str, str], int]

    @property
    def columns(self) -> Mapping[str, str]:
        """Which column was read as what, by field."""
        return self.mapping.columns

    @property
    def taken(self) -> int:
        """How many rows go in."""
        return self.spool.count

    @property
    def rows_read(self) -> int:
        """All rows below the header that hold anything."""
        return self.taken + self.spool.refused

    @property
    def left_out(self) -> tuple[str, ...]:
        """Columns that were not read: they stay outside."""
        taken = {*self.columns.values(), *REASONS}
        return tuple(column for column in self.header if column and column not in taken)

    @property
    def refused(self) -> Iterator[RefusedRow]:
        """The rows that do not go in."""
        for line, (cells, complaints) in self.spool.turned_back():
            yield RefusedRow(line, tuple(cells), tuple(Complaint(*one) for one in complaints))

    def contradictions(self, most: int | None = None) -> list[Contradiction]:
        """Rows that cannot both be right; at most so many."""
        return self.spool.contradictions(most)


def read_log(
    sheet: Sheet | SheetFile,
    today: dt.date,
    told: Mapping[str, str] | None = None,
    order: str = "",
    own: OwnWords = SHIPPED,
    *,
    mapping: LogMapping | None = None,
    spool: Spool | None = None,
) -> ContactLog:
    """Read a log, row by row. `told` maps a column to a field where the heading does not say.

    `own` are the words of the programme's own lists. `order` says how days like 12/03/2026 were meant: `DAY_FIRST` or
    `MONTH_FIRST`. With a `mapping`, columns and words are read as it says, and nothing is guessed. Raises Refused where
    the columns for people and days cannot be found, or such days could be meant either way and nobody said which.
    """
    columns = (
        mapped(sheet.header, mapping.columns, sheet.name)
        if mapping
        else columns_of(sheet.header, told or {}, sheet.name)
    )
    order = (
        order
        or (mapping.order if mapping else "")
        or order_of(row.cells.get(columns["occurred_on"], "") for row in _rows(sheet))
    )
    words = LogWords(own, mapping.words if mapping else None)
    readers = _readers(today, order, words)
    spool, unknown = spool or Spool(), Counter[tuple[str, str]]()

    def good() -> Iterator[LogContact]:
        for row in _rows(sheet):
            words.missed.clear()
            found = _read(row, columns, readers)
            if isinstance(found, LogContact):
                _count(row, {columns[name] for name in words.missed}, unknown)
                yield found
            else:
                cells = [row.cells.get(column, "") for column in sheet.header]
                spool.turn_back(row.number, [cells, [astuple(one) for one in found]])

    spool.take(good())
    read_as = LogMapping(columns, words.met, order, sheet.header)
    return ContactLog(sheet.name, sheet.header, read_as, spool, dict(unknown))


def mend(log: ContactLog, sheet: Sheet | SheetFile, today: dt.date, own: OwnWords = SHIPPED) -> ContactLog:
    """The log with rows that were refused and come back put right, known by the number they were given back with.

    What is still wrong stays refused, as it now stands; rows of another number change nothing. Raises Refused where
    the sheet lacks the columns.
    """
    columns = mapped(sheet.header, log.columns, sheet.name)
    words = LogWords(own, log.mapping.words)
    readers = _readers(today, log.mapping.order, words)

    def good() -> Iterator[LogContact]:
        for row in _rows(sheet):
            line = int(number) if (number := row.cells.get(REASONS[0], "")).isdecimal() else 0
            if not log.spool.put_right(line):
                continue
            found = _read(SheetRow(line, row.cells), columns, readers)
            if isinstance(found, LogContact):
                yield found
            else:
                cells = [row.cells.get(column, "") for column in log.header]
                log.spool.turn_back(line, [cells, [astuple(one) for one in found]])

    log.spool.take(good())
    met = {name: {**log.mapping.words.get(name, {}), **found} for name, found in words.met.items()}
    return replace(log, mapping=replace(log.mapping, words={**log.mapping.words, **met}))


def _rows(sheet: Sheet | SheetFile) -> Iterable[SheetRow]:
    return sheet.rows() if isinstance(sheet, SheetFile) else sheet.rows


def _read(row: SheetRow, columns: Mapping[str, str], readers: Readers) -> LogContact | list[Complaint]:
    values: dict[str, Any] = {}
    complaints = []
    for field, column in columns.items():
        try:
            values[field] = readers[field](row.cells.get(column, ""))
        except Fault as fault:
            complaints.append(Complaint(column, fault.reason, fault.what_to_do))
    return complaints or LogContact(line=row.number, **values)


def _count(row: SheetRow, columns: Iterable[str], unknown: Counter[tuple[str, str]]) -> None:
    for column in columns:
        word = column, row.cells.get(column, "")
        if word in unknown or len(unknown) < MOST_UNKNOWN:
            unknown[word] += 1


def _readers(today: dt.date, order: str, words: LogWords) -> Readers:
    return {
        "person": _person,
        "occurred_on": lambda text: log_values.day(text, today, month_first=order == MONTH_FIRST),
        "worker": lambda text: text or None,
        "marked_first": words.first,
        "mode": lambda text: words.one("mode", text),
        "site_kind": lambda text: words.one("site_kind", text),
        "language": lambda text: words.one("language", text),
        "minutes": log_values.minutes,
        "topics": lambda text: words.several("topics", text),
        "support": lambda text: words.several("support", text),
    }


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
    def refused(self) -> Iterable[RefusedRow]:
        """The rows."""


def refused_table(log: Refusing) -> tuple[list[str], list[Sequence[str]]]:
    """The refused rows as a table to put right and import again: header and rows, with the reasons at the end."""
    return refused_header(log), list(refused_rows(log))


def refused_header(log: Refusing) -> list[str]:
    """The columns of that table."""
    return [*(column for column in log.header if column not in REASONS), *REASONS]


def refused_rows(log: Refusing) -> Iterator[Sequence[str]]:
    """The rows of that table, one after the other."""
    for one in log.refused:
        yield [
            *(cell for column, cell in zip(log.header, one.cells, strict=True) if column not in REASONS),
            str(one.row),
            "; ".join(f"{fault.column}: {fault.reason}" for fault in one.complaints),
            " ".join(dict.fromkeys(fault.what_to_do for fault in one.complaints)),
        ]


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


def take_in(
    log: ContactLog,
    *,
    by: Viewer,
    at: dt.datetime,
    name: str = "",
    study_key: str = actions.STUDY_KEY,
    days: Days = Days.EXACT,
    part: Part | None = None,
) -> UUID:
    """Make an extract of the good rows. Its id. Raises NotAllowed, Invalid, and Refused where no row is good."""
    if not log.taken:
        raise Refused(_("No row of %(file)s could be taken, so no extract was made.") % {"file": log.name})
    return actions.take_log(
        contacts=log.spool,
        by=by,
        at=at,
        name=name,
        study_key=study_key,
        days=days,
        part=part or Part(),
        mapping=log.mapping,
    )
