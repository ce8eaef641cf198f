"""`linkwork toolkit`: the public site from the command line."""

import json
from pathlib import Path

import pytest

from linkwork.commands.line import run
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import World
from linkwork.evaluation.toolkit.tests.world import compose, publish
from linkwork.testing.cast import Cast

__all__ = ["world"]


def test_it_builds_a_site_and_says_where_to_begin(
    world: World, cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = compose(world.by, title="A room people pass", statements=[world.statement, world.bare])
    publish(world.by, cast.manager, one)
    assert (
        run(
            [
                "toolkit",
                "--programme",
                "North practices",
                "--to",
                str(tmp_path / "site"),
                "--json",
                "--no-papers",
            ]
        )
        == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert (said["version"], said["recommendations"], said["opinions"]) == (1, 1, 1)
    assert said["by_kind"]["quote"] == 2
    assert [(one["what"], one["count"]) for one in said["left_out"]][:2] == [
        ("quotations", 1),
        ("no map and no feed", 0),
    ]
    assert len(said["languages"]) == 5
    assert Path(said["index"]).is_file()
    assert (
        run(["toolkit", "--programme", "North practices", "--to", str(tmp_path / "site"), "--no-papers"]) == 0
    )
    said = capsys.readouterr().out
    assert "in 5 languages, 1 recommendations" in said
    assert "Left out: 1 quotations: their sources gave no consent to be quoted." in said
    assert "Version 1, " in said
    assert "rests on no evidence" in said


def test_it_says_when_nothing_is_published(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["toolkit", "--programme", "South families", "--to", str(tmp_path / "site")]) == 1
    assert "Nothing is published yet" in capsys.readouterr().out


def test_it_speaks_the_languages_it_knows(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["toolkit", "--programme", "North practices", "--to", str(tmp_path / "site")]
    assert run([*asked, "--languages", "en,tlh"]) == 2
    assert "does not speak tlh" in capsys.readouterr().err
    run([*asked, "--language", "ar", "--languages", "en", "--json", "--no-papers"])
    assert json.loads(capsys.readouterr().out)["languages"] == ["ar", "en"]


def test_it_knows_only_programmes_that_are_there(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["toolkit", "--programme", "Nowhere", "--to", str(tmp_path)]) == 2
    assert "There is no programme" in capsys.readouterr().err
