"""What did people say? Quotations as cards on a wall, each in its own script and direction, with who spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from linkwork.exchange.pictures.lettering import wrapped
from linkwork.exchange.pictures.svg import Chart, Paper, Said, element, picture

WIDE: Final = 720
GAP: Final = 16
PAD: Final = 16
SIZE: Final = 15
STEP: Final = 22
MOST_LINES: Final = 14
SMALL: Final = 13


@dataclass(frozen=True)
class Quotation:
    """Words as they may be shown. `right_to_left`: how they are read; `kind`: a class for the card's edge."""

    words: str
    who: str
    right_to_left: bool = False
    kind: str = "part-0"
    above: str = ""


def quotation_wall(
    quotations: Sequence[Quotation],
    *,
    title: str,
    description: str,
    columns: tuple[str, str, str],
    across: int = 2,
    right_to_left: bool = False,
) -> Chart:
    """Cards in `across` columns, each put where there is most room. The table has every word of them."""
    paper = Paper(WIDE, right_to_left)
    wide = (WIDE - GAP * (across - 1)) / across
    ends = [0.0] * across
    inside = []
    for one in quotations:
        column = ends.index(min(ends))
        drawn, high = _card(one, column * (wide + GAP), ends[column], wide, paper)
        inside.append(drawn)
        ends[column] += high + GAP
    rows = [(one.above, one.words, one.who) for one in quotations]
    height = max(max(ends) - GAP, STEP)
    return picture(inside, rows, Said(title, description, columns), width=WIDE, height=height, kind="wall")


def _card(one: Quotation, x: float, y: float, wide: float, paper: Paper) -> tuple[str, float]:
    room = wide - 2 * PAD - 6
    lines = wrapped(f"“{one.words}”", room, MOST_LINES, SIZE)
    above = wrapped(one.above, room, 2, SMALL) if one.above else ()
    who = wrapped(one.who, room, 2, SMALL)
    high = 2 * PAD + STEP * len(lines) + 18 * (len(above) + len(who)) + 4
    drawn = [
        element("rect", class_="cell", x=paper.bar(x, wide), y=y, width=wide, height=high, rx=8),
        element(
            "rect", class_=f"bar {one.kind}", x=paper.bar(x, 5), y=y + 8, width=5, height=high - 16, rx=2
        ),
    ]
    line = y + PAD + 12
    for said in above:
        drawn.append(paper.text(said, x + PAD + 4, line, "small strong"))
        line += 18
    edge = paper.bar(x + PAD + 4, room)
    for said in lines:
        drawn.append(_line(said, edge + room if one.right_to_left else edge, line + 2, one.right_to_left))
        line += STEP
    for said in who:
        drawn.append(paper.text(said, x + PAD + 4, line + 4, "small soft"))
        line += 18
    return "".join(drawn), high


def _line(words: str, x: float, y: float, right_to_left: bool) -> str:
    """A line in its own direction, whatever that of the page around it is."""
    direction = "rtl" if right_to_left else "ltr"
    return element("text", str(escape(words)), x=x, y=y, class_="quote", direction=direction)
