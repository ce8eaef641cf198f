"""Which rows were taken already? Their ids on disk, beside the extract in the making, so that memory does not grow."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

AT_ONCE = 20_000  # ids that wait in memory before they are written down


class KeptIds:
    """Ids by table, in a file that goes when the extract is made."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: set[tuple[str, bytes]] = set()

    def add(self, table: str, ids: Sequence[UUID | str]) -> None:
        """Remember some."""
        self._waiting.update((table, _bytes(one)) for one in ids)
        if len(self._waiting) >= AT_ONCE:
            self._write()

    def has(self, table: str, row_id: UUID | str | None) -> bool:
        """Whether it was taken."""
        if row_id is None:
            return False
        found = (table, _bytes(row_id))
        if found in self._waiting:
            return True
        query = "SELECT 1 FROM kept WHERE name = ? AND id = ?"
        return self._connection.execute(query, found).fetchone() is not None

    def _write(self) -> None:
        self._connection.execute("BEGIN")
        for found in self._waiting:
            self._connection.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", found)
        self._connection.execute("COMMIT")
        self._waiting.clear()


@contextmanager
def kept_ids(folder: Path) -> Iterator[KeptIds]:
    """An empty memory in a file of `folder`, gone at the end."""
    path = folder / "kept.sqlite"
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE kept (name TEXT, id BLOB, PRIMARY KEY (name, id)) WITHOUT ROWID")
            yield KeptIds(connection)
    finally:
        path.unlink(missing_ok=True)


def _bytes(row_id: UUID | str) -> bytes:
    return row_id.bytes if isinstance(row_id, UUID) else row_id.encode()
