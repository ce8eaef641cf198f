"""A report as a Word document that Word, and whoever reads it aloud, understands."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from linkwork.exchange.pictures import Bar, bar_chart
from linkwork.exchange.pictures.files import paper_text
from linkwork.exchange.report.blocks import (
    Block,
    Entry,
    Facts,
    Heading,
    Picture,
    Points,
    Report,
    Table,
    Text,
    Words,
    chapter,
)
from linkwork.exchange.word import document

pytestmark = pytest.mark.rules


def report(direction: str = "ltr") -> Report:
    blocks: list[Block] = [
        Heading("Money"),
        Text(("One line", "Another\x0b one")),
        Points(("First", "Second")),
        Facts((("Where", ("Library", "Upstairs")),)),
        Table("Who came", ("Who", "How many"), (("School", "3"), ("Town", "1"))),
        Entry("Topic", "Room", lines=("Said",), words=(Words("Good", "en", "ltr", "A school"),), flag="Late"),
        Entry("", ""),
    ]
    return Report(
        lang="en",
        dir=direction,
        above="Minutes",
        title="Families new to the area",
        programme="North practices",
        lead="",
        demo="Invented",
        printed="Made on 12 March",
        contents="",
        chapters=(chapter("one", "What was said", blocks), chapter("two", "", [])),
    )


def test_every_block_is_in_it() -> None:
    paper = docx.Document(BytesIO(document(report())))
    said = [paragraph.text for paragraph in paper.paragraphs if paragraph.text]
    assert said == [
        "Invented",
        "Minutes · North practices",
        "Families new to the area",
        "What was said",
        "Money",
        "One line",
        "Another one",
        "First",
        "Second",
        "Who came",
        "Room",
        "Topic",
        "Said",
        "“Good”",
        "A school",
        "Late",
        "Made on 12 March",
    ]
    assert [[cell.text for cell in row.cells] for row in paper.tables[1].rows] == [
        ["Who", "How many"],
        ["School", "3"],
        ["Town", "1"],
    ]
    headings = [
        one.text for one in paper.paragraphs if one.style and str(one.style.name).startswith("Heading")
    ]
    assert headings == ["Families new to the area", "What was said", "Money", "Room"]


def test_a_picture_has_words_and_its_table_and_a_quotation_its_own_direction() -> None:
    drawn = bar_chart([Bar("School", 3, "3")], title="Who came", description="One bar", columns=("Who", "n"))
    picture = Picture(
        title="Who came",
        description="One bar",
        svg=drawn.svg,
        alone=paper_text(drawn),
        width=drawn.width,
        heads=("Who", "n"),
        rows=(("School", "3"),),
        lines=("A line",),
    )
    entry = Entry("", "", words=(Words("جيد", "ar", "rtl", "A mother"),))
    told = chapter("p", "Drawn", [picture, entry])
    whole = replace(report(), cover=(("Counted from", ("a log",)),), chapters=(told,))
    paper = docx.Document(BytesIO(document(whole)))
    (shape,) = paper.inline_shapes
    assert shape._inline.docPr.get("descr") == "One bar"
    assert [cell.text for cell in paper.tables[0].rows[0].cells] == ["Counted from", "a log"]
    assert [cell.text for cell in paper.tables[1].rows[1].cells] == ["School", "3"]
    quote = next(one for one in paper.paragraphs if "جيد" in one.text)
    assert quote.runs[0].font.rtl
    assert 'w:bidi="ar"' in quote._p.xml


def test_it_runs_as_its_language_does() -> None:
    assert document(report("rtl"))[:2] == b"PK"
    paper = docx.Document(BytesIO(document(report("rtl"))))
    assert all(one._p.pPr is not None for one in paper.paragraphs if one.text)
