"""Do a study's files leave by the command line, over nothing that is there?"""

import argparse
from pathlib import Path

import pytest

from linkwork.commands import export_command
from linkwork.commands.line import Outcome
from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.exchange.refi_qda.reading import read_qdc, read_qdpx
from linkwork.testing.cast import Cast


@pytest.fixture
def study(cast: Cast) -> None:
    scene = scenes.build(cast)
    scenes.code(cast.evaluator, scene.quotable, "came to the meeting", scenes.RELATIONS)


def run(kind: str, file: Path, *more: str, study: str = "How it takes hold") -> Outcome:
    parser = argparse.ArgumentParser()
    export_command.arguments(parser)
    said = [kind, str(file), "--study", study, "--programme", "North practices", *more]
    return export_command.run(parser.parse_args(said))


def test_there_are_four_kinds() -> None:
    assert export_command.KINDS.names() == ["codebook", "display", "quotations", "refi"]


def test_a_project_and_its_codes_leave(study: None, tmp_path: Path) -> None:
    outcome = run("refi", tmp_path / "out.qdpx")
    assert (outcome.code, outcome.lines) == (0, [f"The study is in {tmp_path / 'out.qdpx'}: 2 texts."])
    project, _loss = read_qdpx((tmp_path / "out.qdpx").read_bytes(), "out.qdpx")
    assert len(project.texts) == 2
    run("refi", tmp_path / "out.qdc")
    assert read_qdc((tmp_path / "out.qdc").read_bytes(), "out.qdc")[0]


def test_quotations_and_the_codebook_leave(study: None, tmp_path: Path) -> None:
    run("quotations", tmp_path / "q.csv", "--code", "/".join(scenes.RELATIONS), "--layer", "coders")
    assert "came to the meeting" in (tmp_path / "q.csv").read_text("utf-8")
    run("quotations", tmp_path / "none.csv", "--code", "/".join(scenes.SPACE))
    assert "came to the meeting" not in (tmp_path / "none.csv").read_text("utf-8")
    assert run("codebook", tmp_path / "book.docx").data == {"file": str(tmp_path / "book.docx")}


def test_a_file_that_is_there_stays_unless_said(study: None, tmp_path: Path) -> None:
    file = tmp_path / "q.csv"
    file.write_text("mine")
    with pytest.raises(Refused, match="already"):
        run("quotations", file)
    assert file.read_text() == "mine"
    run("quotations", file, "--replace")
    assert "came to the meeting" in file.read_text("utf-8")


def test_what_cannot_be_written_is_said(study: None, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="end in one of"):
        run("quotations", tmp_path / "q.exe")
    with pytest.raises(Refused, match="no folder"):
        run("codebook", tmp_path / "none" / "book.csv")
    with pytest.raises(NotFound, match="no study"):
        run("refi", tmp_path / "q.qdpx", study="Another")
