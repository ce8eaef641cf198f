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
    """A picture and the same figures as a table: `columns` are its headings, `table_rows` its lines."""

    svg: Markup
    columns: tuple[str, ...]
    table_rows: tuple[tuple[Value, ...], ...]


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


def frame(
    inside: Sequence[str], *, title: str, description: str, width: float, height: float, kind: str
) -> Markup:
    """The svg element with its name and description. One with links inside is a group, so that they stay reachable."""
    mark = blake2s("\0".join([title, description, *inside]).encode(), digest_size=5).hexdigest()
    names = element("title", str(escape(title)) or " ", id=f"t{mark}")
    names += element("desc", str(escape(description)) or " ", id=f"d{mark}")
    linked = any("<a " in piece for piece in inside)
    return Markup(
        element(
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
    )


def fitted(words: str, width: float) -> str:
    """`words`, cut with an ellipsis where they would not fit into `width` (the table has them whole).

    Measured roughly: 7.4 units a letter at this size, twice that for Chinese, Japanese and Korean.
    """
    room = width / 7.4
    taken = 0.0
    for place, letter in enumerate(words):
        taken += 2 if letter >= "\u2e80" else 1
        if taken > room:
            return words[: max(place - 1, 1)].rstrip() + "…"
    return words


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
