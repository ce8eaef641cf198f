"""`linkwork report`: from a contact log to a page and a PDF with the published figures."""

import json
from html import unescape
from pathlib import Path

import docx
import pytest

from linkwork.commands import line
from linkwork.commands.demo.log import write_log
from linkwork.core.viewer import system
from linkwork.extracts import reads as extracts
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import Cast

NAME = "North practices"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def extract(cast: Cast, tmp_path: Path, capsys: Printed) -> str:
    """The id of an extract of the synthetic log."""
    path = tmp_path / "synthetic.xlsx"
    write_log(path)
    assert line.run(["import", "contacts", str(path), "--programme", NAME, "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)["extract"])


def test_the_published_figures_stand_in_the_report(
    extract: str, cast: Cast, tmp_path: Path, capsys: Printed
) -> None:
    folder = tmp_path / "report"
    words = ["report", "--programme", NAME, "--to", str(folder), "--extract", extract]
    assert line.run([*words, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    page = unescape(Path(said["html"]).read_text("utf-8"))
    for shown in (
        "1,294 contacts are in this extract.",
        "507 of 1,294 contacts were a first meeting (39.2 %).",
        "787 of 1,294 contacts were with somebody met before (60.8 %).",
        "1,294 contacts for 507 first meetings: 2.55 for each.",
        said["hash"],
    ):
        assert shown in page, shown
    assert Path(said["pdf"]).read_bytes().startswith(b"%PDF-")
    word = text_of(Path(said["docx"]))
    for shown in ("1,294", "507 (39.2 %)", "787 (60.8 %)", "2.55 for each", said["hash"]):
        assert shown in word, shown
    for worker in programmes.workers(system(cast.programme_id)):
        assert worker.name not in page
    assert page.count('<th scope="row">Worker ') == 5
    assert line.run(words) == 0
    assert f"Page: {folder / 'report.html'}" in capsys.readouterr().out


def text_of(path: Path) -> str:
    """Everything a Word document says, its tables too."""
    paper = docx.Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in paper.paragraphs), *cells])


def test_the_latest_extract_is_taken_and_french_spoken(extract: str, tmp_path: Path, capsys: Printed) -> None:
    words = ["report", "--programme", NAME, "--to", str(tmp_path / "r"), "--language", "fr", "--json"]
    assert line.run(words) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["extract"] == extract
    page = Path(said["html"]).read_text("utf-8")
    assert '<html lang="fr" dir="ltr">' in page
    assert "39,2" in page


def test_without_an_extract_it_says_how_to_take_one(cast: Cast, tmp_path: Path, capsys: Printed) -> None:
    assert line.run(["report", "--programme", NAME, "--to", str(tmp_path / "r")]) == 2
    assert "Take one: linkwork extract" in capsys.readouterr().err
    assert extracts.latest(system(cast.programme_id)) is None
    assert not (tmp_path / "r").exists()
