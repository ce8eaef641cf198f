"""A display for Word: landscape, a head repeated on each page, each quotation in its own language and direction."""

from typing import Any

from linkwork.exchange.displays.paper import Line, Paper, Piece
from linkwork.exchange.word.tables import clean

SOFT = (0x55, 0x60, 0x5B)
SMALL, USUAL = 8, 9.5  # points


def document(paper: Paper) -> Any:
    """The display as a document, to be saved."""
    import docx  # only here: it is large, and most visits write no paper
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    made = docx.Document()
    made.core_properties.title = clean(paper.title)
    made.core_properties.author = clean(paper.programme)
    made.core_properties.language = paper.lang
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(15)
    for text in (paper.demo, f"{paper.above} · {paper.programme}"):
        if text:
            _turn(made.add_paragraph(clean(text)), paper.dir)
    _turn(made.add_heading(clean(paper.title), 1), paper.dir)
    _turn(made.add_paragraph(clean(paper.standing)), paper.dir)
    _table(made, paper)
    for text in (*paper.notes, paper.printed):
        _turn(made.add_paragraph(clean(text)), paper.dir)
    return made


def _table(made: Any, paper: Paper) -> None:
    from docx.shared import Pt

    heads = (paper.first_head, *paper.heads)
    table = made.add_table(rows=1, cols=len(heads), style="Table Grid")
    if paper.dir == "rtl":
        table._tbl.tblPr.append(_mark("bidiVisual"))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        run = cell.paragraphs[0].add_run(clean(head))
        run.bold = True
        run.font.size = Pt(USUAL)
        _turn(cell.paragraphs[0], paper.dir)
    table.rows[0]._tr.get_or_add_trPr().append(_mark("tblHeader", val="true"))
    for row in paper.rows:
        _row(table.add_row().cells, row, paper.dir)


def _row(cells: Any, row: Line, direction: str) -> None:
    _say(cells[0].paragraphs[0], row.question, direction, bold=True)
    if row.about:
        _say(cells[0].add_paragraph(), row.about, direction, small=True)
    for cell, pieces in zip(cells[1:], row.cells, strict=True):
        free = [cell.paragraphs[0]]  # a cell begins with an empty paragraph
        for piece in pieces:
            _piece(cell, free, piece, direction)


def _piece(cell: Any, free: list[Any], piece: Piece, direction: str) -> None:
    paragraph = free.pop() if free else cell.add_paragraph()
    said = f"“{piece.text}”" if piece.kind == "words" else piece.text
    _say(
        paragraph,
        said,
        piece.dir or direction,
        bold=piece.kind == "verdict",
        italic=piece.kind == "words",
        lang=piece.lang,
    )
    if piece.below:
        _say(cell.add_paragraph(), piece.below, direction, small=True)


def _say(
    paragraph: Any,
    text: str,
    direction: str,
    bold: bool = False,
    italic: bool = False,
    small: bool = False,
    lang: str = "",
) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(clean(text))
    run.bold, run.font.size = bold, Pt(SMALL if small else USUAL)
    upright = lang.split("-")[0] in ("ar", "zh", "ja", "ko", "fa", "ur")  # scripts that do not lean
    run.italic = italic and not upright
    if small:
        run.font.color.rgb = RGBColor(*SOFT)
    if lang:
        run._r.get_or_add_rPr().append(_mark("lang", **{"bidi" if direction == "rtl" else "val": lang}))
    if direction == "rtl":
        run._r.get_or_add_rPr().append(_mark("rtl"))
    _turn(paragraph, direction)


def _turn(paragraph: Any, direction: str) -> None:
    """Right to left where the words run so."""
    if direction == "rtl":
        paragraph._p.get_or_add_pPr().append(_mark("bidi"))


def _mark(name: str, **said: str) -> Any:
    """An element of Word's own language that the library has no word for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement(f"w:{name}")
    for key, value in said.items():
        mark.set(qn(f"w:{key}"), value)
    return mark
