"""How does a report become a Word document? Block by block, with real headings, lists and table heads."""

from io import BytesIO
from typing import Any

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
)
from linkwork.exchange.word.pictures import add_picture
from linkwork.exchange.word.tables import add_table, clean

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document(report: Report) -> bytes:
    """The report as .docx. Texts are placed as text; what no XML may hold is left out."""
    import docx  # only here: it is large, and most visits write no paper
    from docx.shared import Pt

    paper = docx.Document()
    paper.core_properties.title = clean(report.title)
    paper.core_properties.author = clean(report.programme)
    paper.core_properties.language = report.lang
    paper.styles["Normal"].font.size = Pt(11)
    if report.demo:
        _say(paper, report.demo)
    _say(paper, f"{report.above} · {report.programme}")
    _turn(paper.add_heading(clean(report.title), 1), report)
    if report.lead:
        _say(paper, report.lead)
    if report.cover:
        add_table(paper, ("", ""), tuple((name, "\n".join(lines)) for name, lines in report.cover))
        _say(paper, report.printed)
        _turn_page(paper)
    for chapter in report.chapters:
        if chapter.title:
            _turn(paper.add_heading(clean(chapter.title), 2), report)
        for block in chapter.blocks:
            _add(paper, block)
    if not report.cover:
        _say(paper, report.printed)
    for paragraph in paper.paragraphs:
        _turn(paragraph, report)
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


def _turn_page(paper: Any) -> None:
    paper.add_page_break()


def _add(paper: Any, block: Block) -> None:
    match block:
        case Heading():
            paper.add_heading(clean(block.title), 3)
        case Text():
            for line in block.lines:
                _say(paper, line)
        case Points():
            for item in block.items:
                paper.add_paragraph(clean(item), style="List Bullet")
        case Facts():
            add_table(paper, ("", ""), tuple((name, "\n".join(lines)) for name, lines in block.pairs))
        case Table():
            _say(paper, block.caption).paragraph_format.keep_with_next = True
            add_table(paper, block.heads, block.rows)
        case Picture():
            add_picture(paper, block)
        case Entry():
            _entry(paper, block)


def _entry(paper: Any, one: Entry) -> None:
    if one.title:
        paper.add_heading(clean(one.title), 3)
    for line in (one.above, *one.lines):
        if line:
            _say(paper, line)
    for said in one.words:
        _quote(paper, said)
    for line in (*one.notes, one.flag):
        if line:
            _say(paper, line)


def _quote(paper: Any, said: Words) -> None:
    """Words in their own direction and language, and who spoke."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    quote = paper.add_paragraph(style="Quote")
    run = quote.add_run(clean(f"“{said.text}”"))
    if said.dir == "rtl":
        quote._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
    spoken = OxmlElement("w:lang")
    for name in ("w:val", "w:bidi", "w:eastAsia"):
        spoken.set(qn(name), said.lang)
    run._r.get_or_add_rPr().append(spoken)
    if said.who:
        _say(paper, said.who)


def _say(paper: Any, text: str) -> Any:
    return paper.add_paragraph(clean(text))


def _turn(paragraph: Any, report: Report) -> None:
    """Right to left where the language runs so."""
    if report.dir == "rtl":
        from docx.oxml import OxmlElement

        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
