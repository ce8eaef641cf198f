"""A database file from a stranger, read without trusting a word of it.

Nothing but plain tables is read, by statements of ours alone: no view, no virtual table, no function of the file's own
(in a generated column, say), no other file, and nothing longer or slower than a project of texts can be.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

MAGIC = b"SQLite format 3\x00"
LONGEST_VALUE = 50_000_000  # bytes of one text
MOST_ROWS = 500_000  # of one table
MOST_CHARACTERS = 400_000_000  # of all that is read: a broken file can show the same page again and again
SECONDS = 60.0
STEPS = 100_000  # of the engine between two looks at the clock
ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}


class Tables:
    """The plain tables of an opened file."""

    def __init__(self, base: sqlite3.Connection, name: str) -> None:
        self._base, self._name, self._left = base, name, MOST_CHARACTERS
        plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        self.columns = {
            table: self._columns(table) for (table,) in self._ask(plain) if isinstance(table, str)
        }

    def has(self, *tables: str) -> bool:
        """Whether all of these are there."""
        return set(tables) <= self.columns.keys()

    def rows(self, table: str, *columns: str, order: str = "") -> list[dict[str, Any]]:
        """The rows of a table as dictionaries; None for a column it does not have, no row for no table."""
        there = self.columns.get(table, ())
        asked = [one for one in columns if one in there]
        if not asked:
            return []
        sql = f"SELECT {', '.join(map(_quoted, asked))} FROM {_quoted(table)}"
        if order in there:
            sql += f" ORDER BY {_quoted(order)}"
        empty = dict.fromkeys(columns)
        return [empty | dict(zip(asked, row, strict=True)) for row in self._ask(sql)]

    def _columns(self, table: str) -> tuple[str, ...]:
        """The stored columns: one that is counted on reading is an expression of the file's own."""
        return tuple(one[1] for one in self._ask(f"PRAGMA table_xinfo({_quoted(table)})") if one[6] == 0)

    def _ask(self, sql: str) -> list[tuple[Any, ...]]:
        found = []
        for row in self._base.execute(sql):
            found.append(row)
            self._left -= sum(len(cell) for cell in row if isinstance(cell, str | bytes))
            if len(found) > MOST_ROWS or self._left < 0:
                raise Refused(_("%(file)s is too large to be read at once.") % {"file": self._name})
        return found


@contextmanager
def tables_of(data: bytes, name: str) -> Iterator[Tables]:
    """The tables of a SQLite file. Raises Refused for what is none, is damaged, or takes too long."""
    if not data.startswith(MAGIC):
        raise Refused(_("%(file)s is no database file.") % {"file": name})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "project.db"
        path.write_bytes(data)
        base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            _lock(base)
            yield Tables(base, name)
        except sqlite3.Error:
            words = _("%(file)s is damaged, or is no project: it cannot be read.")
            raise Refused(words % {"file": name}) from None
        finally:
            base.close()


def _lock(base: sqlite3.Connection) -> None:
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA cell_size_check = ON")
    base.execute("PRAGMA query_only = ON")
    base.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    base.text_factory = lambda raw: raw.decode("utf-8", "replace")
    base.set_authorizer(_answer)
    end = time.monotonic() + SECONDS
    base.set_progress_handler(lambda: time.monotonic() > end, STEPS)


def _answer(doing: int, about: str | None, *_more: str | None) -> int:
    allowed = doing in ALLOWED or (doing == sqlite3.SQLITE_PRAGMA and about == "table_xinfo")
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
