"""Tables in a Word document: a head that is repeated on each page and read out as one."""

from typing import Any


def add_table(paper: Any, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    """Add a table to a document; without words in `heads` it has no head."""
    named = any(heads)
    table = paper.add_table(rows=1 if named else 0, cols=len(heads), style="Table Grid")
    if named:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.text = clean(head)
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = clean(text)
    paper.add_paragraph()


def clean(text: str) -> str:
    """Text without what no XML may hold."""
    return "".join(mark for mark in str(text) if mark in "\t\n" or ord(mark) >= 32)
