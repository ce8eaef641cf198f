"""Which codes stand near each other in the text, and how strongly are two of them bound?

Within a passage: they share at least one code point, counted as `rules.meetings` does (shared stretches). In the same
turn: turns that hold both. Within reach: passages of the one with a passage of the other no more than n characters
away.

How strongly: c = n12 / (n1 + n2 − n12), from 0 (never together) to 1 (never apart), the form ATLAS.ti uses. n1 and n2
are passages under each code (turns that hold it), n12 those that are together. Where a long passage meets several short
ones the two sides count differently, and n12 is the smaller number: c then stays within 0 and 1.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from linkwork.evaluation.coding.rules.stretches import (
    Numbers,
    Stretches,
    distinct,
    gathered,
    lay,
    numbered,
    spread,
    stretches,
)
from linkwork.evaluation.coding.rules.tables.asked import Near
from linkwork.evaluation.coding.rules.tables.crossing import Mark, Span

K = TypeVar("K", bound=Hashable)
T = TypeVar("T", bound=Hashable)
Pair = tuple[str, str]


@dataclass(frozen=True)
class Bond(Generic[K]):
    """Two codes that are together: how often, how strongly (0 to 1), in how many texts, by which codings."""

    times: int
    c: float
    texts: int
    keys: tuple[K, ...]


def coefficient(n1: int, n2: int, n12: int) -> float:
    """c = n12 / (n1 + n2 − n12); 0 where neither was given. Source: ATLAS.ti manual, "C-coefficient"."""
    return n12 / (n1 + n2 - n12) if n1 + n2 - n12 else 0.0


def together(
    marks: Sequence[Mark[K, str, T]],
    in_a: frozenset[str],
    in_b: frozenset[str],
    near: Near,
    reach: int = 0,
    turns: Mapping[T, Sequence[Span]] | None = None,
) -> dict[Pair, Bond[K]]:
    """The pairs (code of `in_a`, code of `in_b`) that are together anywhere. Keys must be unique.

    A code is never paired with itself; where both lists hold both codes of a pair, (a, b) and (b, a) say the same.
    `turns` (in order, not overlapping) are needed for turns; a text without any holds none.
    """
    marks = [mark for mark in marks if mark.rows & (in_a | in_b)]
    if near is Near.TURN:
        return _in_turns(marks, in_a, in_b, turns or {})
    more = reach + 1 if near is Near.REACH else 0
    return _within([mark.key for mark in marks], _laid(marks, in_a | in_b, more), in_a, in_b, more)


def passages(marks: Sequence[Mark[K, str, T]], codes: frozenset[str]) -> dict[str, int]:
    """How many passages lie under each of the codes: stretches of their codings; of a code without any, nothing."""
    some = _laid(marks, codes)
    return dict(zip(some.names, np.bincount(some.code, minlength=len(some.names)).tolist(), strict=True))


def _laid(marks: Sequence[Mark[K, str, T]], codes: frozenset[str], room: int = 0) -> Stretches:
    kinds, found = numbered(mark.rows for mark in marks)
    places = (mark.start for mark in marks), (mark.end for mark in marks)
    laid = lay((mark.text for mark in marks), *places, kinds, room=room)
    return stretches(laid, [rows & codes for rows in found])


def _within(
    keys: Sequence[K], some: Stretches, in_a: frozenset[str], in_b: frozenset[str], more: int
) -> dict[Pair, Bond[K]]:
    """`more`: how far beyond its ends a stretch is near; 0: they must share a code point.

    Each pair of codes has two cells, one for either of them beside the other.
    """
    codes = len(some.names)
    beside = np.ones((codes, codes), bool)
    np.fill_diagonal(beside, False)  # a code is never paired with itself
    stretch, other = some.codes_at(some.start - more, some.end + more)
    cell = some.code[stretch] * codes + other
    alone = np.bincount(some.code, minlength=codes).tolist()
    holding = np.bincount(cell, minlength=codes * codes).reshape(codes, codes)
    n12 = np.minimum(holding, holding.T) * beside
    times = n12 if more else _shared(some)
    texts = _texts(cell, some.text[stretch], codes)
    taking = _taking_part(some, keys, (stretch, other) if more else None)
    return {
        (a, b): Bond(
            int(times[x, y]),
            coefficient(alone[x], alone[y], int(n12[x, y])),
            int(texts[x, y]),
            taking[min(x, y) * codes + max(x, y)],
        )
        for x, y in np.argwhere(n12).tolist()
        if (a := some.names[x]) in in_a and (b := some.names[y]) in in_b
    }


def _shared(some: Stretches) -> Numbers:
    """How many pairs of stretches of two codes share text."""
    codes = len(some.names)
    times = np.zeros(codes * codes, np.int64)
    for one, other in some.sharing(some.start, some.end):
        times += np.bincount(some.code[one] * codes + some.code[other], minlength=len(times))
    return times.reshape(codes, codes)


def _texts(cell: Numbers, text: Numbers, codes: int) -> Numbers:
    """In how many texts stand those of each cell."""
    many = int(text.max(initial=0)) + 1
    return np.bincount(distinct([cell * many + text]) // many, minlength=codes * codes).reshape(codes, codes)


def _taking_part(
    some: Stretches, keys: Sequence[K], near: tuple[Numbers, Numbers] | None
) -> dict[int, tuple[K, ...]]:
    """The codings of both: those on the text they share, or where none need be shared (`near`) all of them.

    By the pair's cell, its codes in the order of their names.
    """
    codes, coded = len(some.names), some.coded

    def cells(row: Numbers, other: Numbers) -> Numbers:
        one = coded.code[row]
        pair = np.minimum(one, other) * codes + np.maximum(one, other)
        return pair * len(keys) + coded.coding[row]

    found: Iterable[Numbers]
    if near is None:
        found = (cells(row, some.code[one]) for row, one in some.sharing(coded.start, coded.end))
    else:
        stretch, other = near
        by_stretch = np.argsort(coded.stretch, kind="stable")
        edges = np.searchsorted(coded.stretch[by_stretch], np.arange(len(some.start) + 1))
        place, at = spread(edges[stretch], edges[stretch + 1] - edges[stretch])
        found = [cells(by_stretch[at], other[place])]
    return gathered(distinct(found), keys)


def _in_turns(
    marks: Sequence[Mark[K, str, T]],
    in_a: frozenset[str],
    in_b: frozenset[str],
    turns: Mapping[T, Sequence[Span]],
) -> dict[Pair, Bond[K]]:
    """A passage over three turns is in each of them."""
    edges = {text: ([one[0] for one in some], [one[1] for one in some]) for text, some in turns.items()}
    here: dict[tuple[T, int], dict[str, list[K]]] = {}
    for mark in marks:
        begins, ends = edges.get(mark.text, ([], []))
        for place in range(bisect_left(ends, mark.start + 1), bisect_left(begins, mark.end)):
            inside = here.setdefault((mark.text, place), {})
            for code in mark.rows:
                inside.setdefault(code, []).append(mark.key)
    alone: dict[str, int] = {}
    both: dict[Pair, list[tuple[T, int]]] = {}
    for turn, inside in here.items():
        for a in inside:
            alone[a] = alone.get(a, 0) + 1
            for b in inside.keys() & in_b - {a} if a in in_a else ():
                both.setdefault((a, b), []).append(turn)
    return {
        pair: Bond(
            len(shared),
            coefficient(alone[pair[0]], alone[pair[1]], len(shared)),
            len({text for text, _place in shared}),
            tuple(dict.fromkeys(key for turn in shared for code in pair for key in here[turn][code])),
        )
        for pair, shared in both.items()
    }
