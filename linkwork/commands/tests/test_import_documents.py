"""Do documents come in from the command line, the real ones letter by letter?"""

import argparse
from pathlib import Path

import pytest

from linkwork.commands.imports import documents
from linkwork.commands.line import Outcome
from linkwork.core.errors import NotFound
from linkwork.core.viewer import system
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.rules import Direction, Group
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import Cast
from linkwork.testing.shared import shared_path


def run(*said: str) -> Outcome:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--programme")
    documents.arguments(parser)
    whole = [*said, "--programme", "North practices", "--study", "How it takes hold"]
    return documents.run(parser.parse_args(whole))


def test_a_folder_comes_in_whole_and_once(cast: Cast) -> None:
    folder = shared_path("documents")
    outcome = run(str(folder), "--quotable")
    assert (outcome.code, outcome.lines[0]) == (0, "5 of 5 files came in.")
    viewer = system(cast.programme_id)
    study = reads.study_titled(viewer, "How it takes hold")
    texts = {line.title: reads.source(viewer, line.id).text for line in reads.sources(viewer, study.id)}
    assert texts == {path.stem.replace("_", " "): path.read_text("utf-8") for path in folder.glob("*.txt")}
    again = run(str(folder))
    assert (again.code, again.lines[0]) == (1, "0 of 5 files came in.")


def test_files_are_described_and_a_faulty_one_is_reported(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("أهلاً", "utf-8")
    (tmp_path / "two.txt").write_bytes("välkommen".encode("latin-1"))
    (tmp_path / ".hidden").write_text("x")
    said = ["--language", "ar", "--group", "person", "--stage", "operation", "--kind", "interview"]
    outcome = run(str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), *said)
    assert outcome.code == 1
    assert "two.txt: Its letters cannot be read" in outcome.lines[2]
    viewer = system(cast.programme_id)
    (line,) = reads.sources(viewer, reads.studies(viewer)[0].id)
    assert (line.direction, line.group, line.stage) == (
        Direction.RIGHT_TO_LEFT,
        Group.PERSON,
        Stage.OPERATION,
    )
    assert not line.quotable


def test_a_file_that_is_not_there_is_said(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no file or folder"):
        run(str(tmp_path / "gone.txt"))


def test_300_megabytes_are_refused_without_being_read(cast: Cast, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    outcome = run(str(tmp_path / "large.txt"))
    assert outcome.code == 1
    assert "large.txt is larger than 50 MB" in outcome.lines[1]
    viewer = system(cast.programme_id)
    assert reads.sources(viewer, reads.studies(viewer)[0].id) == []
