"""Which codes stand near each other in the text, and how strongly are two of them bound?

Within a passage: they share at least one code point, counted as `rules.meetings` does (shared stretches). In the same
turn: turns that hold both. Within reach: passages of the one with a passage of the other no more than n characters
away.

How strongly: c = n12 / (n1 + n2 − n12), from 0 (never together) to 1 (never apart), the form ATLAS.ti uses. n1 and n2
are passages under each code (turns that hold it), n12 those that are together. Where a long passage meets several short
ones the two sides count differently, and n12 is the smaller number: c then stays within 0 and 1.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from linkwork.evaluation.coding.rules.stretches import (
    Numbers,
    Stretches,
    distinct,
    lay,
    numbered,
    stretches,
)
from linkwork.evaluation.coding.rules.tables.asked import Near
from linkwork.evaluation.coding.rules.tables.crossing import Mark, Span

K = TypeVar("K", bound=Hashable)
T = TypeVar("T", bound=Hashable)
Pair = tuple[str, str]


class Bond(NamedTuple):
    """Two codes that are together: how often, how strongly (0 to 1), in how many texts."""

    times: int
    c: float
    texts: int


class Bonds(NamedTuple):
    """Every two codes that are together anywhere, and how many passages lie under each code."""

    pairs: dict[Pair, Bond]
    passages: dict[str, int]


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
) -> Bonds:
    """The pairs (code of `in_a`, code of `in_b`) that are together anywhere.

    A code is never paired with itself; where both lists hold both codes of a pair, (a, b) and (b, a) say the same.
    `turns` (in order, not overlapping) are needed for turns; a text without any holds none.
    """
    more = _more(near, reach)
    some = _laid(marks, in_a | in_b, more)
    alone = np.bincount(some.code, minlength=len(some.names)).tolist()
    pairs = (
        _in_turns(marks, in_a, in_b, turns or {})
        if near is Near.TURN
        else _within(some, alone, in_a, in_b, more)
    )
    return Bonds(pairs, dict(zip(some.names, alone, strict=True)))


def taking_part(
    marks: Sequence[Mark[K, str, T]],
    pair: Pair,
    near: Near,
    reach: int = 0,
    turns: Mapping[T, Sequence[Span]] | None = None,
) -> tuple[K, ...]:
    """The codings by which two codes are together, in the order given. Keys must be unique.

    Within a passage those on the text they share; otherwise all of the stretches, or in the turns, that are together.
    """
    codes = frozenset(pair)
    marks = [mark for mark in marks if mark.rows & codes]
    if near is Near.TURN:
        shared = (inside for _turn, inside in _turns_held(marks, turns or {}) if codes <= inside.keys())
        keys = {key for inside in shared for code in pair for key in inside[code]}
        return tuple(mark.key for mark in marks if mark.key in keys)
    more = _more(near, reach)
    some = _laid(marks, codes, more)
    coded = some.coded
    if more:
        stretch, other = some.codes_at(some.start - more, some.end + more)
        near_other = np.zeros(len(some.start), bool)
        near_other[stretch[some.code[stretch] != other]] = True
        shares = iter([coded.coding[near_other[coded.stretch]]])
    else:
        shares = (
            coded.coding[row[coded.code[row] != some.code[one]]]
            for row, one in some.sharing(coded.start, coded.end)
        )
    return tuple(marks[place].key for place in distinct(shares, len(marks)).tolist())


def _more(near: Near, reach: int) -> int:
    """How far beyond its ends a stretch is near; 0: they must share a code point."""
    return reach + 1 if near is Near.REACH else 0


def _laid(marks: Sequence[Mark[K, str, T]], codes: frozenset[str], room: int) -> Stretches:
    kinds, found = numbered(mark.rows for mark in marks)
    places = (mark.start for mark in marks), (mark.end for mark in marks)
    laid = lay((mark.text for mark in marks), *places, kinds, room=room)
    return stretches(laid, [rows & codes for rows in found])


def _within(
    some: Stretches, alone: Sequence[int], in_a: frozenset[str], in_b: frozenset[str], more: int
) -> dict[Pair, Bond]:
    """Each pair of codes has two cells, one for either of them beside the other."""
    codes = len(some.names)
    beside = np.ones((codes, codes), bool)
    np.fill_diagonal(beside, False)  # a code is never paired with itself
    stretch, other = some.codes_at(some.start - more, some.end + more)
    cell = some.code[stretch] * codes + other
    holding = np.bincount(cell, minlength=codes * codes).reshape(codes, codes)
    n12 = np.minimum(holding, holding.T) * beside
    times = n12 if more else _shared(some)
    texts = _texts(cell, some.text[stretch], codes)
    found = np.nonzero(n12)
    columns = (*found, times[found], n12[found], texts[found])
    return {
        (a, b): Bond(many, coefficient(alone[x], alone[y], both), inside)
        for x, y, many, both, inside in zip(*(one.tolist() for one in columns), strict=True)
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
    return np.bincount(
        distinct([cell * many + text], codes * codes * many) // many, minlength=codes * codes
    ).reshape(codes, codes)


def _in_turns(
    marks: Sequence[Mark[K, str, T]],
    in_a: frozenset[str],
    in_b: frozenset[str],
    turns: Mapping[T, Sequence[Span]],
) -> dict[Pair, Bond]:
    alone: dict[str, int] = {}
    both: dict[Pair, list[T]] = {}
    for text, inside in _turns_held(marks, turns):
        for a in inside:
            alone[a] = alone.get(a, 0) + 1
            for b in inside.keys() & in_b - {a} if a in in_a else ():
                both.setdefault((a, b), []).append(text)
    return {
        pair: Bond(len(texts), coefficient(alone[pair[0]], alone[pair[1]], len(texts)), len(set(texts)))
        for pair, texts in both.items()
    }


def _turns_held(
    marks: Sequence[Mark[K, str, T]], turns: Mapping[T, Sequence[Span]]
) -> Iterator[tuple[T, dict[str, list[K]]]]:
    """The text of each turn with a coding, and the codings in it by code. One over three turns is in each of them."""
    edges = {text: ([one[0] for one in some], [one[1] for one in some]) for text, some in turns.items()}
    here: dict[tuple[T, int], dict[str, list[K]]] = {}
    for mark in marks:
        begins, ends = edges.get(mark.text, ([], []))
        for place in range(bisect_left(ends, mark.start + 1), bisect_left(begins, mark.end)):
            inside = here.setdefault((mark.text, place), {})
            for code in mark.rows:
                inside.setdefault(code, []).append(mark.key)
    yield from ((text, inside) for (text, _place), inside in here.items())
