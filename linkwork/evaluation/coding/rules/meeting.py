"""Where do two frames meet in the text?

A code of frame A and a code of frame B meet where a passage under the one and a passage under the other share at least
one code point: one coding with both codes, or two codings that overlap, of one coder or of several. What is counted is
passages, not pairs of codings: stretches of shared text that overlap each other are one passage, so that three coders
who mark the same sentence count once.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from linkwork.evaluation.coding.rules.stretches import Laid, sharing, stretches

K = TypeVar("K", bound=Hashable)
Pair = tuple[str, str]


class Passage(NamedTuple, Generic[K]):
    """One coding: which text, from where to where, and its codes in frame A and in frame B (either may be empty)."""

    key: K
    text: Hashable
    start: int
    end: int
    in_a: frozenset[str]
    in_b: frozenset[str]


@dataclass(frozen=True)
class Cell(Generic[K]):
    """One meeting of two codes: how many passages, and every coding that takes part, in the order given."""

    passages: int
    keys: tuple[K, ...]


@dataclass(frozen=True)
class Meeting(Generic[K]):
    """The table: codes of A and of B that were used, with the number of codings each; cells where they meet."""

    in_a: dict[str, int]
    in_b: dict[str, int]
    cells: dict[Pair, Cell[K]]


def meetings(passages: Sequence[Passage[K]]) -> Meeting[K]:
    """The table of meetings, by one walk along each text; keys must be unique.

    Two stretches that share text share one stretch of it, and that is one passage.
    """
    taking_part: dict[Pair, set[int]] = defaultdict(set)
    counts: Counter[Pair] = Counter()
    by_text: dict[Hashable, list[Laid]] = defaultdict(list)
    for number, one in enumerate(passages):
        by_text[one.text].append((one.start, one.end, number))
    for inside in by_text.values():
        in_a = stretches(inside, lambda number: passages[number].in_a)
        in_b = stretches(inside, lambda number: passages[number].in_b)
        for a, b in sharing(in_a, in_b):
            pair = a.code, b.code
            start, end = max(a.start, b.start), min(a.end, b.end)
            counts[pair] += 1
            taking_part[pair].update(a.between(start, end))
            taking_part[pair].update(b.between(start, end))
    made = {
        pair: Cell(counts[pair], tuple(passages[number].key for number in sorted(taking_part[pair])))
        for pair in sorted(taking_part)
    }
    return Meeting(_used(p.in_a for p in passages), _used(p.in_b for p in passages), made)


def _used(codes: Iterable[frozenset[str]]) -> dict[str, int]:
    return dict(sorted(Counter(code for some in codes for code in some).items()))
