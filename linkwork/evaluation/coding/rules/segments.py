"""How are overlapping passages drawn? One pass over their ends cuts the text into pieces with one look each.

A piece does not list every coding on it (a text under ten thousand nested codings would need a list of millions);
it names its domains, how many codings lie there, and the innermost one: what a click should open.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import Generic, TypeVar

K = TypeVar("K")


@dataclass(frozen=True)
class Mark(Generic[K]):
    """One coding as it is drawn: its passage, its key, the domains of its codes."""

    start: int
    end: int
    key: K
    domains: tuple[str, ...]


@dataclass(frozen=True)
class Segment(Generic[K]):
    """A piece of text that looks the same throughout. `count` codings lie on it; `top` is the one begun last."""

    start: int
    end: int
    count: int = 0
    top: K | None = None
    domains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph(Generic[K]):
    """One line of the text with its segments, without gaps. An empty line has none."""

    start: int
    end: int
    segments: tuple[Segment[K], ...]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of every line of `text`, without its line end."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def draw(text: str, marks: Sequence[Mark[K]]) -> list[Paragraph[K]]:
    """The text's lines cut into segments by `marks`. Time: n log n in the marks, linear in the text's lines.

    Raises ValueError for a mark outside the text.
    """
    if any(not 0 <= mark.start < mark.end <= len(text) for mark in marks):
        raise ValueError("A mark lies outside the text.")
    pieces = iter(_pieces(len(text), marks))
    drawn, piece = [], next(pieces, None)
    for start, end in paragraphs(text):
        inside = []
        while piece is not None and piece.start < end:
            if max(piece.start, start) < min(piece.end, end):
                inside.append(_cut(piece, max(piece.start, start), min(piece.end, end)))
            if piece.end > end:
                break
            piece = next(pieces, None)
        drawn.append(Paragraph(start, end, tuple(inside)))
    return drawn


def _cut(piece: Segment[K], start: int, end: int) -> Segment[K]:
    return Segment(start, end, piece.count, piece.top, piece.domains)


def _pieces(length: int, marks: Sequence[Mark[K]]) -> Iterable[Segment[K]]:
    """The whole text as segments, in order, without gaps."""
    starts = sorted(range(len(marks)), key=lambda n: (marks[n].start, -marks[n].end, n))
    bounds = sorted({0, length} | {m.start for m in marks} | {m.end for m in marks})
    ends = Counter[int]()
    leaving: dict[int, list[int]] = {}
    open_domains = Counter[str]()
    newest: list[tuple[int, int]] = []  # (minus the order of beginning, mark): the innermost on top
    count, begun = 0, 0
    for place, after in pairwise(bounds):
        for number in leaving.pop(place, ()):
            open_domains.subtract(marks[number].domains)
        count -= ends.pop(place, 0)
        while begun < len(starts) and marks[starts[begun]].start == place:
            mark = marks[starts[begun]]
            heappush(newest, (-begun, starts[begun]))
            open_domains.update(mark.domains)
            ends[mark.end] += 1
            leaving.setdefault(mark.end, []).append(starts[begun])
            count, begun = count + 1, begun + 1
        while newest and marks[newest[0][1]].end <= place:
            heappop(newest)
        domains = tuple(sorted(name for name, open_ in open_domains.items() if open_ > 0))
        top = marks[newest[0][1]].key if newest else None
        yield Segment(place, after, count, top, domains)
