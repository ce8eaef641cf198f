"""How many of each? Lying bars, each under its own name, so that long names fit a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from linkwork.exchange.pictures.lettering import fitted, width_of, wrapped
from linkwork.exchange.pictures.svg import LINE, WIDTH, Chart, Paper, Said, element, hidden_box, picture

BAR: Final = 14
UNDER: Final = 12
ROW: Final = LINE + BAR + UNDER
KINDS: Final = 7  # how many parts have a colour of their own


@dataclass(frozen=True)
class Bar:
    """One bar. `shown` is the value as text (a suppressed one too); None as value means not known.

    `hidden`: known, but too small to tell; it is drawn as a broken outline, never to scale.
    """

    name: str
    value: float | None
    shown: str
    href: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Part:
    """One kind of thing in stacked bars. `kind`: a class such as stage-1, or empty for the next colour."""

    name: str
    kind: str = ""


@dataclass(frozen=True)
class Stack:
    """One stacked bar: a value for each part, in their order."""

    name: str
    values: tuple[float, ...]


def bar_chart(
    bars: Sequence[Bar],
    *,
    title: str,
    description: str,
    columns: tuple[str, str],
    top: float | None = None,
    right_to_left: bool = False,
) -> Chart:
    """Bars measured against `top` (the largest value where none is given)."""
    paper = Paper(WIDTH, right_to_left)
    most = top or max((bar.value or 0 for bar in bars), default=0) or 1
    names = [wrapped(bar.name, _room(bar)) for bar in bars]
    starts = list(accumulate((LINE * len(lines) + BAR + UNDER for lines in names), initial=0))
    inside = [
        _bar(bar, lines, y, most, paper) for bar, lines, y in zip(bars, names, starts[:-1], strict=True)
    ]
    return picture(
        inside,
        [(bar.name, bar.shown) for bar in bars],
        Said(title, description, columns),
        width=WIDTH,
        height=max(starts[-1], ROW),
        kind="bars",
        sheet=[(bar.name, bar.shown if bar.hidden else bar.value) for bar in bars],
    )


def _room(bar: Bar) -> float:
    return WIDTH - width_of(bar.shown, strong=True) - 12


def _bar(bar: Bar, lines: Sequence[str], y: float, most: float, paper: Paper) -> str:
    long = WIDTH * min(max((bar.value or 0) / most, 0), 1)
    under = y + LINE * len(lines)
    drawn = [paper.text(line, 0, y + LINE * n + 14) for n, line in enumerate(lines)]
    drawn.append(paper.text(bar.shown, WIDTH, y + 14, "strong", "end"))
    drawn.append(element("rect", class_="track", x=0, y=under, width=WIDTH, height=BAR, rx=4))
    if bar.hidden:
        drawn.append(hidden_box(paper.bar(0, 60), under, 60, BAR))
    elif long:
        left, round_ = paper.bar(0, long), min(4, long / 2)
        drawn.append(element("rect", class_="bar part-0", x=left, y=under, width=long, height=BAR, rx=round_))
    return element("a", "".join(drawn), href=bar.href) if bar.href else "".join(drawn)


def stacked_bar(
    stacks: Sequence[Stack],
    parts: Sequence[Part],
    *,
    title: str,
    description: str,
    column: str,
    share: bool = True,
    right_to_left: bool = False,
) -> Chart:
    """Bars made of parts, with a key above. With `share` each bar fills the width; else they compare in length.

    Raises ValueError where a stack has not one value for each part.
    """
    if any(len(stack.values) != len(parts) for stack in stacks):
        raise ValueError("Each stack needs one value for each part.")
    paper = Paper(WIDTH, right_to_left)
    key, start = _key(parts, paper)
    longest = max((sum(stack.values) for stack in stacks), default=0) or 1
    inside = [key]
    for place, stack in enumerate(stacks):
        whole = (sum(stack.values) or 1) if share else longest
        inside.append(_stack(stack, parts, start + place * (ROW + 8), whole, paper))
    return picture(
        inside,
        [(stack.name, *(_plain(value) for value in stack.values)) for stack in stacks],
        Said(title, description, (column, *(part.name for part in parts))),
        width=WIDTH,
        height=start + max(len(stacks), 1) * (ROW + 8),
        kind="stacks",
    )


def _stack(stack: Stack, parts: Sequence[Part], y: float, whole: float, paper: Paper) -> str:
    drawn = [paper.text(fitted(stack.name, WIDTH), 0, y + 14)]
    x = 0.0
    for place, (value, part) in enumerate(zip(stack.values, parts, strict=True)):
        long = WIDTH * value / whole
        if long > 0:
            kind = f"bar gap {_kind(part, place)}"
            drawn.append(
                element(
                    "rect", class_=kind, x=paper.bar(x, long), y=y + LINE, width=long, height=BAR + 8, rx=3
                )
            )
        shown = _plain(value)
        if long > width_of(shown, strong=True) + 8:
            drawn.append(paper.text(shown, x + long / 2, y + LINE + 16, "on-stage strong", "middle"))
        x += long
    return "".join(drawn)


def _key(parts: Sequence[Part], paper: Paper) -> tuple[str, float]:
    drawn: list[str] = []
    x, y = 0.0, 0.0
    for place, part in enumerate(parts):
        name = fitted(part.name, WIDTH - 18)
        wide = 18 + width_of(name) + 14
        if x and x + wide > WIDTH:
            x, y = 0.0, y + LINE
        kind = f"bar {_kind(part, place)}"
        drawn.append(element("rect", class_=kind, x=paper.bar(x, 12), y=y + 3, width=12, height=12, rx=3))
        drawn.append(paper.text(name, x + 18, y + 14))
        x += wide
    return "".join(drawn), y + LINE + 10


def _kind(part: Part, place: int) -> str:
    return part.kind or f"part-{place % KINDS}"


def _plain(value: float) -> str:
    return f"{value:g}"
