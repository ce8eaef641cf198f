"""Do drafts say what the records say, item by item, and nothing where they say nothing?"""

import datetime as dt
import io

import docx
import pytest

from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.reads import Asked
from linkwork.evaluation.coding.rules.methods import Method
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.reads import AnswerCard
from linkwork.evaluation.studies.rules import Group
from linkwork.evaluation.studies.tests.scene import open_study
from linkwork.exchange.checklists.drafting import CHECKLISTS, DRAFTS, drafts
from linkwork.exchange.checklists.paper import checklist_grid
from linkwork.exchange.checklists.records import records_of
from linkwork.exchange.grids import written
from linkwork.instruments import frames
from linkwork.testing.cast import NOON

TODAY = NOON.date()


@pytest.fixture
def rich(cast):
    """A study with two coders, a blind round that is closed, a frozen codebook, a method, approval and targets."""
    built, by = scenes.build(cast), cast.evaluator
    other = scenes.second_coder(cast)
    coding.add_list(study_id=built.study_id, title="Found", kind=ListKind.INDUCTIVE, by=by, at=NOON)
    round_id = coding.open_round(
        study_id=built.study_id,
        title="First round",
        purpose=Purpose.DOUBLE,
        source_ids=[built.quotable],
        coder_ids=[one.id for one in (by, other) if one.id],
        by=by,
        at=NOON,
    )
    scenes.code(by, built.quotable, "came to the meeting", scenes.RELATIONS)
    scenes.code(other, built.quotable, "came to the meeting", scenes.RELATIONS)
    coding.close_round(round_id=round_id, by=by, at=NOON)
    coding.freeze_codebook(study_id=built.study_id, name="First", by=by, at=NOON)
    coding.choose_method(study_id=built.study_id, method=Method.DIRECTED, by=by, at=NOON)
    coding.keep_agreement(study_id=built.study_id, title="Kept", asked=Asked(), by=by, at=NOON)
    studies.add_approval(
        study_id=built.study_id,
        body="A committee",
        reference="12/3",
        first=dt.date(2025, 1, 1),
        by=by,
        at=NOON,
    )
    studies.set_targets(study_id=built.study_id, wanted={Group.WORKER: 5}, by=by, at=NOON)
    return built


def test_every_drafted_line_is_a_line_of_its_checklist():
    for checklist in CHECKLISTS:
        known = {key for key, _item, _side in frames.checklist(checklist).lines}
        assert set(DRAFTS[checklist]) <= known
    assert len(frames.checklist("stari").lines) == 54


def test_the_records_are_said(cast, rich):
    found = records_of(cast.evaluator, rich.study_id, TODAY)
    said = drafts("coreq", found)
    assert "2 people coded the sources." in said["24"]
    assert "apart from each other" in said["24"]
    assert "Agreement over all codes" in said["24"]
    assert "frozen 1 time, last on" in said["25"]
    assert "Codes found while reading: Found." in said["26"]
    assert said["27"].startswith("Linkwork")
    assert said["29"].startswith("1 of 2 sources may be quoted")
    assert "Directed content analysis" in said["9"]
    assert said["10"] == "The study set out to hear: worker 5."
    assert said["12"].startswith("2 sources (Interview 2).")
    assert "Approved by A committee (12/3)" in drafts("srqr", found)["9"]
    assert "15s" in drafts("stari", found)


def test_a_new_study_says_little(cast):
    found = records_of(cast.evaluator, open_study(cast.evaluator), TODAY)
    assert set(drafts("coreq", found)) == {"9", "14", "25", "26", "27"}
    assert drafts("stari", found)["5s"] == "What helps?"


def test_the_list_on_paper_says_what_is_only_a_draft():
    answers = {"1": AnswerCard("p. 2", "Ida Moe"), "2": AnswerCard("", "Two", True)}
    grid = checklist_grid(frames.checklist("coreq"), answers, "How it takes hold", NOON)
    assert len(grid.rows) == 32
    assert grid.rows[0][3:] == ("p. 2", "Ida Moe")
    assert grid.rows[1][4] == "Two [drafted from the records, not checked yet]"
    paper = docx.Document(io.BytesIO(written(grid, "docx")[0]))
    assert paper.tables[0].rows[1].cells[4].text == "Ida Moe"
    assert len(grid.notes) == 2
    assert "Not every name" in checklist_grid(frames.checklist("stari"), {}, "x", NOON).notes[1]
    sides = checklist_grid(frames.checklist("stari"), {}, "x", NOON).rows
    assert "(strategy)" in str(sides[0][2])
