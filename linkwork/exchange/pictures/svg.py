"""The paper charts are drawn on: elements, escaping, mirroring, the frame with its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Final

from markupsafe import Markup, escape

WIDTH: Final = 420
LINE: Final = 20  # the height a line of text takes

Value = str | int | float | None


@dataclass(frozen=True)
class Chart:
    """A picture and the same figures as a table: `columns` are its headings, `table_rows` its lines.

    `title` names it, `description` says what can be seen; `width` and `height` are its size in units of the picture.
    """

    svg: Markup
    columns: tuple[str, ...]
    table_rows: tuple[tuple[Value, ...], ...]
    title: str
    description: str
    width: float
    height: float
    sheet_rows: tuple[tuple[Value, ...], ...] = ()

    @property
    def numbers(self) -> tuple[tuple[Value, ...], ...]:
        """The table for a spreadsheet: numbers as numbers, where the page has them as text."""
        return self.sheet_rows or self.table_rows


def element(name: str, inside: str = "", **attributes: object) -> str:
    """One SVG element. `class_` becomes class, underscores become hyphens; None is left out; values are escaped."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def text(
    words: object, x: float, y: float, *, kind: str = "", anchor: str = "start", right_to_left: bool = False
) -> str:
    """A line of text. `anchor` follows the direction of reading; `x` is measured from where reading starts."""
    return element(
        "text",
        str(escape(words)),
        x=x,
        y=y,
        class_=kind or None,
        text_anchor=None if anchor == "start" else anchor,
        direction="rtl" if right_to_left else None,
    )


@dataclass(frozen=True)
class Paper:
    """Measures from where reading starts: the left, or the right in right-to-left scripts."""

    width: float
    right_to_left: bool = False

    def at(self, x: float) -> float:
        """Where a point lies."""
        return self.width - x if self.right_to_left else x

    def bar(self, x: float, width: float) -> float:
        """Where a box of `width` that starts at `x` has its left edge."""
        return self.width - x - width if self.right_to_left else x

    def text(self, words: object, x: float, y: float, kind: str = "", anchor: str = "start") -> str:
        """Text that starts (or ends, or is centred) at `x`."""
        return text(words, self.at(x), y, kind=kind, anchor=anchor, right_to_left=self.right_to_left)


@dataclass(frozen=True)
class Said:
    """What every picture says of itself: its title, what it shows, and the headings of its table."""

    title: str
    description: str
    columns: tuple[str, ...]


def picture(
    inside: Sequence[str],
    rows: Sequence[tuple[Value, ...]],
    said: Said,
    *,
    width: float,
    height: float,
    kind: str,
    sheet: Sequence[tuple[Value, ...]] = (),
) -> Chart:
    """The svg element with its name and description, and its table; `sheet` has numbers where `rows` have text.

    A picture with links inside is a group, so that they stay reachable.
    """
    mark = blake2s("\0".join([said.title, said.description, *inside]).encode(), digest_size=5).hexdigest()
    names = element("title", str(escape(said.title)) or " ", id=f"t{mark}")
    names += element("desc", str(escape(said.description)) or " ", id=f"d{mark}")
    width, height = round(width, 2), round(height, 2)
    linked = any("<a " in piece for piece in inside)
    svg = element(
        "svg",
        names + "".join(inside),
        class_=f"chart chart-{kind}",
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        width=width,
        height=height,
        role="group" if linked else "img",
        aria_labelledby=f"t{mark}",
        aria_describedby=f"d{mark}",
    )
    return Chart(
        Markup(svg), said.columns, tuple(rows), said.title, said.description, width, height, tuple(sheet)
    )


def hidden_box(x: float, y: float, width: float, height: float) -> str:
    """What is known but too small to tell: a broken outline, never to scale."""
    return element("rect", class_="hidden", x=x + 1, y=y + 1, width=width - 2, height=height - 2, rx=3)


def top_of(values: Sequence[float | None]) -> float:
    """A round number not below the largest value, so that an axis ends well; 1 where there is nothing."""
    largest = max((value for value in values if value is not None), default=0)
    if largest <= 0:
        return 1
    step = 10.0 ** (len(str(int(largest))) - 1) if largest >= 1 else 0.1
    return next((step * n for n in (1, 2, 2.5, 4, 5, 8, 10) if step * n >= largest), largest)


def _short(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
