"""Between which values can a number lie, for somebody who puts all sums together at once?

Narrowing sum by sum (`hiding.bounds`) misses what several sums say only together: two rows less two columns may leave
one cell. So what is left open is asked as a linear programme: the lowest and the highest value of each number that all
sums allow. The truth is one answer and the search starts there, from one vertex of what is possible to the next; each
vertex shows many numbers another value, so that few have to be asked for one by one.

After: Cox 1980, Suppression methodology and statistical disclosure control, JASA 75:377-385, and Hundepool et al. 2012
(Wiley), chapter 4: the audit of suppressed tables. Simplex with bounded variables and Bland's rule (Chvatal 1983),
exact: whole numbers and fractions, no floats.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

Name = Hashable
Exact = int | Fraction
Span = tuple[int, int]
Row = dict[int, Exact]  # a number as so many times each of the free ones


class Summed(Protocol):
    """A whole and its parts."""

    @property
    def whole(self) -> Name: ...
    @property
    def parts(self) -> tuple[Name, ...]: ...


def close(
    sums: Sequence[Summed],
    found: Mapping[Name, Span],
    truth: Mapping[Name, int],
    wanted: Iterable[Name],
    enough: int,
) -> frozenset[Name]:
    """Those of `wanted` whose lowest and highest value lie less than `enough` apart. `found` holds the truth."""
    open_ = {name for name, (low, high) in found.items() if low < high}
    at: dict[Name, list[int]] = defaultdict(list)
    for place, one in enumerate(sums):
        for name in {one.whole, *one.parts} & open_:
            at[name].append(place)
    near, seen = set[Name](), set[Name]()
    asked = sorted(wanted, key=repr)
    for name in asked:
        if name in seen or name not in open_:
            continue
        inside, places = _together(name, sums, at)
        seen |= inside
        worlds = _Worlds([sums[place] for place in sorted(places)], inside, found, truth)
        near |= {one for one in asked if one in inside and not worlds.differ(one, enough)}
    return frozenset(near)


def _together(name: Name, sums: Sequence[Summed], at: Mapping[Name, list[int]]) -> tuple[set[Name], set[int]]:
    """All open numbers that hang together with this one, and the sums they stand in."""
    inside, places, waiting = {name}, set[int](), [name]
    while waiting:
        for place in at[waiting.pop()]:
            if place not in places:
                places.add(place)
                more = {one for one in (sums[place].whole, *sums[place].parts) if one in at} - inside
                inside |= more
                waiting += more
    return inside, places


class _Worlds:
    """Everything that can be, as steps away from the truth: bound numbers told by free ones, each within its room."""

    def __init__(
        self, sums: Sequence[Summed], inside: set[Name], found: Mapping[Name, Span], truth: Mapping[Name, int]
    ) -> None:
        names = sorted(inside, key=repr)
        self._place = {name: place for place, name in enumerate(names)}
        self._low = [min(0, found[name][0] - truth[name]) for name in names]
        self._high = [max(0, found[name][1] - truth[name]) for name in names]
        self._now: list[Exact] = [0] * len(names)
        self._seen = [(0, 0)] * len(names)
        self._rows: dict[int, Row] = {}
        self._columns: dict[int, set[int]] = defaultdict(set)  # the rows in which a free number stands
        for one in sums:
            self._solve(one)

    def differ(self, name: Name, enough: int) -> bool:
        """Whether there are two worlds in which this number lies `enough` apart."""
        one = self._place[name]
        return any(self._goes(one, way, enough) for way in (1, -1))

    def _solve(self, one: Summed) -> None:
        """Take in a sum: one of its numbers is told by the others from now on."""
        row: Row = {}
        for name, times in (*((part, 1) for part in one.parts), (one.whole, -1)):
            if (place := self._place.get(name)) is None:
                continue
            for other, often in self._rows.get(place, {place: 1}).items():
                _add(row, other, times * often)
        if not row:
            return  # it follows from the others
        bound = min(row, key=lambda place: (abs(row[place]) != 1, len(self._columns[place]), place))
        self._bind(bound, row)

    def _bind(self, bound: int, row: Row) -> None:
        """`row` is nought; tell `bound` by the others of it, wherever it stands."""
        times = row.pop(bound)
        told: Row = {place: _exact(-often, times) for place, often in row.items()}
        for place in self._columns.pop(bound, set()):
            own = self._rows[place]
            often = own.pop(bound)
            for other, each in told.items():
                _add(own, other, often * each)
                self._mark(place, other)
        self._rows[bound] = told
        for other in told:
            self._columns[other].add(bound)

    def _mark(self, place: int, other: int) -> None:
        if other in self._rows[place]:
            self._columns[other].add(place)
        else:
            self._columns[other].discard(place)

    def _goes(self, one: int, way: int, enough: int) -> bool:
        """Push a number up or down as far as it goes; stop once it was seen `enough` apart."""
        while self._seen[one][1] - self._seen[one][0] < enough:
            slope = self._rows.get(one, {one: 1})
            moves = [
                (free, 1 if way * often > 0 else -1)
                for free, often in slope.items()
                if (
                    self._now[free] < self._high[free]
                    if way * often > 0
                    else self._now[free] > self._low[free]
                )
            ]
            if not moves:
                return False
            self._step(*min(moves))
        return True

    def _step(self, free: int, way: int) -> None:
        """Move a free number until it, or one that is told by it, meets an end; that one is free then."""
        far: Exact = self._room(free, way)
        meets = free
        for place in sorted(self._columns[free]):
            often = self._rows[place][free]
            towards = 1 if way * often > 0 else -1
            room = _exact(self._room(place, towards), often * way * towards)
            if room < far or (room == far and place < meets):
                far, meets = room, place
        for place, often in [(free, 1), *((place, self._rows[place][free]) for place in self._columns[free])]:
            now = self._now[place] = self._now[place] + way * often * far
            low, high = self._seen[place]
            self._seen[place] = min(low, ceil(now)), max(high, floor(now))
        if meets != free:
            self._free(meets, free)

    def _room(self, place: int, way: int) -> Exact:
        return self._high[place] - self._now[place] if way > 0 else self._now[place] - self._low[place]

    def _free(self, leaves: int, enters: int) -> None:
        """The number that met its end is free from now on, the one that moved is told by it."""
        row = self._rows.pop(leaves)
        for other in row:
            self._columns[other].discard(leaves)
        self._bind(enters, {**row, leaves: -1})


def _add(row: Row, place: int, often: Exact) -> None:
    total = row.get(place, 0) + often
    if total:
        row[place] = total
    else:
        row.pop(place, None)


def _exact(value: Exact, by: Exact) -> Exact:
    """One by the other, a whole number where it is one."""
    if by in (1, -1):
        return value * by if isinstance(by, int) else int(by) * value
    found = Fraction(value) / by
    return found.numerator if found.denominator == 1 else found
