"""Did it change, or does it only go up and down? A run chart: points around their median, runs and trends marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.axes import Field, names, rules
from linkwork.exchange.pictures.lettering import width_of, wrapped
from linkwork.exchange.pictures.svg import LINE, Chart, Paper, Said, Value, element, picture, top_of

WIDE: Final = 680
HIGH: Final = 180
LEFT: Final = 54
BESIDE: Final = 92  # for the median's name
MARK: Final = 28  # the height of a bracket with its words


@dataclass(frozen=True)
class Stretch:
    """A run of points that means something: from the first to the last, by their places (both included)."""

    first: int
    last: int
    words: str


@dataclass(frozen=True)
class RunWords:
    """What the marks of a run chart are called, and the headings of its table."""

    median: str
    shift: str
    trend: str
    step: str
    value: str
    mark: str
    hidden: str
    unit: str = ""


def run_chart(
    steps: Sequence[str],
    values: Sequence[float | None],
    *,
    median: float | None,
    shifts: Sequence[Stretch],
    trends: Sequence[Stretch],
    words: RunWords,
    title: str,
    description: str,
    shown: Sequence[str] = (),
    right_to_left: bool = False,
) -> Chart:
    """Points of a shift are squares, of a trend triangles, so that marks need no colour. None leaves a gap.

    Raises ValueError where there is not one value for each step.
    """
    if len(values) != len(steps):
        raise ValueError("A run chart needs one value for each step.")
    paper = Paper(WIDE, right_to_left)
    most = 100.0 if words.unit == "%" and _near_whole(values) else top_of([*values, median])
    marks = [*((one, words.shift, 0) for one in shifts), *((one, words.trend, 1) for one in trends)]
    start = 8.0 + MARK * (bool(shifts) + bool(trends))
    field = Field(paper, LEFT, start, WIDE - BESIDE, HIGH, most, len(steps))
    inside = [*rules(field, words.unit), *names(field, steps)]
    inside += [_bracket(one, said, row if shifts else 0, field) for one, said, row in marks]
    if median is not None:
        inside.append(_median(median, words, field))
    inside += [_line(values, field), *_points(values, shifts, trends, field)]
    rows = [
        (step, _shown(place, values, shown, words), _mark(place, marks)) for place, step in enumerate(steps)
    ]
    sheet = [
        (step, _shown(place, values, (), words), _mark(place, marks)) for place, step in enumerate(steps)
    ]
    said = Said(title, description, (words.step, words.value, words.mark))
    high = field.foot + LINE + 8
    return picture(inside, rows, said, width=WIDE, height=high, kind="run", sheet=sheet)


def _near_whole(values: Sequence[float | None]) -> bool:
    return max((one for one in values if one is not None), default=0) > 50


def _shown(place: int, values: Sequence[float | None], shown: Sequence[str], words: RunWords) -> Value:
    if shown:
        return shown[place]
    return words.hidden if values[place] is None else values[place]


def _mark(place: int, marks: Sequence[tuple[Stretch, str, int]]) -> str:
    return ", ".join(said for one, said, _row in marks if one.first <= place <= one.last)


def _bracket(one: Stretch, said: str, row: int, field: Field) -> str:
    """What it is, over a bracket over the points it is about."""
    y = MARK * row + 20.0
    first, last = field.x(one.first - 0.3), field.x(one.last + 0.3)
    at = field.paper.at
    path = f"M{at(first):g} {y + 5:g}V{y:g}H{at(last):g}V{y + 5:g}"
    wide = width_of(said, 13) / 2
    middle = min(max((first + last) / 2, wide), WIDE - wide)
    return element("path", class_="bracket", d=path) + field.paper.text(
        said, middle, y - 6, "small", "middle"
    )


def _median(median: float, words: RunWords, field: Field) -> str:
    y = field.y(median)
    at = field.paper.at
    line = element("line", class_="median", x1=at(field.left), x2=at(field.wide), y1=y, y2=y)
    lines = wrapped(words.median, BESIDE - 8, 2, 13)
    first = y + 5 - 8 * (len(lines) - 1)
    return line + "".join(
        field.paper.text(one, field.wide + 8, first + 16 * n, "small strong") for n, one in enumerate(lines)
    )


def _line(values: Sequence[float | None], field: Field) -> str:
    drawn, points = [], []
    for place, value in enumerate([*values, None]):
        if value is not None:
            points.append(f"{field.paper.at(field.x(place)):.1f},{field.y(value):.1f}")
            continue
        if len(points) > 1:
            drawn.append(element("polyline", class_="line part-0", points=" ".join(points)))
        points = []
    return "".join(drawn)


def _points(
    values: Sequence[float | None], shifts: Sequence[Stretch], trends: Sequence[Stretch], field: Field
) -> list[str]:
    drawn = []
    for place, value in enumerate(values):
        if value is None:
            continue
        x, y = field.paper.at(field.x(place)), field.y(value)
        if any(one.first <= place <= one.last for one in shifts):
            drawn.append(element("rect", class_="part-2", x=x - 5, y=y - 5, width=10, height=10))
        elif any(one.first <= place <= one.last for one in trends):
            drawn.append(element("path", class_="part-3", d=f"M{x:g} {y - 7:g}l6.5 11h-13z"))
        else:
            drawn.append(element("circle", class_="part-0", cx=x, cy=y, r=3.5))
    return drawn
