"""How far did people get? Steps under each other, each measured against the first, with what is not known beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.lettering import width_of, wrapped
from linkwork.exchange.pictures.svg import LINE, Chart, Paper, Said, element, hidden_box, picture

WIDE: Final = 400  # so that its words can be read on a phone
BAR: Final = 26
DROP: Final = 16


@dataclass(frozen=True)
class Step:
    """One step: `value` None where it is hidden or not told, `shown` as text, `share` of the first, `beside` notes."""

    name: str
    value: float | None
    shown: str
    share: str = ""
    beside: str = ""
    hidden: bool = False


def funnel_chart(
    steps: Sequence[Step],
    *,
    title: str,
    description: str,
    columns: tuple[str, str, str, str],
    right_to_left: bool = False,
) -> Chart:
    """Bars from where reading starts, joined by what is left. Table: step, number, share of the first, not known."""
    paper = Paper(WIDE, right_to_left)
    most = max((one.value or 0 for one in steps), default=0) or 1
    inside: list[str] = []
    y, before = 0.0, 0.0
    for place, one in enumerate(steps):
        drawn, below, long = _step(one, y, most, paper)
        if place and before and long:
            inside.append(_joined(y - DROP, before, y + _head(one), long, paper))
        inside.append(drawn)
        y, before = below + DROP, long
    rows = [(one.name, one.shown, one.share, one.beside) for one in steps]
    sheet = [(one.name, one.shown if one.hidden else one.value, one.share, one.beside) for one in steps]
    said = Said(title, description, columns)
    return picture(inside, rows, said, width=WIDE, height=max(y - DROP, BAR), kind="funnel", sheet=sheet)


def _room(one: Step) -> float:
    return WIDE - width_of(_number(one), strong=True) - 16


def _number(one: Step) -> str:
    return f"{one.shown} · {one.share}" if one.share else one.shown


def _head(one: Step) -> float:
    return LINE * len(wrapped(one.name, _room(one))) + 2.0


def _step(one: Step, y: float, most: float, paper: Paper) -> tuple[str, float, float]:
    """The step drawn, where it ends, and how long its bar is (nought where there is none to scale)."""
    lines = wrapped(one.name, _room(one))
    drawn = [paper.text(line, 0, y + LINE * n + 14) for n, line in enumerate(lines)]
    drawn.append(paper.text(_number(one), WIDE, y + 14, "strong", "end"))
    top = y + _head(one)
    long = WIDE * min(max((one.value or 0) / most, 0), 1)
    if one.hidden:
        drawn.append(hidden_box(paper.bar(0, 90), top, 90, BAR))
    elif long:
        drawn.append(
            element("rect", class_="bar part-0", x=paper.bar(0, long), y=top, width=long, height=BAR)
        )
    else:
        drawn.append(element("rect", class_="track", x=0, y=top, width=WIDE, height=BAR))
    below = top + BAR
    notes = wrapped(one.beside, WIDE, 2) if one.beside else ()
    drawn += [paper.text(line, 0, below + LINE * n + 16, "soft") for n, line in enumerate(notes)]
    return "".join(drawn), below + (LINE * len(notes) + 2.0 if notes else 0.0), long


def _joined(above: float, before: float, below: float, after: float, paper: Paper) -> str:
    """The slope from one bar to the next, behind the words between them."""
    points = ((0, above), (before, above), (after, below), (0, below))
    return element("polygon", class_="slope", points=" ".join(f"{paper.at(x):g},{y:g}" for x, y in points))
