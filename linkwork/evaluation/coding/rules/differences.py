"""Where did coders see the same, and where did they differ?

Codings of one text by several coders are put into places: at most one coding of each coder in a place, which all share
words with one that is in it. Which belong together is decided greedily, the surest first: the same codes on the same
words, then codings that share a code, then codings without a common code if at least half of their words (of both
together) are common. So a long passage does not swallow the short ones inside it.

The walk along the text goes by sorted starts; only codings that share words are ever compared.
"""

import json
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from heapq import heappop, heappush
from itertools import count

HALF = 0.5


class Sort(StrEnum):
    """How the codings of one place stand to each other."""

    SAME = "same"
    WEIGHT = "weight"  # the same words and codes, another valence or strength or stage
    BOUNDARY = "boundary"  # the same codes, other words
    CODE = "code"  # other codes
    ONLY = "only"  # not everybody coded here


class Choice(StrEnum):
    """What may be decided about a place."""

    AGREED = "agreed"  # all saw the same: taken as it is
    ONE = "one"  # one coder's coding is taken
    BOTH = "both"  # every coder's coding is taken
    NEITHER = "neither"  # nothing is coded here


@dataclass(frozen=True)
class Seen:
    """One coder's coding of one text. `codes` are what is compared; `weight` valence, strength, stage as one value."""

    key: str
    coder: Hashable
    start: int
    end: int
    codes: frozenset[Hashable]
    weight: Hashable = None


@dataclass(frozen=True)
class Place:
    """Codings that stand for each other, in the coders' order; `start` and `end` enclose them all."""

    sort: Sort
    members: tuple[Seen, ...]

    @property
    def start(self) -> int:
        """Where the first of them begins."""
        return min(one.start for one in self.members)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(one.end for one in self.members)

    @property
    def keys(self) -> tuple[str, ...]:
        """The members' keys, sorted: what names the place."""
        return tuple(sorted(one.key for one in self.members))

    @property
    def digest(self) -> str:
        """Changes with anything the members say."""
        said = [
            [one.key, one.start, one.end, sorted(map(str, one.codes)), str(one.weight)]
            for one in sorted(self.members, key=lambda one: one.key)
        ]
        return sha256(json.dumps(said).encode()).hexdigest()


def places(seen: Iterable[Seen], coders: Sequence[Hashable]) -> list[Place]:
    """The places of one text in its order. Codings of others than `coders` are left out."""
    order = {coder: number for number, coder in enumerate(coders)}
    rows = sorted(
        (one for one in seen if one.coder in order),
        key=lambda one: (one.start, one.end, order[one.coder], one.key),
    )
    groups = _grouped(rows)
    made = []
    for group in groups:
        members = tuple(sorted((rows[n] for n in group), key=lambda one: order[one.coder]))
        made.append(Place(sort_of(members, len(coders)), members))
    return sorted(made, key=lambda one: (one.start, one.end, one.keys))


def sort_of(members: Sequence[Seen], coders: int) -> Sort:
    """How these codings of different coders stand to each other, of `coders` who read the text."""
    if len(members) < coders:
        return Sort.ONLY
    if len({one.codes for one in members}) > 1:
        return Sort.CODE
    if len({(one.start, one.end) for one in members}) > 1:
        return Sort.BOUNDARY
    return Sort.WEIGHT if len({one.weight for one in members}) > 1 else Sort.SAME


def nearness(a: Seen, b: Seen) -> tuple[int, float] | None:
    """How surely two coders' codings stand for each other, larger is surer; None where they do not."""
    common = min(a.end, b.end) - max(a.start, b.start)
    if common <= 0 or a.coder == b.coder:
        return None
    share = common / (max(a.end, b.end) - min(a.start, b.start))
    if a.codes == b.codes:
        return 2, share
    if a.codes & b.codes:
        return 1, share
    return (0, share) if share >= HALF else None


def _grouped(rows: Sequence[Seen]) -> list[list[int]]:
    group_of = list(range(len(rows)))
    members: dict[int, list[int]] = {n: [n] for n in group_of}
    for _near, a, b in _pairs(rows):
        one, other = group_of[a], group_of[b]
        if one == other or _share_a_coder(rows, members[one], members[other]):
            continue
        members[one] += members.pop(other)
        for n in members[one]:
            group_of[n] = one
    return list(members.values())


def _share_a_coder(rows: Sequence[Seen], some: Iterable[int], others: Iterable[int]) -> bool:
    return not {rows[n].coder for n in some}.isdisjoint(rows[n].coder for n in others)


def _pairs(rows: Sequence[Seen]) -> list[tuple[tuple[int, float], int, int]]:
    """All pairs that may stand for each other, the surest first; equally sure ones in the order of the text."""
    found, reading, tie = [], list[tuple[int, int, int]](), count()
    for number, row in enumerate(rows):
        while reading and reading[0][0] <= row.start:
            heappop(reading)
        for _end, _tie, before in reading:
            near = nearness(rows[before], row)
            if near is not None:
                found.append((near, before, number))
        heappush(reading, (row.end, next(tie), number))
    return sorted(found, key=lambda pair: (-pair[0][0], -pair[0][1], pair[1], pair[2]))
