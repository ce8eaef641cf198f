"""The command line explains itself, prints for people and for machines, and leaves with a code that can be trusted."""

import json
import re

import pytest
from django.db import OperationalError, connection

from linkwork.commands import database, line, user_command
from linkwork.testing.cast import Cast
from linkwork.testing.house import ROOT

Printed = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", line.COMMANDS)
def test_each_command_teaches(name: str, capsys: Printed) -> None:
    with pytest.raises(SystemExit) as left:
        line.parser().parse_args([name, "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert f"linkwork {name}" in shown
    assert "--json" in shown
    assert len(shown.splitlines()) > 10, "a help text says when to use it and shows an example"


def test_without_a_command_it_says_what_there_is(capsys: Printed) -> None:
    assert line.run([]) == 2
    assert "Start with: linkwork demo" in capsys.readouterr().out


def test_a_sound_house(cast: Cast, capsys: Printed) -> None:
    assert line.run(["check", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["migrations_waiting"] == []
    assert {row["broken_at"] for row in shown["trail"]} == {None}


def test_a_broken_trail_is_said_and_counted(cast: Cast, capsys: Printed) -> None:
    with connection.cursor() as cursor:  # behind the trail's back
        cursor.execute("UPDATE trail_actionrow SET what = 'nothing.happened' WHERE sequence = 2")
    assert line.run(["check"]) == 1
    assert "does not hold at row 2" in capsys.readouterr().out


def test_somebody_is_added_with_a_password_shown_once(cast: Cast, capsys: Printed) -> None:
    new = ["user", "add", "--email", "new@example.org", "--name", "Noor Aziz", "--role", "manager"]
    assert line.run([*new, "--programme", "North practices"]) == 0
    assert "shown this once" in capsys.readouterr().out
    assert line.run(["user", "list"]) == 0
    assert "North practices: Noor Aziz (manager)" in capsys.readouterr().out


def test_an_unknown_programme_is_named_with_those_there_are(cast: Cast, capsys: Printed) -> None:
    new = ["user", "add", "--email", "new@example.org", "--name", "Noor Aziz"]
    assert line.run([*new, "--programme", "Nowhere", "--json"]) == 2
    shown = capsys.readouterr()
    assert "North practices" in json.loads(shown.out)["error"]
    assert "Add --new-programme" in shown.err


def test_a_new_programme_can_be_made_on_the_way(cast: Cast, capsys: Printed) -> None:
    new = ["user", "add", "--email", "new@example.org", "--name", "Noor Aziz", "--new-programme"]
    assert line.run([*new, "--programme", "East", "--password", "a long pass phrase"]) == 0
    assert "Password" not in capsys.readouterr().out


def test_what_is_missing_is_said(db: None, capsys: Printed) -> None:
    assert line.run(["user", "add"]) == 2
    assert "Say --email" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", re.findall(r"^python3 run (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
)
def test_the_commands_of_the_readme_can_be_typed(command: str) -> None:
    if command == "test":
        return  # that one is what runs this
    import shlex

    options = line.parser().parse_args(shlex.split(command))
    assert options.command in line.COMMANDS


def test_progress_is_silent_where_nobody_looks(capsys: Printed) -> None:
    progress = line.Progress()
    progress.step("half way")
    progress.done()
    assert capsys.readouterr().err == ""
    progress.shown = True
    progress.step("half way")
    assert "half way" in capsys.readouterr().err


@pytest.mark.django_db
def test_check_names_a_measure_at_fault(capsys, settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "pam.json").write_text("{}", "utf-8")
    assert line.run(["check"]) == 1
    assert "Measures: pam.json" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["user", "list"], ["figures", "--programme", "North"], ["rounds"]])
def test_a_folder_nobody_used_is_met_with_a_sentence(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    def no_tables(_options: object) -> line.Outcome:
        raise OperationalError("no such table: programmes_programme")

    monkeypatch.setattr(line.load(command[0]), "run", no_tables)
    monkeypatch.setattr(database, "is_set_up", lambda: False)
    assert line.run([*command, "--json"]) == 2
    assert "Nothing was set up here yet" in json.loads(capsys.readouterr().out)["error"]
    monkeypatch.setattr(database, "is_set_up", lambda: True)
    with pytest.raises(OperationalError):  # a fault of another kind is not hidden
        line.run(command)


def test_the_first_login_of_all_brings_its_own_tables(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    brought: list[bool] = []
    monkeypatch.setattr(user_command, "bring_up_to_date", lambda: brought.append(True))
    new = ["user", "add", "--email", "new@example.org", "--name", "Noor Aziz", "--new-programme"]
    assert line.run([*new, "--programme", "East", "--role", "administrator"]) == 0
    assert brought
    assert database.is_set_up()
