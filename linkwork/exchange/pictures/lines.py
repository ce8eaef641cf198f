"""How did it go, month by month? Lines over equal steps; a month that is not known leaves a gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.lettering import fitted
from linkwork.exchange.pictures.svg import LINE, Chart, Paper, Said, Value, element, picture, top_of

WIDE: Final = 440
HIGH: Final = 160
EDGE: Final = 40
DASHES: Final = (None, "7 5", "2 5", "10 4 2 4")


@dataclass(frozen=True)
class Line:
    """One line: a value for each step, None where it is not known (never drawn as nought)."""

    name: str
    values: tuple[float | None, ...]


def line_chart(
    steps: Sequence[str],
    lines: Sequence[Line],
    *,
    title: str,
    description: str,
    column: str,
    top: float | None = None,
    right_to_left: bool = False,
) -> Chart:
    """Lines over `steps` (short month names), told apart by dash and by name at their key, not by colour alone.

    They are measured from nought to `top` (a round number not below the largest value where none is given).
    Raises ValueError where a line has not one value for each step.
    """
    if any(len(line.values) != len(steps) for line in lines):
        raise ValueError("Each line needs one value for each step.")
    paper = Paper(WIDE, right_to_left)
    top = top or top_of([value for line in lines for value in line.values])
    start = 8.0 if len(lines) < 2 else LINE * len(lines) + 12.0
    inside = [*_grid(paper, start, top), *_steps(steps, paper, start)]
    for place, line in enumerate(lines):
        inside.append(_line(line, place, paper, start, top))
        if len(lines) > 1:
            inside.append(_named(line.name, place, paper))
    return picture(
        inside,
        _rows(steps, lines),
        Said(title, description, (column, *(line.name for line in lines))),
        width=WIDE,
        height=start + HIGH + LINE + 8,
        kind="lines",
    )


def _rows(steps: Sequence[str], lines: Sequence[Line]) -> tuple[tuple[Value, ...], ...]:
    return tuple((step, *(line.values[place] for line in lines)) for place, step in enumerate(steps))


def _x(place: int, count: int) -> float:
    room = WIDE - EDGE - 16
    return EDGE + 8 + (room * place / (count - 1) if count > 1 else room / 2)


def _grid(paper: Paper, start: float, top: float) -> list[str]:
    drawn = []
    for part in (0, 0.5, 1):
        y = start + HIGH * (1 - part)
        kind = "rule" if part else "axis"
        drawn.append(element("line", class_=kind, x1=paper.at(EDGE), x2=paper.at(WIDE), y1=y, y2=y))
        drawn.append(paper.text(f"{top * part:g}", EDGE - 8, y + 5, "soft", "end"))
    return drawn


def _steps(steps: Sequence[str], paper: Paper, start: float) -> list[str]:
    every = max(1, -(-len(steps) * 44 // (WIDE - EDGE)))  # as many names as fit side by side
    y = start + HIGH + LINE
    return [
        _step(fitted(step, 60), place, len(steps), paper, y)
        for place, step in enumerate(steps)
        if place % every == 0
    ]


def _step(name: str, place: int, count: int, paper: Paper, y: float) -> str:
    """A name under its step; the last one ends with the paper, so that it is not cut off."""
    if 0 < place == count - 1:
        return paper.text(name, WIDE, y, "soft", "end")
    return paper.text(name, _x(place, count), y, "soft", "middle")


def _line(line: Line, place: int, paper: Paper, start: float, top: float) -> str:
    kind, dash = f"part-{place}", DASHES[place % len(DASHES)]
    drawn: list[str] = []
    for run in _runs(line.values):
        points = [
            (paper.at(_x(step, len(line.values))), start + HIGH * (1 - value / top)) for step, value in run
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        if len(points) > 1:
            drawn.append(element("polyline", class_=f"line {kind}", points=path, stroke_dasharray=dash))
        drawn += [element("circle", class_=kind, cx=x, cy=y, r=3) for x, y in points]
    return "".join(drawn)


def _runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = [[]]
    for step, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((step, value))
    return [run for run in runs if run]


def _named(name: str, place: int, paper: Paper) -> str:
    y = LINE * place + 9
    dash = DASHES[place % len(DASHES)]
    sample = element(
        "line",
        class_=f"line part-{place}",
        x1=paper.at(EDGE),
        x2=paper.at(EDGE + 34),
        y1=y,
        y2=y,
        stroke_dasharray=dash,
    )
    return sample + paper.text(fitted(name, WIDE - EDGE - 44), EDGE + 44, y + 5)
