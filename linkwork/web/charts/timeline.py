"""How did a programme go through its stages? A band of three stages with what happened hung beneath it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.web.charts.svg import LINE, Chart, Paper, element, fitted, frame

WIDE: Final = 640
BAND: Final = 34
SMALLEST: Final = 0.04  # a stage shorter than this share of the whole is still seen


@dataclass(frozen=True)
class StageSpan:
    """One stage: `number` 1 to 3, its name, its first day and the day after its last."""

    number: int
    name: str
    start: dt.date
    end: dt.date
    dates: str


@dataclass(frozen=True)
class Event:
    """Something that happened on a day; `when` is that day as text."""

    day: dt.date
    when: str
    words: str


def timeline_svg(
    stages: Sequence[StageSpan],
    events: Sequence[Event],
    *,
    title: str,
    description: str,
    columns: tuple[str, str],
    right_to_left: bool = False,
) -> Chart:
    """Stages to scale with numbered points for events, the events written out below in order of their days.

    Raises ValueError where there is no stage or one ends before it starts.
    """
    if not stages or any(stage.end <= stage.start for stage in stages):
        raise ValueError("A timeline needs stages that end after they start.")
    paper = Paper(WIDE, right_to_left)
    first, last = min(s.start for s in stages), max(s.end for s in stages)
    ordered = sorted(events, key=lambda event: event.day)
    inside = [_stage(stage, first, last, paper) for stage in stages]
    inside += [_point(n, event, first, last, paper) for n, event in enumerate(ordered, 1)]
    start = BAND + 2 * LINE + 30
    inside += [_written(n, event, start + LINE * 1.25 * (n - 1), paper) for n, event in enumerate(ordered, 1)]
    height = start + LINE * 1.25 * len(ordered)
    svg = frame(inside, title=title, description=description, width=WIDE, height=height, kind="timeline")
    rows = [(stage.dates, stage.name) for stage in stages] + [(event.when, event.words) for event in ordered]
    return Chart(svg, columns, tuple(rows))


def _place(day: dt.date, first: dt.date, last: dt.date) -> float:
    share = (day - first).days / (last - first).days
    return WIDE * min(max(share, 0), 1)


def _stage(stage: StageSpan, first: dt.date, last: dt.date, paper: Paper) -> str:
    x = _place(stage.start, first, last)
    wide = max(_place(stage.end, first, last) - x, WIDE * SMALLEST)
    left = paper.bar(x, wide)
    kind = f"bar gap stage-{stage.number}"
    drawn = [
        element("rect", class_=kind, x=left, y=0, width=wide, height=BAND, rx=4),
        *_pattern(stage.number, left, wide),
    ]
    label = f"{stage.number} {stage.name}" if wide > 8.4 * (len(stage.name) + 3) else str(stage.number)
    drawn.append(paper.text(label, x + wide / 2, 20, "on-stage strong", "middle"))
    if wide > 7.6 * len(stage.dates):
        drawn.append(paper.text(stage.dates, x + 2, BAND + 18, "soft"))
    return "".join(drawn)


def _pattern(number: int, left: float, wide: float) -> list[str]:
    """Along the lower edge: a plain edge, dashes, dots. The stage shows without its colour too."""
    y = BAND - 6
    if number == 1:
        return []
    if number == 2:
        steps = range(int(wide - 12) // 14)
        return [element("rect", class_="pattern", x=left + 6 + 14 * n, y=y, width=8, height=3) for n in steps]
    steps = range(int(wide - 12) // 9)
    return [element("circle", class_="pattern", cx=left + 8 + 9 * n, cy=y + 1.5, r=1.7) for n in steps]


def _point(n: int, event: Event, first: dt.date, last: dt.date, paper: Paper) -> str:
    x = min(max(_place(event.day, first, last), 11), WIDE - 11)
    y = BAND + LINE + 20
    return (
        element("line", class_="axis", x1=paper.at(x), x2=paper.at(x), y1=BAND + LINE + 2, y2=y - 10)
        + element("circle", class_="cell", cx=paper.at(x), cy=y, r=10)
        + paper.text(n, x, y + 5, "small-number", "middle")
    )


def _written(n: int, event: Event, y: float, paper: Paper) -> str:
    when = f"{n} · {event.when}"
    room = WIDE - 150
    return paper.text(when, 0, y + 14, "soft") + paper.text(fitted(event.words, room), 150, y + 14)
