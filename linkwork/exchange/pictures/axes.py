"""The axes of pictures over time: lines to measure by, and as many names of steps as fit side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linkwork.exchange.pictures.lettering import width_of
from linkwork.exchange.pictures.svg import LINE, Paper, element


@dataclass(frozen=True)
class Field:
    """Where a picture over time is drawn: `left` of it the numbers, `top` above it, `high` from nought to `most`."""

    paper: Paper
    left: float
    top: float
    wide: float
    high: float
    most: float
    steps: int

    def x(self, place: float) -> float:
        """The middle of a step, or between steps; each step has the same room."""
        return self.left + self.room * (place + 0.5)

    @property
    def room(self) -> float:
        """How wide one step is."""
        return (self.wide - self.left) / max(self.steps, 1)

    def y(self, value: float) -> float:
        """How high a value stands."""
        return self.top + self.high * (1 - min(max(value / self.most, 0), 1))

    @property
    def foot(self) -> float:
        """Where nought is."""
        return self.top + self.high


def rules(field: Field, unit: str = "") -> list[str]:
    """Lines at nought, half and the most, with their numbers."""
    drawn = []
    for part in (0, 0.5, 1):
        y = field.y(field.most * part)
        kind = "rule" if part else "axis"
        first, last = field.paper.at(field.left), field.paper.at(field.wide)
        drawn.append(element("line", class_=kind, x1=first, x2=last, y1=y, y2=y))
        drawn.append(field.paper.text(f"{field.most * part:g}{unit}", field.left - 8, y + 5, "soft", "end"))
    return drawn


def names(field: Field, steps: Sequence[str]) -> list[str]:
    """Names under their steps, every second or third where they would touch."""
    widest = max((width_of(one) for one in steps), default=0) + 10
    every = max(1, -(-widest // max(field.room, 1)))
    return [_name(one, place, field) for place, one in enumerate(steps) if place % int(every) == 0]


def _name(name: str, place: int, field: Field) -> str:
    """A name under its step; at the edges it is kept on the paper."""
    half = width_of(name) / 2
    x = min(max(field.x(place), half), field.wide - half)
    return field.paper.text(name, x, field.foot + LINE, "soft", "middle")
