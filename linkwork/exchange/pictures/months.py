"""How much was done, month by month, and in which stage? Columns under bands of the stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.axes import Field, names, rules
from linkwork.exchange.pictures.lettering import width_of
from linkwork.exchange.pictures.stages import stage_band
from linkwork.exchange.pictures.svg import (
    LINE,
    Chart,
    Paper,
    Said,
    element,
    hidden_box,
    picture,
    top_of,
)

WIDE: Final = 680
HIGH: Final = 190
LEFT: Final = 48
BAND: Final = 28


@dataclass(frozen=True)
class Column:
    """One month: its short name, the value (None where it is not told) and the value as text."""

    name: str
    value: float | None
    shown: str
    hidden: bool = False


@dataclass(frozen=True)
class Band:
    """A stage: `number` 1 to 3, its name, and between which columns it lies (2.5 is the middle of the third)."""

    number: int
    name: str
    first: float
    last: float


def month_chart(
    columns: Sequence[Column],
    bands: Sequence[Band],
    *,
    title: str,
    description: str,
    heads: tuple[str, str, str],
    right_to_left: bool = False,
) -> Chart:
    """Columns in the colour of the stage their middle lies in. The table names the stage of each."""
    paper = Paper(WIDE, right_to_left)
    start = (BAND + 8.0 if bands else 0.0) + LINE
    most = top_of([column.value for column in columns])
    field = Field(paper, LEFT, start, WIDE, HIGH, most, len(columns))
    inside = [_band(one, field) for one in bands] + rules(field)
    inside += names(field, [column.name for column in columns])
    inside += [_column(one, place, bands, field) for place, one in enumerate(columns)]
    stages = [_stage_of(place, bands) for place in range(len(columns))]
    names_of = [stage.name if stage else "" for stage in stages]
    return picture(
        inside,
        [(one.name, stage, one.shown) for one, stage in zip(columns, names_of, strict=True)],
        Said(title, description, heads),
        width=WIDE,
        height=field.foot + LINE + 8,
        kind="months",
        sheet=[
            (one.name, stage, one.shown if one.hidden else one.value)
            for one, stage in zip(columns, names_of, strict=True)
        ],
    )


def _band(one: Band, field: Field) -> str:
    first = max(field.x(max(one.first, 0) - 0.5), field.left)
    last = min(field.x(one.last - 0.5), field.wide)
    return stage_band(one.number, one.name, first, max(last - first, 4), field.paper, BAND)


def _stage_of(place: int, bands: Sequence[Band]) -> Band | None:
    return next((one for one in bands if one.first <= place + 0.5 < one.last), None)


def _column(one: Column, place: int, bands: Sequence[Band], field: Field) -> str:
    wide = min(field.room * 0.72, 46)
    x = field.x(place) - wide / 2
    if one.hidden:
        return hidden_box(field.paper.bar(x, wide), field.foot - 16, wide, 16)
    if one.value is None:
        return ""
    y = field.y(one.value)
    stage = _stage_of(place, bands)
    kind = f"bar stage-{stage.number}" if stage else "bar part-0"
    drawn = ""
    if one.value:
        left = field.paper.bar(x, wide)
        drawn = element(
            "rect", class_=kind, x=left, y=y, width=wide, height=field.foot - y, rx=min(3, wide / 4)
        )
    if width_of(one.shown) < field.room:
        drawn += field.paper.text(one.shown, field.x(place), y - 5, "", "middle")
    return drawn
