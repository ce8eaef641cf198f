"""How did a programme go through its stages? A band of three stages with what happened hung beneath it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.lettering import width_of, wrapped
from linkwork.exchange.pictures.stages import BAND, stage_band
from linkwork.exchange.pictures.svg import LINE, Chart, Paper, Said, element, picture

WIDE: Final = 640
BESIDE: Final = 170
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
    y = BAND + 2.0 * LINE + (30 if ordered else 0)
    for n, event in enumerate(ordered, 1):
        written, y = _written(n, event, y, paper)
        inside.append(written)
    rows = [(stage.dates, stage.name) for stage in stages] + [(event.when, event.words) for event in ordered]
    said = Said(title, description, columns)
    return picture(inside, rows, said, width=WIDE, height=y, kind="timeline")


def _place(day: dt.date, first: dt.date, last: dt.date) -> float:
    share = (day - first).days / (last - first).days
    return WIDE * min(max(share, 0), 1)


def _stage(stage: StageSpan, first: dt.date, last: dt.date, paper: Paper) -> str:
    x = _place(stage.start, first, last)
    wide = max(_place(stage.end, first, last) - x, WIDE * SMALLEST)
    x = min(x, WIDE - wide)  # the last one stays on the paper however short it is
    drawn = stage_band(stage.number, stage.name, x, wide, paper)
    if wide > width_of(stage.dates) + 6:
        drawn += paper.text(stage.dates, x + 2, BAND + 18, "soft")
    return drawn


def _point(n: int, event: Event, first: dt.date, last: dt.date, paper: Paper) -> str:
    x = min(max(_place(event.day, first, last), 11), WIDE - 11)
    y = BAND + LINE + 20
    return (
        element("line", class_="axis", x1=paper.at(x), x2=paper.at(x), y1=BAND + LINE + 2, y2=y - 10)
        + element("circle", class_="cell", cx=paper.at(x), cy=y, r=10)
        + paper.text(n, x, y + 5, "small-number", "middle")
    )


def _written(n: int, event: Event, y: float, paper: Paper) -> tuple[str, float]:
    """An event with its day, in as many as three lines; and where the next one begins."""
    lines = wrapped(event.words, WIDE - BESIDE, 3)
    drawn = paper.text(f"{n} · {event.when}", 0, y + 14, "soft")
    drawn += "".join(paper.text(line, BESIDE, y + LINE * place + 14) for place, line in enumerate(lines))
    return drawn, y + LINE * len(lines) + LINE / 4
