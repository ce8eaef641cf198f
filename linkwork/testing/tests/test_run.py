"""Does the file that starts everything hand over well?"""

import os
from pathlib import Path
from types import ModuleType

import pytest

from linkwork.testing.house import ROOT

pytestmark = pytest.mark.rules


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The file as a module that becomes nothing; the environment is put back afterwards."""
    monkeypatch.setattr(os, "execv", lambda _path, _arguments: None)
    monkeypatch.setattr(os, "environ", {})
    module = ModuleType("linkwork_run")
    module.__file__ = str(ROOT / "run")
    exec(compile((ROOT / "run").read_text("utf-8"), module.__file__, "exec"), module.__dict__)
    return module


def said() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("PYTHON")}


def test_compiled_files_stay_out_of_the_sources_but_are_kept(run: ModuleType) -> None:
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    run.become(["-m", "linkwork", "demo"])
    assert said() == {"PYTHONPYCACHEPREFIX": str(Path(ROOT, ".venv", "compiled"))}


def test_whoever_says_where_they_go_is_heard(run: ModuleType) -> None:
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": "/elsewhere"}
    run.become([])
    assert said() == {"PYTHONPYCACHEPREFIX": "/elsewhere"}


def test_nothing_changes_where_nothing_was_said(run: ModuleType) -> None:
    run.become([])
    assert said() == {}
