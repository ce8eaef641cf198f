"""Does another program's project open a study from the command line, and is every loss said?"""

import argparse
from pathlib import Path

import pytest

from linkwork.commands.imports import refi
from linkwork.commands.line import Outcome
from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import system
from linkwork.evaluation.studies import reads
from linkwork.exchange.projects.tests import samples
from linkwork.exchange.refi_qda.tests.samples import PROJECT
from linkwork.exchange.refi_qda.writing import qdpx
from linkwork.testing.cast import Cast


def run(*said: str) -> Outcome:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--programme")
    refi.arguments(parser)
    return refi.run(parser.parse_args([*said, "--programme", "North practices"]))


def test_a_project_opens_a_study(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "theirs.qdpx").write_bytes(qdpx(PROJECT))
    outcome = run(str(tmp_path / "theirs.qdpx"))
    assert outcome.code == 1
    assert outcome.lines[0].startswith(f'The study "{PROJECT.name}" is open: 1 texts')
    assert any("nobody here" in line for line in outcome.lines)
    assert reads.study_titled(system(cast.programme_id), PROJECT.name).id.hex == outcome.data[
        "study"
    ].replace("-", "")


def test_a_folder_of_qualcoder_and_a_file_of_taguette_are_known(cast: Cast, tmp_path: Path) -> None:
    folder = tmp_path / "talks.qda"
    folder.mkdir()
    samples.qualcoder(
        folder / "data.qda", "One of us.", code_av=[], cases=[], source=[(1, "a", "One of us.")], journal=[]
    )
    assert run(str(folder)).lines == ['The study "talks" is open: 1 texts, 4 codes, 0 codings, 0 memos.']
    samples.taguette(tmp_path / "taking.sqlite3")
    outcome = run(str(tmp_path / "taking.sqlite3"), "--language", "sv")
    assert (outcome.data["codings"], outcome.data["lost"][0]["what"]) == (3, "highlights")


def test_what_is_not_there_or_too_large_is_said(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFound, match="no file"):
        run(str(tmp_path / "gone.qdpx"))
    (tmp_path / "big.qdpx").write_bytes(b"12345")
    monkeypatch.setattr(refi, "LARGEST", 4)
    with pytest.raises(Refused, match="larger than"):
        run(str(tmp_path / "big.qdpx"))
