"""Where do two lists meet? Counts in cells: the number always, the shade as help, a way into each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.web.charts.svg import LINE, Chart, Paper, Value, element, fitted, frame

CELL: Final = 44
GAP: Final = 3
NAMES: Final = 150
SHADES: Final = (
    0,
    0.08,
    0.16,
    0.26,
    0.36,
    0.8,
    1,
)  # nothing between 0.36 and 0.8: numbers stay readable on both sides


@dataclass(frozen=True)
class Cell:
    """One count and where it leads."""

    count: int
    href: str = ""


def heat_step(count: float, most: float) -> int:
    """0 for nothing, else 1 to 6: how deep the shade of `count` is when the deepest cell holds `most`."""
    if count <= 0 or most <= 0:
        return 0
    return min(6, 1 + int(count / most * 5.999))


def heat_matrix(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    *,
    title: str,
    description: str,
    corner: str,
    right_to_left: bool = False,
) -> Chart:
    """`cells` row by row. Column names are numbered above and spelt out below, so that they never stand on end.

    Raises ValueError where the cells are not rows × columns.
    """
    if len(cells) != len(rows) or any(len(row) != len(columns) for row in cells):
        raise ValueError("There must be one cell for each row and column.")
    width = NAMES + len(columns) * (CELL + GAP)
    paper = Paper(width, right_to_left)
    most = max((cell.count for row in cells for cell in row), default=0)
    inside = [paper.text(n + 1, _x(n) + CELL / 2, 14, "soft strong", "middle") for n in range(len(columns))]
    for place, (name, row) in enumerate(zip(rows, cells, strict=True)):
        y = LINE + place * (CELL + GAP)
        inside.append(paper.text(fitted(name, NAMES - 8), 0, y + CELL / 2 + 5))
        inside += [_cell(cell, _x(n), y, most, paper, f"{name} · {columns[n]}") for n, cell in enumerate(row)]
    below = LINE + len(rows) * (CELL + GAP) + 6
    inside += [
        paper.text(fitted(f"{n + 1} {name}", width), 0, below + LINE * n + 14)
        for n, name in enumerate(columns)
    ]
    height = below + LINE * len(columns) + 4
    svg = frame(inside, title=title, description=description, width=width, height=height, kind="matrix")
    table: tuple[tuple[Value, ...], ...] = tuple(
        (name, *(cell.count for cell in row)) for name, row in zip(rows, cells, strict=True)
    )
    return Chart(svg, (corner, *columns), table)


def _x(place: int) -> float:
    return NAMES + place * (CELL + GAP)


def _cell(cell: Cell, x: float, y: float, most: int, paper: Paper, name: str) -> str:
    left, step = paper.bar(x, CELL), heat_step(cell.count, most)
    drawn = element("rect", class_="cell", x=left, y=y, width=CELL, height=CELL, rx=4)
    if step:
        drawn += element(
            "rect",
            class_="heat",
            fill_opacity=SHADES[step],
            x=left + 1,
            y=y + 1,
            width=CELL - 2,
            height=CELL - 2,
            rx=3,
        )
    kind = "heat-number is-deep" if step >= 5 else "heat-number" if step else "soft"
    drawn += paper.text(cell.count, x + CELL / 2, y + CELL / 2 + 5, kind, "middle")
    if not cell.href:
        return drawn
    return element("a", drawn, href=cell.href, aria_label=f"{name}: {cell.count}")
