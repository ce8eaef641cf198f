"""Do quotations, codebooks and marked texts leave whole, without words that may not be quoted, and without formulas?"""

import csv
import io
import re

import docx
import openpyxl
import pytest
from django.utils.html import strip_tags

from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.own import ListKind, frame_id_of
from linkwork.evaluation.coding.rules.rounds import Layer, Purpose
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.exchange.coded.files import codebook_file, quotations_file
from linkwork.exchange.coded.marked_text import marked_page
from linkwork.exchange.coded.quotations import Asked, quotations_grid, quotations_report
from linkwork.testing.cast import NOON

ALL = Asked()


@pytest.fixture
def scene(cast):
    """A passage that may be quoted, one that may not, and an own code called like a formula."""
    built = scenes.build(cast)
    by = cast.evaluator
    list_id = coding.add_list(study_id=built.study_id, title="Own", kind=ListKind.OWN, by=by, at=NOON)
    formula = coding.add_code(
        list_id=list_id, name='=HYPERLINK("x")', definition="+1", include="Use <it>", by=by, at=NOON
    )
    own = (frame_id_of(list_id), formula.hex)
    scenes.code(by, built.quotable, "came to the meeting", own, scenes.RELATIONS, memo="=cmd")
    scenes.code(
        by, built.closed, "sent me someone", scenes.RELATIONS, valence=Valence.BARRIER, memo="said softly"
    )
    return built


def test_words_that_may_not_be_quoted_stay_in_the_house(cast, scene):
    for kind in ("csv", "html"):
        said = quotations_file(cast.evaluator, scene.study_id, ALL, kind, NOON).data.decode()
        assert "came to the meeting" in said
        assert "sent me someone" not in said
        assert "said softly" not in said
    rows = quotations_grid(cast.evaluator, scene.study_id, ALL, NOON).rows
    assert [(row[0], row[6], row[11]) for row in rows] == [
        ("A worker", "came to the meeting", "yes"),
        ("B person", "", "no"),
    ]


def test_no_cell_is_taken_for_a_formula(cast, scene):
    lines = quotations_file(cast.evaluator, scene.study_id, ALL, "csv", NOON).data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(lines)))
    assert rows[0]["Memo"] == "'=cmd"
    book = codebook_file(cast.evaluator, scene.study_id, "xlsx", NOON).data
    sheet = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    cells = [cell for line in sheet.iter_rows() for cell in line if str(cell.value).startswith(("=", "+"))]
    assert [cell.value for cell in cells] == ['=HYPERLINK("x")', "+1"]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_paper_has_a_chapter_for_each_code(cast, scene):
    report = quotations_report(cast.evaluator, scene.study_id, ALL, NOON)
    assert [one.title for one in report.chapters] == ["Relational Connections", '=HYPERLINK("x")']
    made = quotations_file(cast.evaluator, scene.study_id, ALL, "docx", NOON).data
    said = "\n".join(one.text for one in docx.Document(io.BytesIO(made)).paragraphs)
    assert said.count("“came to the meeting”") == 2
    assert "1 passage may not be quoted" in said


def test_one_code_brings_its_own_only(cast, scene):
    asked = Asked(scenes.ENROLMENT)
    assert quotations_grid(cast.evaluator, scene.study_id, asked, NOON).rows == ()
    assert quotations_report(cast.evaluator, scene.study_id, asked, NOON).chapters == ()


def test_the_codebook_says_what_each_code_means(cast, scene):
    coding.freeze_codebook(study_id=scene.study_id, name="First", by=cast.evaluator, at=NOON)
    said = codebook_file(cast.evaluator, scene.study_id, "html", NOON).data.decode()
    assert "Use &lt;it&gt;" in said
    assert "Last frozen version: 1" in said


def test_a_marked_text_is_the_text_and_says_each_coding_once(cast, scene):
    by = cast.evaluator
    scenes.code(by, scene.quotable, "the meeting with me", scenes.SPACE)
    made = marked_page(by, scene.quotable, Layer.CODERS, NOON)
    body = made[made.index('<main class="text"') :]
    assert body.count("<sup>") == 2
    assert 'two">the meeting</mark>' in body
    assert "&lt;" not in body.replace("=HYPERLINK", "")
    bare = strip_tags(re.sub("<sup>.*?</sup>", "", body)).rstrip("\n")
    assert bare == scenes.TEXT
    assert "may be quoted" not in made
    assert "Nothing of this text may be quoted." in marked_page(by, scene.closed, Layer.CONSENSUS, NOON)


def test_a_colleagues_codings_stay_away_in_a_blind_round(cast, scene):
    other = scenes.second_coder(cast)
    coding.open_round(
        study_id=scene.study_id,
        title="Blind",
        purpose=Purpose.DOUBLE,
        source_ids=[scene.quotable],
        coder_ids=[one.id for one in (cast.evaluator, other) if one.id],
        by=cast.evaluator,
        at=NOON,
    )
    assert "meeting" not in str(quotations_grid(other, scene.study_id, ALL, NOON).rows)
    assert "<sup>" not in marked_page(other, scene.quotable, Layer.CODERS, NOON)
