"""Writes live in `actions` and nowhere else: read from the syntax tree of every file."""

import ast
from pathlib import Path

from linkwork.testing.house import PACKAGE, ROOT

WRITES = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "raw",
    "executemany",
}
# Words that also belong to dictionaries, sets, hashes and files: there they write no row.
NOT_A_TABLE = {"update", "delete", "save", "create", "raw"}


def writes_in(text: str) -> list[tuple[int, str]]:
    """(line, name) of each call that looks like a write to a table.

    A call counts when its name writes and its receiver is a queryset or a row: `X.objects...`, or, for the names
    that other objects also have, a chain that runs through `objects`.
    """
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            through_objects = any(
                isinstance(part, ast.Attribute)
                and part.attr in {"objects", "_base_manager", "_default_manager"}
                for part in ast.walk(node.func)
            )
            on_a_row = node.func.attr in {"save", "delete"} and not node.args
            if through_objects or on_a_row or node.func.attr not in NOT_A_TABLE:
                found.append((node.lineno, node.func.attr))
    return found


def is_actions(path: Path) -> bool:
    """Whether a file is an `actions.py` or lies in an `actions` folder."""
    return path.stem == "actions" or "actions" in path.parts


def test_only_actions_write() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if not is_actions(path) and "migrations" not in path.parts and "tests" not in path.parts
        for line, name in writes_in(path.read_text("utf-8"))
    ]
    assert wrong == []


def test_planted_writes_are_found() -> None:
    assert writes_in("Person.objects.filter(id=1).update(name='x')") == [(1, "update")]
    assert writes_in("row.save()") == [(1, "save")]
    assert writes_in("row.save(update_fields=['x'])") == [(1, "save")]
    assert writes_in("Person.objects.bulk_create(rows)") == [(1, "bulk_create")]
    assert writes_in("row.delete()") == [(1, "delete")]
    assert writes_in("values.update(other)") == []
