"""The rows of a foreign log on their way in: on disk, so that memory does not grow with the file.

They are read once and asked three times: for the contacts, for what they were about, for the cases. Where rows
contradict each other is asked here too; see `rules.logs.contradictions`, which says the same of rows in memory.
"""

import datetime as dt
import json
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from linkwork.extracts.rules.logs import Conflict, Contradiction, LogContact

ROWS_AT_ONCE = 10_000
MAKE = """
CREATE TABLE IF NOT EXISTS log (
    line INTEGER PRIMARY KEY, person TEXT NOT NULL, day TEXT NOT NULL, worker TEXT, mode TEXT, site_kind TEXT,
    language TEXT, minutes INTEGER, first INTEGER, topics TEXT NOT NULL, support TEXT NOT NULL
)
"""
MAKE_REFUSED = "CREATE TABLE IF NOT EXISTS refused (line INTEGER PRIMARY KEY, said TEXT NOT NULL)"
COUNTED = "SELECT (SELECT count(*) FROM log), (SELECT count(*) FROM refused)"
PUT = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SECOND_FIRST = """
SELECT line, held FROM (
    SELECT line, first_value(line) OVER (PARTITION BY person ORDER BY day, line) AS held FROM log WHERE first = 1
) WHERE line <> held
"""
BEFORE_FIRST = """
SELECT log.line, held.line FROM log JOIN (
    SELECT person, day, line, row_number() OVER (PARTITION BY person ORDER BY day, line) AS place
    FROM log WHERE first = 1
) AS held ON held.person = log.person AND held.place = 1 WHERE log.first = 0 AND log.day < held.day
"""


class Spool:
    """Rows of a log in a file that goes with it. `batches` says how often some were written down.

    With `path` the file lies there and stays; what it holds already is there.
    """

    def __init__(self, path: Path | None = None) -> None:
        folder = "" if path else tempfile.mkdtemp(prefix="linkwork-log-")
        self._connection = sqlite3.connect(path or Path(folder) / "log.sqlite", isolation_level=None)
        self.close = weakref.finalize(self, _gone, self._connection, folder)
        for said in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", MAKE, MAKE_REFUSED):
            self._connection.execute(said)
        self.batches = self.count = self.refused = 0
        [(self.count, self.refused)] = self._connection.execute(COUNTED)

    def put_right(self, line: int) -> bool:
        """Forget that a row did not go in, as it goes in now. Whether it was one of those."""
        gone = self._connection.execute("DELETE FROM refused WHERE line = ?", (line,)).rowcount
        self.refused -= gone
        return bool(gone)

    def turn_back(self, line: int, said: object) -> None:
        """Keep a row that does not go in, as plain values, to give it back."""
        self._connection.execute("INSERT INTO refused VALUES (?, ?)", (line, json.dumps(said)))
        self.refused += 1

    def turned_back(self) -> Iterator[tuple[int, Any]]:
        """The rows that do not go in, by line."""
        for line, said in self._connection.execute("SELECT line, said FROM refused ORDER BY line"):
            yield line, json.loads(said)

    def take(self, contacts: Iterable[LogContact]) -> None:
        """Write down rows as they come, some at a time."""
        waiting = iter(contacts)
        while batch := list(islice(waiting, ROWS_AT_ONCE)):
            self._connection.execute("BEGIN")
            for one in batch:
                self._connection.execute(PUT, _written(one))
            self._connection.execute("COMMIT")
            self.batches += 1
            self.count += len(batch)

    def contacts(self) -> Iterator[LogContact]:
        """Every row, by line."""
        for row in self._connection.execute("SELECT * FROM log ORDER BY line"):
            yield _read(row)

    def first_days(self) -> Iterator[tuple[str, dt.date]]:
        """Each person and the earliest day, in the order they come up in the log."""
        asked = "SELECT person, min(day) FROM log GROUP BY person ORDER BY min(line)"
        for person, day in self._connection.execute(asked):
            yield person, dt.date.fromisoformat(day)

    def people(self) -> int:
        """How many different people the rows are about."""
        (found,) = self._connection.execute("SELECT count(DISTINCT person) FROM log").fetchone()
        return int(found)

    def contradictions(self, most: int | None = None) -> list[Contradiction]:
        """Rows that cannot both be right, by line; at most so many."""
        both = (
            f"SELECT * FROM (SELECT line, held, '{Conflict.SECOND_FIRST}' AS kind FROM ({SECOND_FIRST})"
            f" UNION ALL SELECT *, '{Conflict.FOLLOW_UP_BEFORE_FIRST}' FROM ({BEFORE_FIRST}))"
            " ORDER BY 1, 3 LIMIT ?"
        )
        rows = self._connection.execute(both, (-1 if most is None else most,))
        return [Contradiction(line, other, Conflict(kind)) for line, other, kind in rows]


@contextmanager
def spooled(contacts: Iterable[LogContact] = ()) -> Iterator[Spool]:
    """A spool with these rows in it, gone at the end."""
    spool = Spool()
    try:
        spool.take(contacts)
        yield spool
    finally:
        spool.close()


def _gone(connection: sqlite3.Connection, folder: str) -> None:
    connection.close()
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def _written(one: LogContact) -> tuple[object, ...]:
    return (
        one.line, one.person, one.occurred_on.isoformat(), one.worker, one.mode, one.site_kind, one.language,
        one.minutes, one.marked_first, json.dumps(one.topics), json.dumps(one.support),
    )  # fmt: skip


def _read(row: tuple[object, ...]) -> LogContact:
    line, person, day, worker, mode, site_kind, language, minutes, first, topics, support = row
    return LogContact(
        line, person, dt.date.fromisoformat(str(day)), worker, mode, site_kind, language, minutes,  # type: ignore[arg-type]
        None if first is None else bool(first), tuple(json.loads(str(topics))), tuple(json.loads(str(support))),
    )  # fmt: skip
