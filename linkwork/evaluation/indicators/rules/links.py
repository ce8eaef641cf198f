"""How do the numbers of an extract's figures hang together? The sums that anybody could do with them.

Two figures that count the same thing hold the same number. A whole is the sum of its groups wherever they add up, a
quarter the sum of its months, a denominator the part and the rest, what is known of a column and what is not is all.
A later extract is an earlier one inside it and what lies between; what lies between is never shown, and must not be
worked out either.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import NamedTuple

from linkwork.evaluation.indicators.rules.hiding import Linked, Name, Span, Sum, knowledge
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.extracts.rules.regions import Region
from linkwork.instruments.indicators import Count, Definition, Shape

Groups = Mapping[str, Raw]
Counts = Mapping[
    str, Mapping[str, Groups]
]  # by grouping ("" for the whole), figure, group key ("" for the whole)
Unit = tuple[str, str, str]  # figure, grouping, group key


class What(NamedTuple):
    """What is counted, whichever figure asks: rows, distinct values of a column, a sum; with which conditions."""

    kind: str
    tests: tuple[str, ...]
    table: str


class At(NamedTuple):
    """One number: of which extract, in which group, of what."""

    extract: str
    by: str
    key: str
    what: What


MOST_TOGETHER = 3  # earlier extracts that are taken off a later one at once


@dataclass(frozen=True)
class Held:
    """One extract: what it is of, what was counted in it, and, where it is out, the units hidden then and its base."""

    id: str
    region: Region
    counts: Counts
    hidden: frozenset[Unit] = frozenset()
    base: int = 0


@dataclass
class Numbers:
    """Names, values and sums of one extract's figures."""

    values: dict[At, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    units: dict[Unit, frozenset[At]] = field(default_factory=dict)
    careful: set[At] = field(default_factory=set)
    adds_up: set[At] = field(default_factory=set)  # rows, which can be taken off each other

    def linked(self, known: Mapping[Name, Span] | None = None) -> Linked:
        """As the rule wants it."""
        return Linked(
            values=self.values,
            sums=tuple(self.sums),
            units=self.units,
            careful=frozenset(self.careful),
            known=known or {},
            whole=frozenset(unit for unit in self.units if not unit[1]),
        )


def numbers_of(held: Held, found: Sequence[Definition]) -> Numbers:
    """Every number of one extract's figures, whole and by each grouping, and how they hang together."""
    numbers = Numbers()
    for by, figures in held.counts.items():
        for one in found:
            for key, raw in figures.get(one.id, {}).items():
                _add(numbers, one, (held.id, by, key), raw)
    wholes: dict[At, dict[str, list[At]]] = {}
    for name in list(numbers.values):
        if name.by:
            whole = name._replace(by="", key="")
            wholes.setdefault(whole, {}).setdefault(name.by, []).append(name)
    for whole, by_grouping in wholes.items():
        for by, parts in by_grouping.items():
            _sum(numbers, whole, parts)
            _coarser(numbers, by, parts)
    _complements(numbers)
    return numbers


def _add(numbers: Numbers, one: Definition, at: tuple[str, str, str], raw: Raw) -> None:
    told = dict(_told(one, raw))
    names = {count: At(*at, count) for count in told}
    for count, (value, careful) in told.items():
        numbers.values[names[count]] = value
        if careful:
            numbers.careful.add(names[count])
        if count.kind == "rows":
            numbers.adds_up.add(names[count])
    if names:
        numbers.units[one.id, at[1], at[2]] = frozenset(names.values())
    if one.shape is Shape.SHARE and one.denominator and len(told) > 1:
        part, whole = names[_count(one.numerator)], names[_count(one.denominator)]
        rest = At(*at, What("rest", (repr(part.what), repr(whole.what)), ""))
        numbers.values[rest] = max(0, numbers.values[whole] - numbers.values[part])
        numbers.careful.add(rest)
        if {part, whole} <= numbers.adds_up:
            numbers.adds_up.add(rest)
        _sum(numbers, whole, [part, rest])


def _told(one: Definition, raw: Raw) -> Iterator[tuple[What, tuple[int, bool]]]:
    """Each number that the figure says, and whether it must not be worked out."""
    if one.shape is Shape.SPREAD:
        often = raw.histogram.items()
        known = ({"column": one.numerator.per, "known": True}, *one.numerator.where)
        table = f"{one.numerator.table} {one.numerator.stands_on}"
        total = What(f"sum {one.numerator.sum}" if one.numerator.sum else "rows", _tests(known), table)
        things = What(f"distinct {one.numerator.per}", _tests(one.numerator.where), table)
        yield things, (sum(times for _value, times in often), True)
        yield total, (sum(value * times for value, times in often), False)
    else:
        pairs = ((one.numerator, raw.numerator, True), (one.denominator, raw.denominator, True))
        for count, value, careful in pairs:
            if count is not None and value is not None:
                yield _count(count), (value, careful)
    if one.missing is not None and raw.missing is not None:
        yield _count(one.missing), (raw.missing, False)


def _count(count: Count) -> What:
    kind = count.count if count.count == "rows" else f"{count.count} {count.column}"
    return What(kind, _tests(count.where), f"{count.table} {count.stands_on}")


def _tests(where: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    return tuple(sorted(json.dumps(test, sort_keys=True) for test in where))


def _sum(numbers: Numbers, whole: At, parts: Sequence[At]) -> None:
    """A sum that anybody can do, if it holds."""
    values = numbers.values
    if whole in values and values[whole] == sum(values[part] for part in parts):
        numbers.sums.append(Sum(whole, tuple(parts)))


def _coarser(numbers: Numbers, by: str, parts: Sequence[At]) -> None:
    """Quarters and years are sums of months; a measure is the sum of its scores."""
    for coarse, to in COARSER.get(by, ()):
        gathered: dict[At, list[At]] = {}
        for part in parts:
            key = to(part.key) if part.key else ""
            gathered.setdefault(part._replace(by=coarse, key=key), []).append(part)
        for whole, months in gathered.items():
            _sum(numbers, whole, months)


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


COARSER: Mapping[str, tuple[tuple[str, Callable[[str], str]], ...]] = {
    "month": (("quarter", _quarter), ("year", lambda key: key[:4])),
    "score": (("measure", lambda key: key.partition(" ")[0]),),
}


def _complements(numbers: Numbers) -> None:
    """What is known of a column and what is not are all; yes and no are what is known."""
    for name in [one for one in numbers.adds_up if one.what.kind == "rows"]:
        for test in name.what.tests:
            said = json.loads(test)
            if "column" not in said or (said.get("known") is not True and said.get("is") is not True):
                continue
            others = [one for one in name.what.tests if one != test]
            turned = {word: False if word in ("known", "is") else said[word] for word in said}
            above = [{"column": said["column"], "known": True}] if "is" in said else []
            whole, other = (_with(name, others, tests) for tests in (above, [turned]))
            if other in numbers.values:
                _sum(numbers, whole, [name, other])
    _others(numbers)


def _others(numbers: Numbers) -> None:
    """What is known of a column is its words that are counted, and all others: these nobody may work out either."""
    words: dict[At, list[At]] = {}
    for name in [one for one in numbers.adds_up if one.what.kind == "rows"]:
        for test in name.what.tests:
            said = json.loads(test)
            if isinstance(said.get("is"), str):
                rest = [one for one in name.what.tests if one != test]
                words.setdefault(_with(name, rest, [{"column": said["column"], "known": True}]), []).append(
                    name
                )
    for whole, parts in words.items():
        if whole in numbers.values and len(parts) > 1:
            others = whole._replace(what=What("others", tuple(sorted(repr(one.what) for one in parts)), ""))
            numbers.values[others] = numbers.values[whole] - sum(numbers.values[one] for one in parts)
            numbers.careful.add(others)
            _sum(numbers, whole, [*parts, others])


def _with(name: At, tests: Sequence[str], more: Iterable[Mapping[str, object]]) -> At:
    return name._replace(what=name.what._replace(tests=tuple(sorted([*tests, *_tests(more)]))))


def together(
    now: Held, earlier: Sequence[Held], found: Sequence[Definition], smallest: int
) -> tuple[Linked, frozenset[Unit]]:
    """The numbers of an extract with those of the earlier ones that are out; and the units that must go anyway.

    What lies between two extracts, one inside the other, is a number like any other that must not be worked out. Where
    the record was put right in between and a number fell, its unit is hidden if it fell by less than `smallest`.
    """
    numbers = numbers_of(now, found)
    everything = {now.id: now, **{one.id: one for one in earlier}}
    known: dict[Name, Span] = {}  # what the earlier ones say
    for one in earlier:
        theirs = numbers_of(one, found)
        known |= knowledge(theirs.linked(), set(one.hidden), one.base)
        numbers.values |= theirs.values
        numbers.sums += theirs.sums
        numbers.adds_up |= theirs.adds_up
    forced: set[Unit] = set()
    counted = {name._replace(extract="") for name in numbers.values}
    for outer, inner in _families(list(everything.values()), now.id):
        for at in counted:
            forced |= _between(numbers, outer, inner, at, smallest, now.id)
        _mirror(numbers, outer.id, _without(outer, inner))
    return numbers.linked(known), frozenset(forced)


def _families(held: Sequence[Held], now: str) -> Iterator[tuple[Held, tuple[Held, ...]]]:
    """Each extract with those inside it that do not overlap each other; the one in question is always among them."""
    for outer in held:
        inside = [one for one in held if one is not outer and one.region.inside(outer.region)]
        sizes = range(1, min(len(inside), MOST_TOGETHER) + 1)
        for family in chain.from_iterable(combinations(inside, size) for size in sizes):
            apart = all(one.region.apart(other.region) for one, other in combinations(family, 2))
            if apart and now in {outer.id, *(one.id for one in family)}:
                yield outer, family


def _between(
    numbers: Numbers, outer: Held, inner: tuple[Held, ...], at: At, smallest: int, now: str
) -> set[Unit]:
    whole, names = at._replace(extract=outer.id), [at._replace(extract=one.id) for one in inner]
    if whole not in numbers.values or (len(inner) > 1 and whole not in numbers.adds_up):
        return set()  # people counted in two periods may be the same
    for name in names:
        numbers.values.setdefault(name, 0)
    rest = numbers.values[whole] - sum(numbers.values[name] for name in names)
    if rest < 0:
        mine = at._replace(extract=now)
        return {unit for unit, held in numbers.units.items() if mine in held and -rest < smallest}
    between = at._replace(extract=_without(outer, inner))
    numbers.values[between] = rest
    numbers.careful.add(between)
    numbers.sums.append(Sum(whole, (*names, between)))
    return set()


def _without(outer: Held, inner: tuple[Held, ...]) -> str:
    return f"{outer.id} without {', '.join(one.id for one in inner)}"


def _mirror(numbers: Numbers, outer: str, between: str) -> None:
    """What lies between adds up as the extract around it does."""
    for one in list(numbers.sums):
        names = [name for name in (one.whole, *one.parts) if isinstance(name, At) and name.extract == outer]
        turned = [name._replace(extract=between) for name in names]
        if len(names) == len(one.parts) + 1 and all(name in numbers.values for name in turned):
            _sum(numbers, turned[0], turned[1:])
