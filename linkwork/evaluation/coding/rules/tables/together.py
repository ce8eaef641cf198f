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
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from linkwork.evaluation.coding.rules.meeting import Passage, meetings
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


@dataclass
class _Stretch(Generic[K]):
    """One passage under one code."""

    start: int
    end: int
    code: str
    keys: list[K] = field(default_factory=list)


@dataclass
class _Both(Generic[K]):
    """What of two codes is together: passages of either, by their number, with their codings."""

    of_a: set[int] = field(default_factory=set)
    of_b: set[int] = field(default_factory=set)
    keys: dict[K, None] = field(default_factory=dict)
    texts: int = 0


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
    bonds = _within(marks, in_a, in_b, reach if near is Near.REACH else None)
    if near is Near.REACH:
        return bonds
    table = meetings(
        [Passage(one.key, one.text, one.start, one.end, one.rows & in_a, one.rows & in_b) for one in marks]
    )
    return {
        pair: Bond(cell.passages, bonds[pair].c, bonds[pair].texts, cell.keys)
        for pair, cell in table.cells.items()
        if pair[0] != pair[1]
    }


def _within(
    marks: Sequence[Mark[K, str, T]], in_a: frozenset[str], in_b: frozenset[str], reach: int | None
) -> dict[Pair, Bond[K]]:
    """By one walk along each text; without `reach` passages must share a code point."""
    by_text: dict[T, list[Mark[K, str, T]]] = {}
    for mark in marks:
        by_text.setdefault(mark.text, []).append(mark)
    alone: dict[str, int] = {}
    found: dict[Pair, _Both[K]] = {}
    number = 0
    for inside in by_text.values():
        passages = _stretches(inside)
        for one in passages:
            alone[one.code] = alone.get(one.code, 0) + 1
        here: dict[Pair, None] = {}
        for p, q in _near(passages, reach):
            for a, b in ((p, q), (q, p)):
                one, other = passages[a], passages[b]
                if one.code in in_a and other.code in in_b:
                    pair = one.code, other.code
                    both = found.setdefault(pair, _Both())
                    both.of_a.add(number + a)
                    both.of_b.add(number + b)
                    if reach is not None:  # those of shared stretches come from `meetings`
                        both.keys |= dict.fromkeys([*one.keys, *other.keys])
                    here[pair] = None
        for pair in here:
            found[pair].texts += 1
        number += len(passages)
    return {pair: _bond(alone, pair, both) for pair, both in found.items()}


def _bond(alone: Mapping[str, int], pair: Pair, both: _Both[K]) -> Bond[K]:
    n12 = min(len(both.of_a), len(both.of_b))
    return Bond(n12, coefficient(alone[pair[0]], alone[pair[1]], n12), both.texts, tuple(both.keys))


def _stretches(marks: Sequence[Mark[K, str, T]]) -> list[_Stretch[K]]:
    """Each code's passages in one text, by their beginnings: codings that share a code point are one passage."""
    found: list[_Stretch[K]] = []
    last: dict[str, _Stretch[K]] = {}
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        for code in sorted(mark.rows):
            open_one = last.get(code)
            if open_one is None or mark.start >= open_one.end:
                open_one = last[code] = _Stretch(mark.start, mark.end, code)
                found.append(open_one)
            open_one.end = max(open_one.end, mark.end)
            open_one.keys.append(mark.key)
    return found


def _near(passages: Sequence[_Stretch[K]], reach: int | None) -> Iterator[tuple[int, int]]:
    """Pairs of different codes, by their places: as many steps as there are pairs (and neighbours of one code)."""
    for place, one in enumerate(passages):
        until = one.end if reach is None else one.end + reach + 1
        for other in range(place + 1, len(passages)):
            if passages[other].start >= until:
                break
            if passages[other].code != one.code:
                yield place, other


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
