"""The stretches of text that codes cover, and what shares text with them: in columns, without a step for each coding.

Codings of one code that share a code point are one stretch; those that only touch are two. All texts are laid end to
end on one line with room between them, so that one sorting serves them all.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

H = TypeVar("H", bound=Hashable)
Numbers = npt.NDArray[np.int64]
AT_ONCE = 1_000_000  # pairs looked at together: what bounds the memory
FEW = 16_000_000  # numbers that are ticked off in a list sooner than they are sorted


@dataclass(frozen=True, eq=False)
class Laid:
    """Codings on the line. `text` and `kind` (which set of codes one carries) are numbers."""

    text: Numbers
    start: Numbers
    end: Numbers
    kind: Numbers


def lay(
    texts: Iterable[Hashable], starts: Iterable[int], ends: Iterable[int], kinds: Numbers, room: int = 0
) -> Laid:
    """Codings by their texts and places there; between two texts lie more than `room` places."""
    text, found = numbered(texts)
    start, end = np.array([*starts], np.int64), np.array([*ends], np.int64)
    long = np.zeros(len(found), np.int64)
    np.maximum.at(long, text, end + room + 1)
    begins = (np.cumsum(long) - long)[text]
    return Laid(text, start + begins, end + begins, kinds)


def numbered(values: Iterable[H]) -> tuple[Numbers, list[H]]:
    """A number for each value, the same for the same; and what they stand for."""
    place: dict[H, int] = {}
    numbers = np.array([place.setdefault(one, len(place)) for one in values], np.int64)
    return numbers, list(place)


@dataclass(frozen=True, eq=False)
class Coded:
    """Each coding once for each of its codes, by number; a code's number is its place in `names`."""

    coding: Numbers
    code: Numbers
    start: Numbers
    end: Numbers
    stretch: Numbers


@dataclass(frozen=True, eq=False)
class Stretches:
    """Every code's stretches by their beginnings, and the codings that make them."""

    names: tuple[str, ...]
    code: Numbers
    start: Numbers
    end: Numbers
    text: Numbers
    coded: Coded

    def sharing(self, start: Numbers, end: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
        """Which of these places shares a code point with which stretch: numbers of both, some pairs at a time."""
        first = np.searchsorted(self.start, start)
        yield from _pairs(first, np.searchsorted(self.start, end) - first)  # a stretch begins in the place
        order = np.argsort(start, kind="stable")
        begins = start[order]
        first = np.searchsorted(begins, self.start, "right")
        for stretch, place in _pairs(first, np.searchsorted(begins, self.end) - first):
            yield order[place], stretch

    def codes_at(self, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
        """Which of these places shares a code point with which code, each pair once."""
        codes = max(len(self.names), 1)
        return apart(
            distinct(
                (place * codes + self.code[one] for place, one in self.sharing(start, end)),
                len(start) * codes,
            ),
            codes,
        )


def stretches(laid: Laid, codes_of: Sequence[Collection[str]]) -> Stretches:
    """The stretches of all texts. `codes_of`: what codings of each kind carry."""
    names = tuple(sorted({code for some in codes_of for code in some}))
    number = {code: place for place, code in enumerate(names)}
    many = np.array([len(some) for some in codes_of], np.int64)
    flat = np.array([number[code] for some in codes_of for code in some], np.int64)
    first = (np.cumsum(many) - many)[laid.kind]
    coding, place = spread(first, many[laid.kind])
    code, start, end = flat[place], laid.start[coding], laid.end[coding]
    long = int(laid.end.max(initial=0)) + 1
    order = np.argsort(code * long + start, kind="stable")
    coding, code, start, end = coding[order], code[order], start[order], end[order]
    far = np.maximum.accumulate(code * long + end)  # a later code lies beyond every place of an earlier one
    new = np.ones(len(order), bool)
    new[1:] = (code * long + start)[1:] >= far[:-1]
    firsts = np.flatnonzero(new)
    ends = np.maximum.reduceat(end, firsts) if len(firsts) else end
    by_start = np.argsort(start[firsts], kind="stable")
    rank = np.empty(len(firsts), np.int64)
    rank[by_start] = np.arange(len(firsts))
    firsts = firsts[by_start]
    rows = Coded(coding, code, start, end, rank[np.cumsum(new) - 1])
    return Stretches(names, code[firsts], start[firsts], ends[by_start], laid.text[coding[firsts]], rows)


def distinct(some: Iterable[Numbers], upto: int) -> Numbers:
    """All these numbers, from 0 to below `upto`, in order, each once."""
    if upto <= FEW:
        seen = np.zeros(upto, bool)
        for more in some:
            seen[more] = True
        return np.flatnonzero(seen)
    found, size = [np.zeros(0, np.int64)], 0
    for more in some:
        found.append(more)
        size += len(more)
        if size > max(AT_ONCE, len(found[0])):
            found = [_once(np.concatenate(found))]
            size = 0
    return _once(np.concatenate(found))


def gathered(found: Numbers, keys: Sequence[H]) -> dict[int, tuple[H, ...]]:
    """Which keys each cell holds, in the order of `keys`. `found`: distinct cell × number of keys + place of a key."""
    cells, numbers = apart(found, max(len(keys), 1))
    new = np.flatnonzero(np.diff(cells, prepend=-1))
    named = np.fromiter(keys, object, len(keys))[numbers].tolist()
    edges = pairwise([*new.tolist(), len(named)])
    return {
        one: tuple(named[begin:end]) for one, (begin, end) in zip(cells[new].tolist(), edges, strict=True)
    }


def spread(first: Numbers, many: Numbers) -> tuple[Numbers, Numbers]:
    """For each place the `many` numbers from `first` on, as (place, number)."""
    place = np.repeat(np.arange(len(many)), many)
    return place, np.arange(len(place)) + np.repeat(first - (np.cumsum(many) - many), many)


def _pairs(first: Numbers, many: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """For each place the `many` numbers from `first` on, as (place, number); not more at once than memory bears."""
    upto = np.cumsum(many)
    begin = done = 0
    while begin < len(many):
        stop = max(begin + 1, int(np.searchsorted(upto, done + AT_ONCE, "right")))
        place, number = spread(first[begin:stop], many[begin:stop])
        yield place + begin, number
        begin, done = stop, int(upto[stop - 1])


def apart(found: Numbers, by: int) -> tuple[Numbers, Numbers]:
    """How often `by` goes into each, and what is left."""
    high = found // by
    return high, found - high * by


def _once(found: Numbers) -> Numbers:
    found.sort()
    new = np.ones(len(found), bool)
    np.not_equal(found[1:], found[:-1], out=new[1:])
    return found[new]
