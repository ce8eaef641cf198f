"""Five real documents, coded by two word lists: a blind round, agreement, a settled consensus, and the tables."""

import datetime as dt
from pathlib import Path

import pytest

from linkwork.commands.demo import two_coders
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.commands.demo.study_texts import CODES
from linkwork.commands.demo.two_coders_told import told
from linkwork.commands.demo.word_rules import RULES, Reader, read
from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads as studies
from linkwork.instruments.frames import frame
from linkwork.testing.shared import shared_path

NOW = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)
TEXT = "Trust was central, and mistrust a barrier. 信任是核心。 The advocacy of partners is difficult."


@pytest.fixture
def first(db: None) -> Viewer:
    return open_programme(PLANS[0], NOW).evaluator


@pytest.mark.rules
def test_the_readers_follow_their_lists() -> None:
    one, other = read(TEXT, Reader.FIRST), read(TEXT, Reader.SECOND)
    assert [(TEXT[p.start : p.end], p.valence) for p in one] == [
        ("Trust was central, and mistrust a barrier.", Valence.BARRIER),
        ("信任是核心。", Valence.NEUTRAL),
        ("The advocacy of partners is difficult.", Valence.BARRIER),
    ]
    assert [TEXT[p.start : p.end] for p in other] == [
        "and mistrust a barrier.",
        "信任是核心。",
        "The advocacy of partners is difficult.",
    ]
    assert [len(p.constructs) for p in one] == [2, 2, 4]
    assert other[2].constructs == (CODES["PC"], CODES["RI"])
    assert one == read(TEXT, Reader.FIRST)
    for rule in RULES:
        for short in f"{rule.codes} {rule.second or ''}".split():
            assert frame(CODES[short][0]).has(CODES[short][1])


def test_from_five_documents_to_the_tables(first: Viewer) -> None:
    folder = shared_path("documents")
    study_id = two_coders.coded(folder, first, NOW)
    texts = {studies.source(first, one.id).text for one in studies.sources(first, study_id)}
    assert texts == {path.read_text("utf-8") for path in folder.glob("*.txt")}
    lines, data = told(first, study_id)
    assert data["agreement"]["digest"] == data["agreement"]["kept"]  # settling touched nobody's own codings
    assert 0.5 < data["agreement"]["All together"]["cohen_kappa"] < 1
    assert set(data["settled"]["sorts"]) >= {"same", "boundary", "code", "only"}
    assert sum(data["settled"]["choices"].values()) == sum(data["settled"]["sorts"].values())
    assert {one["document"] for one in data["matrix"]} == {
        path.stem.replace("_", " ") for path in folder.glob("*.txt")
    }
    assert any(one["passages"] > 1 for one in data["meeting"])
    assert sum(line.startswith(("Where", "Agreement", "Adjudication", "Framework")) for line in lines) == 4
    consensus = reads.quotes(first, study_id)
    assert {one.origin for one in consensus} == {Origin.CONSENSUS}
    assert {one.coder for one in reads.quotes(first, study_id, layer=Layer.CODERS)} == {
        "Elif Kaya",
        "Idris Moreau",
    }
    assert two_coders.coded(folder, first, NOW) == study_id
    assert two_coders.second_coder(first).worker_id != first.worker_id


def test_a_folder_without_documents_leaves_nothing(first: Viewer, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no folder"):
        two_coders.coded(tmp_path / "gone", first, NOW)
    with pytest.raises(Refused, match="no document in"):
        two_coders.coded(tmp_path, first, NOW)
    (tmp_path / "one.txt").write_text("Nothing of the kind.", "utf-8")
    with pytest.raises(Refused, match="No word"):
        two_coders.coded(tmp_path, first, NOW)
    (tmp_path / "two.txt").write_bytes("välkommen".encode("latin-1"))
    with pytest.raises(Refused, match=r"two\.txt: "):
        two_coders.coded(tmp_path, first, NOW)
    assert studies.studies(first) == []
    with pytest.raises(NotFound, match="no second coder"):
        two_coders.second_coder(first)
