"""How do the numbers of an extract's figures hang together? The sums that anybody could do with them.

Two figures that count the same thing hold the same number. A whole is the sum of its groups wherever they add up, a
quarter the sum of its months, a denominator the part and the rest, what is known of a column and what is not is all.
A later extract is an earlier one inside it and what lies between; what lies between is never shown, and must not be
worked out either.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from linkwork.evaluation.indicators.rules.hiding import Linked, Name, Span, Sum, knowledge
from linkwork.evaluation.indicators.rules.numbers import At, Held, Numbers, Unit
from linkwork.evaluation.indicators.rules.within import numbers_of
from linkwork.instruments.indicators import Definition

MOST_TOGETHER = 3  # earlier extracts that are taken off a later one at once


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
            numbers.add_up(turned[0], turned[1:])
