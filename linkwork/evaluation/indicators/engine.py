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

    def table(self, name: str) -> Any:
        """An Ibis table, read from its Parquet file when it is first asked for."""
        if name not in self._tables:
            self._tables[name] = self._backend.read_parquet(str(self._paths[name]))
        return self._tables[name]

    def has(self, name: str) -> bool:
        """Whether the extract has this table."""
        return name in self._paths

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The expression's rows as plain Python values."""
        found: list[dict[str, Any]] = self._backend.to_pyarrow(expression).to_pylist()
        return found


@contextmanager
def opened(paths: dict[str, Path]) -> Iterator[Engine]:
    """An engine for the tables at `paths`, closed at the end."""
    import ibis  # costs a second, so only when something is counted

    backend = ibis.connect(settings.ENGINE)
    try:
        yield Engine(backend, paths)
    finally:
        backend.disconnect()
