"""A picture in a Word document: as PNG, with words for those who cannot see it, as wide as the page has room."""

from io import BytesIO
from typing import Any

from linkwork.exchange.report.blocks import Picture
from linkwork.exchange.typst.compiling import compile_png
from linkwork.exchange.word.tables import add_table, clean

SHARE = 0.72  # of a point, for each unit of the picture
DOTS = 2.5


def add_picture(paper: Any, one: Picture) -> None:
    """Add its title, the drawing, the sentences below it, and its table."""
    from docx.shared import Emu, Pt

    title = paper.add_paragraph()
    title.paragraph_format.keep_with_next = True
    title.add_run(clean(one.title)).bold = True
    drawn = compile_png("picture", {"svg": one.alone, "width": one.width, "alt": one.title}, dots=DOTS)
    page = paper.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    shape = paper.add_picture(BytesIO(drawn), width=Emu(min(int(Pt(one.width * SHARE)), int(room))))
    shape._inline.docPr.set("title", clean(one.title))
    shape._inline.docPr.set("descr", clean(one.description or one.title))
    for line in one.lines:
        paper.add_paragraph(clean(line))
    if one.rows:
        add_table(paper, one.heads, one.rows)
