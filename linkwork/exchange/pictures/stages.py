"""How is a stage drawn? A band in its colour with its number and name; its lower edge tells it apart without colour."""

from __future__ import annotations

from typing import Final

from linkwork.exchange.pictures.lettering import width_of
from linkwork.exchange.pictures.svg import Paper, element

BAND: Final = 34


def stage_band(number: int, name: str, x: float, wide: float, paper: Paper, high: float = BAND) -> str:
    """The band of one stage from `x` on; with its name where that fits, else with its number alone."""
    left = paper.bar(x, wide)
    kind = f"bar gap stage-{number}"
    whole = f"{number} {name}"
    label = whole if width_of(whole, strong=True) + 10 < wide else str(number)
    drawn = [element("rect", class_=kind, x=left, y=0, width=wide, height=high, rx=4)]
    drawn += _pattern(number, left, wide, high - 6)
    if width_of(label, strong=True) < wide:
        drawn.append(paper.text(label, x + wide / 2, high / 2 + 3, "on-stage strong", "middle"))
    return "".join(drawn)


def _pattern(number: int, left: float, wide: float, y: float) -> list[str]:
    """Along the lower edge: a plain edge, dashes, dots. The stage shows without its colour too."""
    if number == 1 or wide < 20:
        return []
    if number == 2:
        steps = range(int(wide - 12) // 14)
        return [element("rect", class_="pattern", x=left + 6 + 14 * n, y=y, width=8, height=3) for n in steps]
    steps = range(int(wide - 12) // 9)
    return [element("circle", class_="pattern", cx=left + 8 + 9 * n, cy=y + 1.5, r=1.7) for n in steps]
