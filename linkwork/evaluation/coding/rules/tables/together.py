"""Which codes stand near each other in the text, and how strongly are two of them bound?

Within a passage: they share at least one code point, counted as `rules.meetings` does (shared stretches). In the same
turn: turns that hold both. Within reach: passages of the one with a passage of the other no more than n characters
away.

How strongly: c = n12 / (n1 + n2 − n12), from 0 (never together) to 1 (never apart), the form ATLAS.ti uses. n1 and n2
are passages under each code (turns that hold it), n12 those that are together. Where a long passage meets several short
ones the two sides count differently, and n12 is the smaller number: c then stays within 0 and 1.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from linkwork.evaluation.coding.rules.stretches import Laid, Stretch, stretches
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
class _Both:
    """What of two codes is together: stretches of either, by their number, how often, in how many texts, by whom."""

    of_one: set[int] = field(default_factory=set)
    of_other: set[int] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    times: int = 0
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
    return _within(marks, in_a, in_b, reach if near is Near.REACH else None)


def _within(
    marks: Sequence[Mark[K, str, T]], in_a: frozenset[str], in_b: frozenset[str], reach: int | None
) -> dict[Pair, Bond[K]]:
    """By one walk along each text; without `reach` passages must share a code point.

    Each pair is looked at once, its codes in the order of their names, and told in the orders that were asked for.
    """
    by_text: dict[T, list[Laid]] = {}
    for number, mark in enumerate(marks):
        by_text.setdefault(mark.text, []).append((mark.start, mark.end, number))
    alone: Counter[str] = Counter()
    found: dict[Pair, _Both] = {}
    before = 0
    for inside in by_text.values():
        passages = stretches(inside, lambda number: marks[number].rows)
        alone.update(one.code for one in passages)
        here: dict[Pair, None] = {}
        for one, other in _near(passages, reach):
            pair = one.code, other.code
            if (both := found.get(pair)) is None:
                if not _is_asked(pair, in_a, in_b):
                    continue
                both = found[pair] = _Both()
            both.of_one.add(before + one.number)
            both.of_other.add(before + other.number)
            both.times += 1
            both.numbers.update(_taking_part(one, other, reach))
            here[pair] = None
        for pair in here:
            found[pair].texts += 1
        before += len(passages)
    return {
        (a, b): _bond(alone, (a, b), both, marks, reach)
        for pair, both in found.items()
        for a, b in (pair, pair[::-1])
        if a in in_a and b in in_b
    }


def _is_asked(pair: Pair, in_a: frozenset[str], in_b: frozenset[str]) -> bool:
    one, other = pair
    return (one in in_a and other in in_b) or (other in in_a and one in in_b)


def _taking_part(one: Stretch, other: Stretch, reach: int | None) -> list[int]:
    """The codings of both: those on the text they share, or where none need be shared all of them."""
    if reach is None:
        start, end = max(one.start, other.start), min(one.end, other.end)
    else:
        start, end = min(one.start, other.start), max(one.end, other.end)
    return one.between(start, end) + other.between(start, end)


def _bond(
    alone: Mapping[str, int], pair: Pair, both: _Both, marks: Sequence[Mark[K, str, T]], reach: int | None
) -> Bond[K]:
    n12 = min(len(both.of_one), len(both.of_other))
    times = both.times if reach is None else n12
    keys = tuple(marks[number].key for number in sorted(both.numbers))
    return Bond(times, coefficient(alone[pair[0]], alone[pair[1]], n12), both.texts, keys)


def _near(passages: Sequence[Stretch], reach: int | None) -> Iterator[tuple[Stretch, Stretch]]:
    """Pairs of different codes, the one whose name comes first in front: as many steps as there are pairs."""
    for place, one in enumerate(passages):
        until = one.end if reach is None else one.end + reach + 1
        for next_place in range(place + 1, len(passages)):
            other = passages[next_place]
            if other.start >= until:
                break
            if other.code != one.code:
                yield (one, other) if one.code < other.code else (other, one)


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
