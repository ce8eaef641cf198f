"""How does a picture come into a report? Drawn once, with its table and what has to be known beside it."""

from linkwork.exchange.pictures.files import Illustration, paper_text
from linkwork.exchange.pictures.svg import Value
from linkwork.exchange.report.blocks import Picture
from linkwork.exchange.report.chapters.saying import nothing, number
from linkwork.exchange.typst.compiling import chinese_face, has_chinese


def picture(one: Illustration, lines: tuple[str, ...] = (), *, table: bool = True) -> Picture:
    """The block of a picture; `lines` are said below it. Without `table` its table stands beside it already."""
    chart = one.chart
    face = chinese_face() if has_chinese(str(chart.svg)) else ""
    return Picture(
        title=chart.title,
        description=chart.description,
        svg=chart.svg,
        alone=paper_text(chart, face),
        width=chart.width,
        heads=chart.columns,
        rows=tuple(tuple(_cell(cell) for cell in row) for row in chart.table_rows) if table else (),
        lines=lines,
    )


def _cell(value: Value) -> str:
    if value is None or value == "":
        return nothing()
    if isinstance(value, str):
        return value
    return number(int(value)) if value == int(value) else f"{value:g}"
