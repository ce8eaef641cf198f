"""Which machine counts? The one LINKWORK_ENGINE names: DuckDB inside this process, or Spark where data outgrow it.

Only Ibis expressions are sent to it, so that no figure is written twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings


class Engine:
    """An open engine with the tables of one extract."""

    def __init__(self, backend: Any, paths: dict[str, Path]) -> None:
        self._backend = backend
        self._paths = paths
        self._tables: dict[str, Any] = {}
        self._read: dict[str, list[dict[str, Any]]] = {}

    def table(self, name: str) -> Any:
        """An Ibis table, read from its Parquet file when it is first asked for."""
        if name not in self._tables:
            self._tables[name] = self._backend.read_parquet(str(self._paths[name]))
        return self._tables[name]

    def has(self, name: str) -> bool:
        """Whether the extract has this table."""
        return name in self._paths

    def whole(self, name: str) -> list[dict[str, Any]]:
        """Every row of a small table that many questions need: read once, not to be changed."""
        if name not in self._read:
            self._read[name] = self.rows(self.table(name))
        return self._read[name]

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The expression's rows as plain Python values.

        DuckDB is asked for them directly: the way through Arrow loads pandas, half a second and 50 MB for a few rows.
        """
        if self._backend.name != "duckdb":
            found: list[dict[str, Any]] = self._backend.to_pyarrow(expression).to_pylist()
            return found
        names = expression.columns
        rows = self._backend.con.execute(self._backend.compile(expression)).fetchall()
        return [dict(zip(names, row, strict=True)) for row in rows]


SPARK = "spark://"


@contextmanager
def opened(paths: dict[str, Path]) -> Iterator[Engine]:
    """An engine for the tables at `paths`, closed at the end. Spark's workers must see the same paths."""
    import ibis  # costs a second, so only when something is counted

    address = settings.ENGINE
    backend = _spark(address) if address.startswith(SPARK) else _here(ibis.connect(address))
    try:
        yield Engine(backend, paths)
    finally:
        backend.disconnect()


def _here(backend: Any) -> Any:
    """DuckDB in this process. It gives memory back while it counts: 10 million contacts take a sixth less.

    What does not fit in memory it writes into LINKWORK_HOME, which is private; left alone, into the working folder.
    """
    spilled = str(Path(settings.HOME) / "counting").replace("'", "''")
    backend.con.execute("SET allocator_flush_threshold = '8MB'")
    backend.con.execute(f"SET temp_directory = '{spilled}'")
    return backend


def _spark(address: str) -> Any:
    """A session on the cluster whose master is at `address`, `spark://HOST:PORT`.

    Days and months are those of UTC, as in DuckDB; what is asked is small, so few partitions are shuffled.
    """
    import ibis
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(address)
        .appName("Linkwork figures")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)
