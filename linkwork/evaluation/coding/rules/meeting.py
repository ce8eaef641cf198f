"""Where do two frames meet in the text?

A code of frame A and a code of frame B meet where a passage under the one and a passage under the other share at least
one code point: one coding with both codes, or two codings that overlap, of one coder or of several. What is counted is
passages, not pairs of codings: stretches of shared text that overlap each other are one passage, so that three coders
who mark the same sentence count once.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Pair = tuple[str, str]


@dataclass(frozen=True)
class Passage(Generic[K]):
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


@dataclass
class _Sweep(Generic[K]):
    """One walk along one text. `runs` are the meetings that are open at this place."""

    cells: dict[Pair, set[K]]
    counts: Counter[Pair]
    here_a: dict[str, set[K]] = field(default_factory=lambda: defaultdict(set))
    here_b: dict[str, set[K]] = field(default_factory=lambda: defaultdict(set))
    runs: set[Pair] = field(default_factory=set)

    def begin(self, passage: Passage[K]) -> None:
        for a in passage.in_a:
            self.here_a[a].add(passage.key)
        for b in passage.in_b:
            self.here_b[b].add(passage.key)
        touched = {(a, b) for a in passage.in_a for b in self.here_b}
        touched |= {(a, b) for b in passage.in_b for a in self.here_a}
        for pair in touched:
            if pair in self.runs:
                self.cells[pair].add(passage.key)
            else:
                self.runs.add(pair)
                self.counts[pair] += 1
                self.cells[pair] |= self.here_a[pair[0]] | self.here_b[pair[1]]

    def finish(self, passage: Passage[K]) -> None:
        for a in passage.in_a:
            self.here_a[a].discard(passage.key)
            if not self.here_a[a]:
                del self.here_a[a]
                self.runs = {pair for pair in self.runs if pair[0] != a}
        for b in passage.in_b:
            self.here_b[b].discard(passage.key)
            if not self.here_b[b]:
                del self.here_b[b]
                self.runs = {pair for pair in self.runs if pair[1] != b}


def meetings(passages: Sequence[Passage[K]]) -> Meeting[K]:
    """The table of meetings, by one walk along each text; keys must be unique."""
    cells: dict[Pair, set[K]] = defaultdict(set)
    counts: Counter[Pair] = Counter()
    by_text: dict[Hashable, list[Passage[K]]] = defaultdict(list)
    for passage in passages:
        by_text[passage.text].append(passage)
    for inside in by_text.values():
        _walk(inside, _Sweep(cells, counts))
    order = {passage.key: place for place, passage in enumerate(passages)}
    made = {
        pair: Cell(counts[pair], tuple(sorted(cells[pair], key=order.__getitem__))) for pair in sorted(cells)
    }
    return Meeting(_used(p.in_a for p in passages), _used(p.in_b for p in passages), made)


def _walk(passages: Sequence[Passage[K]], sweep: _Sweep[K]) -> None:
    """Ends before starts: two passages that only touch do not meet."""
    events = [(p.end, 0, p) for p in passages] + [(p.start, 1, p) for p in passages]
    events.sort(key=lambda event: event[:2])
    for _place, group in groupby(events, key=lambda event: event[0]):
        for _place, begins, passage in group:
            if begins:
                sweep.begin(passage)
            else:
                sweep.finish(passage)


def _used(codes: Iterable[frozenset[str]]) -> dict[str, int]:
    return dict(sorted(Counter(code for some in codes for code in some).items()))
