"""Where do two lists meet? Counts in cells: the number always, the shade as help, a way into each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.lettering import width_of, wrapped
from linkwork.exchange.pictures.svg import LINE, Chart, Paper, Said, Value, element, picture

CELL: Final = 44
HEIGHT: Final = 40
WIDEST: Final = 118
GAP: Final = 3
NAMES: Final = 230
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
    """One count and where it leads. `shown` stands in its place where it is given; `hidden`: too small to tell."""

    count: float
    href: str = ""
    shown: str = ""
    hidden: bool = False

    @property
    def words(self) -> str:
        """The count as text."""
        return self.shown or f"{self.count:g}"


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
    """`cells` row by row. Few columns bear their names; many are numbered above and spelt out below.

    Raises ValueError where the cells are not rows × columns.
    """
    if len(cells) != len(rows) or any(len(row) != len(columns) for row in cells):
        raise ValueError("There must be one cell for each row and column.")
    sheet = _sheet(columns, right_to_left)
    most = max((cell.count for row in cells for cell in row if not cell.hidden), default=0)
    inside = sheet.heads(columns)
    for place, (name, row) in enumerate(zip(rows, cells, strict=True)):
        y = sheet.top + place * (HEIGHT + GAP)
        inside += sheet.name(name, y)
        inside += [_cell(cell, n, y, most, sheet, f"{name} · {columns[n]}") for n, cell in enumerate(row)]
    below = sheet.top + len(rows) * (HEIGHT + GAP) + 6
    inside += sheet.spelt(columns, below)
    height = below + (LINE * len(columns) if sheet.numbered else 0) + 4
    table: list[tuple[Value, ...]] = [
        (name, *(cell.shown or cell.count for cell in row)) for name, row in zip(rows, cells, strict=True)
    ]
    said = Said(title, description, (corner, *columns))
    return picture(inside, table, said, width=sheet.paper.width, height=height, kind="matrix")


@dataclass(frozen=True)
class _Sheet:
    """Where columns stand, and whether they bear numbers instead of names."""

    paper: Paper
    cell: float
    top: float
    numbered: bool

    def x(self, place: int) -> float:
        return NAMES + place * (self.cell + GAP)

    def heads(self, columns: Sequence[str]) -> list[str]:
        drawn = []
        for n, name in enumerate(columns):
            lines = (str(n + 1),) if self.numbered else wrapped(name, self.cell, 2)
            y = self.top - 6 - LINE * 0.85 * (len(lines) - 1)
            drawn += [
                self.paper.text(line, self.x(n) + self.cell / 2, y + LINE * 0.85 * k, "strong", "middle")
                for k, line in enumerate(lines)
            ]
        return drawn

    def name(self, name: str, y: float) -> list[str]:
        lines = wrapped(name, NAMES - 10, 2)
        first = y + HEIGHT / 2 + 5 - 8.5 * (len(lines) - 1)
        return [self.paper.text(line, 0, first + 17 * n) for n, line in enumerate(lines)]

    def spelt(self, columns: Sequence[str], below: float) -> list[str]:
        if not self.numbered:
            return []
        lines = (wrapped(f"{n + 1} {name}", self.paper.width, 1)[0] for n, name in enumerate(columns))
        return [self.paper.text(line, 0, below + LINE * n + 14) for n, line in enumerate(lines)]


def _sheet(columns: Sequence[str], right_to_left: bool) -> _Sheet:
    """Columns as wide as the longest word of their names, where all of them fit so."""
    words = [width_of(word, strong=True) for name in columns for word in name.split()]
    cell = max([CELL, *words]) + 6
    numbered = len(columns) > 6 or cell > WIDEST
    cell = CELL if numbered else max(cell, 64)
    paper = Paper(NAMES + len(columns) * (cell + GAP), right_to_left)
    two = not numbered and any(len(wrapped(name, cell, 2)) > 1 for name in columns)
    return _Sheet(paper, cell, LINE * (1.95 if two else 1.1), numbered)


def _cell(cell: Cell, place: int, y: float, most: float, sheet: _Sheet, name: str) -> str:
    left = sheet.paper.bar(sheet.x(place), sheet.cell)
    step = 0 if cell.hidden else heat_step(cell.count, most)
    kind = "hidden" if cell.hidden else "cell"
    drawn = element("rect", class_=kind, x=left, y=y, width=sheet.cell, height=HEIGHT, rx=4)
    if step:
        drawn += element(
            "rect",
            class_="heat",
            fill_opacity=SHADES[step],
            x=left + 1,
            y=y + 1,
            width=sheet.cell - 2,
            height=HEIGHT - 2,
            rx=3,
        )
    kind = "heat-number is-deep" if step >= 5 else "heat-number" if step else "soft"
    words = wrapped(cell.words, sheet.cell - 6, 1)[0]
    drawn += sheet.paper.text(words, sheet.x(place) + sheet.cell / 2, y + HEIGHT / 2 + 5, kind, "middle")
    if not cell.href:
        return drawn
    return element("a", drawn, href=cell.href, aria_label=f"{name}: {cell.words}")
