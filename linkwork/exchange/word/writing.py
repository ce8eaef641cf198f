"""How does a report become a Word document? Block by block, with real headings, lists and table heads."""

from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from linkwork.exchange.report.blocks import Block, Entry, Facts, Heading, Points, Report, Table, Text

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document(report: Report) -> bytes:
    """The report as .docx. Texts are placed as text; what no XML may hold is left out."""
    paper = docx.Document()
    paper.core_properties.title = _clean(report.title)
    paper.core_properties.author = _clean(report.programme)
    paper.core_properties.language = report.lang
    paper.styles["Normal"].font.size = Pt(11)
    if report.demo:
        _say(paper, report.demo)
    _say(paper, f"{report.above} · {report.programme}")
    _turn(paper.add_heading(_clean(report.title), 1), report)
    if report.lead:
        _say(paper, report.lead)
    for chapter in report.chapters:
        if chapter.title:
            _turn(paper.add_heading(_clean(chapter.title), 2), report)
        for block in chapter.blocks:
            _add(paper, block)
    _say(paper, report.printed)
    for paragraph in paper.paragraphs:
        _turn(paragraph, report)
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


def _add(paper: Any, block: Block) -> None:
    match block:
        case Heading():
            paper.add_heading(_clean(block.title), 3)
        case Text():
            for line in block.lines:
                _say(paper, line)
        case Points():
            for item in block.items:
                paper.add_paragraph(_clean(item), style="List Bullet")
        case Facts():
            _table(paper, ("", ""), tuple((name, "\n".join(lines)) for name, lines in block.pairs))
        case Table():
            _say(paper, block.caption)
            _table(paper, block.heads, block.rows)
        case Entry():
            _entry(paper, block)


def _entry(paper: Any, one: Entry) -> None:
    if one.title:
        paper.add_heading(_clean(one.title), 3)
    for line in (one.above, *one.lines, *(f"“{said.text}” {said.who}".strip() for said in one.words)):
        if line:
            _say(paper, line)
    for line in (*one.notes, one.flag):
        if line:
            _say(paper, line)


def _table(paper: Any, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    named = any(heads)
    table = paper.add_table(rows=1 if named else 0, cols=len(heads), style="Table Grid")
    if named:
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.text = _clean(head)
        mark = OxmlElement("w:tblHeader")  # repeated on each page, and read out as a heading
        mark.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _clean(text)
    paper.add_paragraph()


def _say(paper: Any, text: str) -> None:
    paper.add_paragraph(_clean(text))


def _turn(paragraph: Any, report: Report) -> None:
    """Right to left where the language runs so."""
    if report.dir == "rtl":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))


def _clean(text: str) -> str:
    return "".join(mark for mark in str(text) if mark in "\t\n" or ord(mark) >= 32)
