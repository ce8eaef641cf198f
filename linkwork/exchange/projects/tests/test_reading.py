"""Do projects of Taguette and QualCoder come in with every passage on its own words, and no file do harm?"""

import io
import zipfile

import pytest

from linkwork.core.errors import Refused
from linkwork.evaluation.coding import reads
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Group
from linkwork.exchange.projects import database_file
from linkwork.exchange.projects.page_places import Page
from linkwork.exchange.projects.reading import read_project
from linkwork.exchange.projects.tests import samples
from linkwork.exchange.refi_qda.into_study import take_in
from linkwork.exchange.refi_qda.tests.samples import PROJECT
from linkwork.exchange.refi_qda.writing import qdpx
from linkwork.testing.cast import NOON

DAY = samples.DAY


@pytest.fixture
def path(tmp_path):
    return tmp_path / "base"


def passages(project):
    return [text.text[one.start : one.end] for text in project.texts for one in text.passages]


def coding(number, text, words, code=1, owner="Ida Moe", start=None, memo="", important=None):
    at = text.index(words) if start is None else start
    return (number, code, 1, words, at, at + len(words), owner, DAY, memo, None, important)


def test_a_page_becomes_lines_and_every_byte_has_its_place():
    page = Page(samples.PAGE)
    assert page.text == samples.TEXT
    raw = samples.LETTERS
    for place, letter in enumerate(raw):
        at = len(raw[:place].encode())
        if not letter.isspace():
            assert page.text[page.places([at])[at]] == letter
    assert page.places([10**9]) == {10**9: len(page.text)}


def test_what_stands_as_it_is_keeps_its_spaces_and_what_is_hidden_goes():
    page = Page("<pre>\n a  b\nc</pre><script>x()</script><p>d</p>")
    assert page.text == " a  b\nc\nd\n"
    assert page.places([10])[10] == page.text.index("d")


def test_a_taguette_project_is_read(path):
    project, loss = read_project(samples.taguette(path), "taking.sqlite3")
    assert (project.name, project.origin, project.description) == (
        "Taking hold",
        "Taguette",
        "How link work settles",
    )
    assert passages(project) == ["Mrs Åkesson & her sister.", "🙂\nWe met", "sister.\nAfter that,\nshe"]
    place, trust = sorted(project.codes, key=lambda one: one.name)
    assert ([one.name for one in place.each()], [one.name for one in trust.each()]) == (
        ["place", "room"],
        ["trust", "first step"],
    )
    assert trust.description == "being relied on"
    names = {one.guid: one.name for one in project.each_code()}
    assert [[names[mark.code] for mark in one.marks] for one in project.texts[0].passages] == [
        ["trust", "first step"], ["first step"], ["room"],
    ]  # fmt: skip
    assert [why for _what, why, _n in loss.lines()] == ["who made each highlight: the file does not say it"]
    assert read_project(samples.taguette(path.with_name("twice")), "x") == (project, loss)


def test_a_taguette_project_becomes_a_study(cast, path):
    project, loss = read_project(samples.taguette(path), "taking.sqlite3")
    taken = take_in(project, loss, language="sv", by=cast.evaluator, at=NOON, file="taking.sqlite3")
    assert (taken.title, taken.sources, taken.codes, taken.codings) == ("Taking hold", 1, 4, 3)
    found = {
        (one.text, tuple(name for _f, _c, name in one.codes))
        for one in reads.quotes(cast.evaluator, taken.study_id)
    }
    assert ("🙂\nWe met", ("first step",)) in found


def test_a_highlight_whose_words_are_elsewhere_moves_there_or_is_said(path):
    wrong = [
        (1, 1, 3, 9, "<p>she came.</p>"),
        (2, 1, 3, 9, "<p>never said</p>"),
        (3, 1, None, "x", "<p>e</p>"),
        samples.highlight(4, "yes"),
    ]
    project, loss = read_project(samples.taguette(path, highlights=wrong), "taking.sqlite3")
    assert passages(project) == ["she came."]
    assert {why: n for _what, why, n in loss.lines()} == {
        "its words do not stand where the file says, nor anywhere else once": 2,
        "a passage without a code": 1,
        "who made each highlight: the file does not say it": 1,
    }


def test_several_projects_in_one_file_are_not_mixed(path):
    two = [(1, "One", "", DAY), (2, "Two", "", DAY)]
    with pytest.raises(Refused, match="holds 2 projects"):
        read_project(samples.taguette(path, projects=two), "all.sqlite3")


