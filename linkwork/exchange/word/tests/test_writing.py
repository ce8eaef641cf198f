"""A report as a Word document that Word, and whoever reads it aloud, understands."""

from io import BytesIO

import docx
import pytest

from linkwork.exchange.report.blocks import (
    Block,
    Entry,
    Facts,
    Heading,
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
        "“Good” A school",
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


def test_it_runs_as_its_language_does() -> None:
    assert document(report("rtl"))[:2] == b"PK"
    paper = docx.Document(BytesIO(document(report("rtl"))))
    assert all(one._p.pPr is not None for one in paper.paragraphs if one.text)
