"""Arrow without pandas: the first list it is given it holds beside pandas' kinds of list, and loads pandas for that.

Nobody here has such a list, and loading pandas takes half a second and 50 MB. Whoever does ask Arrow for one of its
tables, as Spark's bridge, has it loaded then.
"""

import sys
from collections.abc import Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import Any


@cache
def arrow() -> Any:
    """The package `pyarrow`, which has looked for pandas and gone on without."""
    import pyarrow  # costs a quarter of a second, so only when it is asked for

    if "pandas" not in sys.modules:
        absent = _NoPandas()
        sys.meta_path.insert(0, absent)
        try:
            pyarrow.array([])
        finally:
            sys.meta_path.remove(absent)
    return pyarrow


class _NoPandas(MetaPathFinder):
    """As if pandas were not installed."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name)