def test_a_qualcoder_project_is_read(cast, path):
    text = "One 🙂 of us.\r\nAnother came to me."
    held = [
        coding(1, text, "of us", memo="Why?"),
        coding(2, text, "Another", code=2, owner="Sam", important=1),
        coding(3, text, "Another", code=1),
        coding(4, text, "to me", start=2),
        coding(5, text, "never", start=2),
    ]
    comments = [(1, 1, 0, 3, "Laughs", "Ida Moe", DAY), (2, 1, 5, 2, "Laughs", "Ida Moe", DAY)]
    project, loss = read_project(
        samples.qualcoder(path, text, code_text=held, annotation=comments), "talks.qda"
    )
    assert project.name == "talks"
    assert passages(project) == ["of us", "Another", "to me", "One"]
    assert [[one.name for one in top.each()] for top in project.codes] == [
        ["Context", "Inner", "Trust"],
        ["Place"],
    ]
    said = {what for what, _why, _n in loss.lines()}
    assert said == {"source", "code_text", "cases", "code_av"}
    taken = take_in(project, loss, language="en", by=cast.evaluator, at=NOON, file="talks.qda")
    [source] = studies.sources(cast.evaluator, taken.study_id)
    assert source.group is Group.PERSON  # what is known of a case is known of its texts
    assert (taken.codings, taken.memos) == (4, 3)
    memos = {one.text for one in reads.memos(cast.evaluator, taken.study_id)}
    assert {"Monday\n\nWhat is trust?", "Why?", "“One”\n\nLaughs", "spoken softly"} == memos


@pytest.mark.parametrize("units", ["utf-16-le", "utf-32-le"])
def test_signs_counted_as_one_or_two_are_found_by_their_words(path, units):
    text = "🙂🙂 so. So it 🙂 was, and so it is."
    width = 2 if units == "utf-16-le" else 4
    held = []
    for number, words in enumerate(("So it", "so it"), 1):
        start = len(text[: text.index(words)].encode(units)) // width
        held.append((number, 1, 1, words, start, start + len(words), "Sam", DAY, "", None, None))
    project, _loss = read_project(samples.qualcoder(path, text, code_text=held), "talks.qda")
    assert [(one.start, text[one.start : one.end]) for one in project.texts[0].passages] == [
        (text.index("So it"), "So it"),
        (text.index("so it"), "so it"),
    ]


def test_a_folder_in_a_zip_is_read_and_a_refi_project_too(path):
    data = samples.qualcoder(path, "One of us.", code_text=[coding(1, "One of us.", "us")])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("talks.qda/data.qda", data)
        out.writestr("talks.qda/documents/talk.txt", "One of us.")
    project, _loss = read_project(packed.getvalue(), "talks.qda.zip")
    assert (project.name, passages(project)) == ("talks", ["us"])
    assert read_project(qdpx(PROJECT), "x.qdpx")[0].name == PROJECT.name


def test_categories_in_a_circle_or_without_end_stand_at_the_top(path):
    circle = [(1, "A", "", DAY, "", 2), (2, "B", "", DAY, "", 1), (3, "C", "", DAY, "", 3)]
    deep = [(number, f"D{number}", "", DAY, "", number - 1) for number in range(10, 3000)]
    project, _loss = read_project(samples.qualcoder(path, "One.", code_cat=circle + deep), "talks.qda")
    assert len(list(project.each_code())) == 3 + 2990 + 2
    many = [(number, f"D{number}", "", DAY, "", None) for number in range(10_001)]
    with pytest.raises(Refused, match="too large"):
        read_project(samples.qualcoder(path.with_name("many"), "One.", code_cat=many), "talks.qda")


def test_a_view_is_no_table(path):
    data = samples.database(
        path, samples.QUALCODER, {}, "DROP TABLE code_text; CREATE VIEW code_text AS SELECT 1 AS ctid;"
    )
    with pytest.raises(Refused, match="neither Taguette"):
        read_project(data, "talks.qda")


def test_no_expression_of_the_files_own_is_worked_out(path):
    journal = (
        "DROP TABLE journal; CREATE TABLE journal (jid INTEGER PRIMARY KEY, name TEXT, date TEXT, owner TEXT,"
        " jentry GENERATED ALWAYS AS (hex(zeroblob(9000000))) VIRTUAL); INSERT INTO journal VALUES (1, 'a', '', '');"
    )
    data = samples.database(path, samples.QUALCODER, {"project": [("v", DAY, "", "")]}, journal)
    assert read_project(data, "talks.qda")[0].notes == ()


def test_a_file_cannot_reach_another(path):
    def reach(tables):
        tables._base.execute("ATTACH DATABASE '/etc/hosts' AS other")

    with pytest.raises(Refused), database_file.tables_of(samples.taguette(path), "x") as tables:
        reach(tables)


@pytest.mark.parametrize("data", [b"hello", database_file.MAGIC + b"\0" * 500, database_file.MAGIC])
def test_what_is_no_database_is_refused(data):
    with pytest.raises(Refused, match="x"):
        read_project(data, "x")
    with pytest.raises(Refused, match="x"), database_file.tables_of(data, "x"):
        pass


def test_a_file_that_is_too_large_or_too_slow_is_refused(path, monkeypatch):
    data = samples.taguette(path)
    monkeypatch.setattr(database_file, "MOST_ROWS", 2)
    with pytest.raises(Refused, match="too large"):
        read_project(data, "x")
    monkeypatch.setattr(database_file, "MOST_ROWS", 1000)
    monkeypatch.setattr(database_file, "MOST_CHARACTERS", 100)
    with pytest.raises(Refused, match="too large"):
        read_project(data, "x")
    monkeypatch.setattr(database_file, "MOST_CHARACTERS", 100_000)
    monkeypatch.setattr(database_file, "SECONDS", -1.0)
    monkeypatch.setattr(database_file, "STEPS", 1)
    with pytest.raises(Refused, match="damaged"):
        read_project(data, "x")
