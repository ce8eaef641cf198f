"""Long work beside the server: by the command, and in a process that is begun again and ends with the server."""

import json
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from linkwork.commands import beside, line
from linkwork.core.viewer import Role
from linkwork.errands import reads
from linkwork.errands.kinds import KINDS, Kind
from linkwork.errands.rules import State
from linkwork.errands.tests.conftest import asked
from linkwork.testing.cast import Cast


def test_the_command_does_what_waits_and_ends(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(
        KINDS, "test", Kind("Test", frozenset({Role.EVALUATOR}), lambda hand: hand.page("home"))
    )
    errand_id = asked(cast.evaluator)
    assert line.run(["errands", "--once", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"done": 1}
    assert reads.errand(cast.evaluator, errand_id).state is State.DONE
    assert line.run(["errands", "--once"]) == 0
    assert "Nothing waits." in capsys.readouterr().out


def test_until_ctrl_c(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_stop: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("linkwork.errands.runner.keep_working", interrupted)
    assert line.run(["errands"]) == 0
    assert "Stopped." in capsys.readouterr().out


def test_what_goes_on_beside_is_told_to_stop() -> None:
    seen: list[str] = []

    def going(stop: threading.Event) -> None:
        seen.append("begun")
        stop.wait()
        seen.append("ended")

    with beside.beside(going):
        pass
    assert seen == ["begun", "ended"]


def test_a_runner_that_ends_is_begun_again_and_ends_with_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    program = (
        "import pathlib, sys; said = pathlib.Path(sys.argv[1]); before = said.exists()\n"
        "said.open('a').write('begun\\n')\n"
        "if before: sys.stdin.read(); said.open('a').write('ended\\n')"
    )
    monkeypatch.setattr(beside, "COMMAND", (sys.executable, "-S", "-c", program, str(said)))
    monkeypatch.setattr(beside, "PAUSE", 0.01)
    stop = threading.Event()
    keeping = threading.Thread(target=beside.keep_runner, args=(stop,))
    keeping.start()
    _wait_for(lambda: said.exists() and said.read_text().count("begun") == 2)
    stop.set()
    keeping.join(20)
    assert said.read_text() == "begun\nbegun\nended\n"


def _wait_for(what: Any) -> None:
    pause = threading.Event()
    for _turn in range(400):
        if what():
            return
        pause.wait(0.05)
    raise AssertionError("it did not come about")
