"""How does a picture leave the page? As SVG or PNG that stands alone, or as a spreadsheet of its numbers.

What is hidden on the page is hidden in each: a file is made of the drawn picture and its table, and of nothing else.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.exchange.grids import FORMATS, Grid, written
from linkwork.exchange.pictures.look import LIGHT, alone_style
from linkwork.exchange.pictures.svg import Chart, element
from linkwork.exchange.typst.compiling import chinese_face, compile_png, has_chinese

EDGE: Final = 16  # white around the picture
DOTS: Final = 3.0  # of a PNG, for each unit of the picture: sharp in print at a page's width

MARK = "\u200f"  # of a line that is read from the right: before and after it, so that its ends turn too


@dataclass(frozen=True)
class Illustration:
    """A picture with what has to be known about it: its definition, what it was counted from, what is hidden."""

    chart: Chart
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class File:
    """A file to hand on."""

    data: bytes
    media_type: str
    ending: str


def svg_text(chart: Chart, chinese: str = "") -> str:
    """The picture as a file of its own: its style inside, on white, named for those who cannot see it."""
    wide, high = chart.width + 2 * EDGE, chart.height + 2 * EDGE
    inside = re.sub(r"</?a(?: [^>]*)?>", "", str(chart.svg))  # an address of the house leads nowhere outside
    opening, rest = inside.split(">", 1)
    opening = re.sub(r'\b(viewBox|width|height|role)="[^"]*"\s?', "", opening).rstrip()
    box = f'viewBox="{-EDGE} {-EDGE} {wide:g} {high:g}" width="{wide:g}" height="{high:g}" role="img"'
    ground = element("rect", x=-EDGE, y=-EDGE, width=wide, height=high, fill=LIGHT["surface"])
    names = rest.index("</desc>") + len("</desc>") if "</desc>" in rest else 0
    style = f"<style>{alone_style(chinese)}</style>"
    opening = opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{opening} {box}>{rest[:names]}{style}{ground}{rest[names:]}"


def paper_text(chart: Chart, chinese: str = "") -> str:
    """The same for typst, which knows no direction of text: it is said by where a line is held, and by marks in it."""
    return re.sub(r"<text [^>]*>[^<]*", _turned, svg_text(chart, chinese))


def _turned(found: re.Match[str]) -> str:
    opening, words = found[0].split(">", 1)
    if 'direction="rtl"' not in opening:
        return found[0]
    opening = opening.replace(' direction="rtl"', "")
    if 'text-anchor="end"' in opening:
        opening = opening.replace(' text-anchor="end"', "")
    elif "text-anchor" not in opening:
        opening += ' text-anchor="end"'
    return f"{opening}>{MARK}{words}{MARK}"


def _svg(one: Illustration) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg_text(one.chart)}\n'.encode()


def png(chart: Chart) -> bytes:
    """The picture as PNG, set with the house's typefaces. Letters without a typeface show as empty boxes."""
    face = chinese_face() if has_chinese(str(chart.svg)) else ""
    wide = chart.width + 2 * EDGE
    data = {"svg": paper_text(chart, face), "width": wide, "alt": chart.title}
    return compile_png("picture", data, dots=DOTS)


def grid(one: Illustration) -> Grid:
    """The numbers of the picture as a table, with what it shows and what has to be known about it."""
    chart = one.chart
    language = (translation.get_language() or "en").split("-")[0]
    rows = tuple(tuple(_("not known") if cell is None else cell for cell in row) for row in chart.numbers)
    return Grid(
        title=chart.title,
        notes=tuple(note for note in (chart.description, *one.notes) if note),
        heads=chart.columns,
        rows=rows,
        lang=language,
        dir="rtl" if translation.get_language_bidi() else "ltr",
    )


def _png(one: Illustration) -> bytes:
    return png(one.chart)


def _xlsx(one: Illustration) -> bytes:
    return written(grid(one), "xlsx")[0]


KINDS: Final[dict[str, tuple[str, Callable[[Illustration], bytes]]]] = {
    "png": ("image/png", _png),
    "svg": ("image/svg+xml; charset=utf-8", _svg),
    "xlsx": (FORMATS["xlsx"].media_type, _xlsx),
}


def picture_file(one: Illustration, ending: str) -> File:
    """The picture as a file of this kind. Raises KeyError for a kind that is not made."""
    media_type, make = KINDS[ending]
    return File(make(one), media_type, ending)
