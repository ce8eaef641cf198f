"""Which rows does an action hold until it is done? SQLite holds everything, so a test asks the question instead."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import QuerySet


def holding(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> list[str]:
    """The tables from which `do` took rows to hold, by model name, in the order in which it did."""
    found: list[str] = []
    hold: Any = QuerySet.select_for_update

    def noted(rows: Any, *args: Any, **options: Any) -> Any:
        found.append(rows.model.__name__)
        return hold(rows, *args, **options)

    with monkeypatch.context() as patched:
        patched.setattr(QuerySet, "select_for_update", noted)
        do()
    return list(dict.fromkeys(one for one in found if one != "Head"))  # the trail's own
