"""What must be hidden so that no small number of people can be worked out from everything that is published together?

Numbers that leave are linked: a year is the sum of its months, a whole is its parts by mode and again by worker, a
share is a part and the rest, a later extract is an earlier one and what happened since. Who knows all that is shown
knows for each number a lowest and a highest value it can have. A number from 1 to `smallest` - 1 is safe while these
lie at least `smallest` apart.

  primary     a small number is never shown, wherever it stands: all units that hold it are hidden
  secondary   while some small number is not safe, one more unit is hidden: the smallest next to it that still is shown,
              a group before a whole figure, nobody (a nought) only where nothing else is left
  rounding    shown numbers are known to the nearest multiple of the base only; the same rule, with wider knowledge

A unit is what stands or falls together: one figure, or one group of a breakdown, with its numerator and denominator.
What is out already (`known`) cannot be called back: it only adds to what everybody knows.

After: Hundepool et al. 2012, Statistical Disclosure Control (Wiley), on tabular data: primary and secondary
suppression, rounding, linked tables, and the intervals an attacker can compute. The knowledge is computed by interval
propagation over the sums, and what that leaves open by linear programming (`ranges`); the slow twin in the tests lists
every possible assignment, and an attacker of its own tries what was published.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from linkwork.core.numbers import SMALLEST_SHOWN, nearest
from linkwork.evaluation.indicators.rules.ranges import close

Name = Hashable
Span = tuple[int, int]
ANYTHING = 10**12  # higher than any number here
BASE = 5


@dataclass(frozen=True)
class Sum:
    """`whole` is the sum of `parts`; none of them is below nought."""

    whole: Name
    parts: tuple[Name, ...]


@dataclass(frozen=True)
class Linked:
    """Numbers that are published together, and how they hang together.

    `units`: which numbers are shown or hidden together; what is in none is never shown. `careful`: the numbers that
    count people or their contacts, and so must not be worked out where they are small. `known`: what is out already.
    `whole`: units that are hidden only where no group is left to hide.
    """

    values: Mapping[Any, int]
    sums: tuple[Sum, ...]
    units: Mapping[Any, frozenset[Any]]
    careful: frozenset[Any]
    known: Mapping[Any, Span] = field(default_factory=dict)
    whole: frozenset[Any] = frozenset()


def hidden_units(
    linked: Linked, *, smallest: int = SMALLEST_SHOWN, base: int = 0, forced: Iterable[Any] = ()
) -> frozenset[Any]:
    """The units that must be hidden. `base` other than 0: what is shown is rounded to it. `forced`: hidden anyway.

    For a small number that is known whatever is hidden now, nothing is.
    """
    small = _small(linked, smallest)
    hidden = {unit for unit, names in linked.units.items() if names & small} | set(forced)
    around = _Around(linked)
    net = _Net(linked.sums)
    least = net.bounds(linked.known)  # what is known whatever is hidden
    small -= _narrow_ones(least, small, smallest)
    while small:
        found = net.bounds(knowledge(linked, hidden, base))
        exposed = _narrow_ones(found, small, smallest)
        if not exposed:  # what all sums say together is asked last, of each once: hiding more only helps it
            exposed = close(linked.sums, found, linked.values, small, smallest)
            exposed = small = exposed - close(linked.sums, least, linked.values, exposed, smallest)
        more = {around.next(name, hidden, found, smallest) for name in exposed} - {None}
        if not more:
            break
        hidden |= more
    return frozenset(hidden)


def exposed_numbers(
    linked: Linked, hidden: Iterable[Name], *, smallest: int = SMALLEST_SHOWN, base: int = 0
) -> frozenset[Name]:
    """The small numbers that are not safe while these units are hidden and the others shown."""
    small, found = _small(linked, smallest), bounds(linked.sums, knowledge(linked, set(hidden), base))
    exposed = _narrow_ones(found, small, smallest)
    return exposed | close(linked.sums, found, linked.values, small - exposed, smallest)


def _narrow_ones(found: Mapping[Name, Span], small: Iterable[Name], smallest: int) -> frozenset[Name]:
    """Those that are given away sum by sum."""
    return frozenset(name for name in small if not _safe(found.get(name), smallest))


def knowledge(linked: Linked, hidden: set[Name], base: int = 0) -> dict[Name, Span]:
    """What everybody can read: each shown number, exactly or to the nearest multiple of `base`."""
    known = dict(linked.known)
    for unit, names in linked.units.items():
        if unit not in hidden:
            for name in names:
                low, high = told(linked.values[name], base)
                before = known.get(name, (0, ANYTHING))
                known[name] = max(low, before[0]), min(high, before[1])
    return known


def told(value: int, base: int) -> Span:
    """Between what a number must lie that was shown like this."""
    if not base:
        return value, value
    shown = nearest(value, base)
    return max(0, shown - base // 2), shown + (base - 1) // 2


def bounds(sums: Sequence[Sum], known: Mapping[Name, Span]) -> dict[Name, Span]:
    """Between what each number must lie, given the sums and what is known: propagated until nothing gets narrower."""
    return _Net(sums).bounds(known)


class _Net:
    """Sums by the places of their numbers: a name is long to hash, and each is asked for thousands of times."""

    def __init__(self, sums: Sequence[Sum]) -> None:
        self._places: dict[Name, int] = {}
        self._sums = [(self._place(one.whole), [self._place(part) for part in one.parts]) for one in sums]
        self._at: list[list[int]] = [[] for _name in self._places]
        for place, (whole, parts) in enumerate(self._sums):
            for number in {whole, *parts}:
                self._at[number].append(place)

    def _place(self, name: Name) -> int:
        return self._places.setdefault(name, len(self._places))

    def bounds(self, known: Mapping[Name, Span]) -> dict[Name, Span]:
        """As the function of that name."""
        anything = (0, ANYTHING)
        spans = [known.get(name, anything) for name in self._places]
        low, high = [span[0] for span in spans], [span[1] for span in spans]
        open_ = {number for number, (least, most) in enumerate(spans) if least != most}
        waiting = {place for number in open_ for place in self._at[number]}
        while waiting:
            narrower = {number for place in waiting for number in _narrow(*self._sums[place], low, high)}
            waiting = {place for number in narrower for place in self._at[number]}
        return {**known, **dict(zip(self._places, zip(low, high, strict=True), strict=True))}


def _narrow(whole: int, parts: Sequence[int], low: list[int], high: list[int]) -> list[int]:
    """Narrow the numbers of one sum by each other; those that got narrower."""
    least, most = sum([low[part] for part in parts]), sum([high[part] for part in parts])
    changed = []
    if least > low[whole] or most < high[whole]:
        low[whole], high[whole] = max(low[whole], least), min(high[whole], most)
        changed.append(whole)
    down, up = low[whole] - most, high[whole] - least
    for part in parts:
        first, last = low[part], high[part]
        if down + last > first or up + first < last:
            low[part], high[part] = max(first, down + last), min(last, up + first)
            changed.append(part)
    return changed


def _safe(span: Span | None, smallest: int) -> bool:
    return span is None or span[1] - span[0] >= smallest


def _small(linked: Linked, smallest: int) -> frozenset[Name]:
    return frozenset(name for name in linked.careful if 0 < linked.values[name] < smallest)


class _Around:
    """Which unit to hide next, so that a number is no longer given away?"""

    def __init__(self, linked: Linked) -> None:
        self._linked = linked
        self._sums: dict[Name, list[frozenset[Name]]] = defaultdict(list)
        self._holders: dict[Name, list[Name]] = defaultdict(list)
        for one in linked.sums:
            names = frozenset({one.whole, *one.parts})
            for name in names:
                self._sums[name].append(names)
        for unit, held in linked.units.items():
            for name in held:
                self._holders[name].append(unit)

    def next(self, name: Name, hidden: set[Name], found: Mapping[Name, Span], smallest: int) -> Name | None:
        """The unit whose loss says least, of those still shown in the sums that pin the number down.

        Where these hold none, of the nearest around the number; None where there is none.
        """

        def pins(ring: set[Name], names: frozenset[Name]) -> bool:
            return sum(high - low for low, high in map(found.__getitem__, names - ring)) < smallest

        found_unit = self._spread(name, hidden, pins)
        return self._spread(name, hidden, lambda _ring, _names: True) if found_unit is None else found_unit

    def _spread(
        self, name: Name, hidden: set[Name], goes: Callable[[set[Name], frozenset[Name]], bool]
    ) -> Name | None:
        """The first unit found going outward from a number, through those sums that `goes` says."""
        seen, ring = {name}, {name}
        while ring:
            ring = {
                other for one in ring for names in self._sums[one] if goes({one}, names) for other in names
            } - seen
            seen |= ring
            shown = {unit for one in ring for unit in self._holders[one] if unit not in hidden}
            if shown:
                return min(shown, key=self._cost)
        return None

    def _cost(self, unit: Name) -> tuple[bool, bool, int, str]:
        largest = max(self._linked.values[name] for name in self._linked.units[unit])
        return unit in self._linked.whole, largest == 0, largest, repr(unit)
