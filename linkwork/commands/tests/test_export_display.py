"""`linkwork export display`: the latest version of a joint display as a file."""

import json
from pathlib import Path

import pytest

from linkwork.commands import line
from linkwork.evaluation.portraits import actions
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World
from linkwork.testing.cast import NOON

__all__ = ["world"]


def run(file: Path, title: str, *more: str) -> int:
    fixed = ["--study", "How it takes hold", "--title", title, "--programme", "North practices"]
    return line.run(["export", "display", str(file), *fixed, *more])


def test_a_display_leaves_by_the_command_line(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "reach.html"
    digest = actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    assert run(page, "Reach and dose", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["hash"], told["version"]) == (digest, 1)
    words = page.read_text("utf-8")
    assert OPEN_WORDS in words
    assert CLOSED_WORDS not in words
    assert run(page, "Reach and dose") == 2
    assert run(tmp_path / "other.html", "Weather") == 2
    assert "no joint display" in capsys.readouterr().err
