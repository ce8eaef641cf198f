"""Every public function of an actions file is an action: keyword-only, with `by` and `at`, in one transaction."""

import importlib
import inspect
from pathlib import Path
from types import FunctionType

import pytest

from linkwork.testing.house import PACKAGE, ROOT

FILES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if (path.stem == "actions" or path.parent.name == "actions")
    and path.name != "__init__.py"
    and "tests" not in path.parts
    and path.parent.name != "core"
)


def public_functions(path: Path) -> list[FunctionType]:
    """The functions a file itself defines under names without an underscore."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return [
        value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and not name.startswith("_") and value.__module__ == module.__name__
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_actions_keep_their_form(path: Path) -> None:
    for function in public_functions(path):
        name = function.__qualname__
        assert getattr(function, "is_action", False), f"{name} lacks @action"
        parameters = inspect.signature(function).parameters
        assert all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in parameters.values()), (
            f"{name} takes positional arguments"
        )
        assert {"by", "at"} <= set(parameters), f"{name} is not told who acts and when"
        assert inspect.getdoc(function), f"{name} has no docstring"
