"""What belongs under what? Boxes joined by lines, read from where reading starts; numbers in sight beside the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.lettering import fitted
from linkwork.exchange.pictures.svg import Chart, Paper, Said, element, picture

COLUMN: Final = 210
GAP: Final = 46
BOX: Final = 34
BETWEEN: Final = 10


@dataclass(frozen=True)
class Branch:
    """One box. `kind` is a class that colours its edge; `shown` the number as text; `href` where it leads."""

    name: str
    shown: str
    kind: str = ""
    href: str = ""
    branches: tuple[Branch, ...] = ()


def tree_chart(
    branches: Sequence[Branch],
    *,
    title: str,
    description: str,
    columns: tuple[str, str, str],
    right_to_left: bool = False,
) -> Chart:
    """Boxes in columns by depth, each beside the middle of what hangs under it. The table names what each is under."""
    deepest = max((_depth(one) for one in branches), default=1)
    width = deepest * COLUMN + (deepest - 1) * GAP
    paper = Paper(width, right_to_left)
    inside: list[str] = []
    y = 0.0
    for one in branches:
        _place, y = _draw(one, 0, y, paper, inside)
    rows = [row for one in branches for row in _rows(one, "")]
    said = Said(title, description, columns)
    return picture(inside, rows, said, width=width, height=max(y - BETWEEN, BOX), kind="tree")


def _depth(one: Branch) -> int:
    return 1 + max((_depth(each) for each in one.branches), default=0)


def _draw(one: Branch, depth: int, y: float, paper: Paper, inside: list[str]) -> tuple[float, float]:
    """Draw a branch from `y` down; the middle of its box, and where the next may begin."""
    x = depth * (COLUMN + GAP)
    middles = []
    below = y
    for each in one.branches:
        middle, below = _draw(each, depth + 1, below, paper, inside)
        middles.append(middle)
    middle = (middles[0] + middles[-1]) / 2 if middles else y + BOX / 2
    inside += [_line(paper, x + COLUMN, middle, x + COLUMN + GAP, end) for end in middles]
    inside.append(_box(one, paper, x, middle - BOX / 2))
    return middle, max(below, y + BOX + BETWEEN)


def _line(paper: Paper, x: float, y: float, to_x: float, to_y: float) -> str:
    half = (x + to_x) / 2
    path = f"M{paper.at(x)} {y}C{paper.at(half)} {y} {paper.at(half)} {to_y} {paper.at(to_x)} {to_y}"
    return element("path", d=path, class_="join")


def _box(one: Branch, paper: Paper, x: float, y: float) -> str:
    room = COLUMN - 24 - 9 * len(one.shown) - 10
    drawn = [
        element("rect", class_="leaf", x=paper.bar(x, COLUMN), y=y, width=COLUMN, height=BOX, rx=6),
        element("rect", class_=f"edge {one.kind}".strip(), x=paper.bar(x, 6), y=y, width=6, height=BOX, rx=3),
        paper.text(fitted(one.name, room), x + 14, y + BOX / 2 + 5),
        paper.text(one.shown, x + COLUMN - 10, y + BOX / 2 + 5, "strong", "end"),
    ]
    return element("a", "".join(drawn), href=one.href) if one.href else "".join(drawn)


def _rows(one: Branch, under: str) -> list[tuple[str, str, str]]:
    found = [(one.name, under, one.shown)]
    for each in one.branches:
        found += _rows(each, one.name)
    return found
