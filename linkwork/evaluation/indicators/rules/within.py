"""Every number that one extract's figures say, and the sums that anybody could do with them.

Two figures that count the same thing hold the same number. A whole is the sum of its groups wherever they add up, a
denominator the part and the rest, what is known of a column and what is not is all. How the groups of two breakdowns
hang together: `ties`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linkwork.evaluation.indicators.rules.numbers import At, Held, Numbers, What, tests_of
from linkwork.evaluation.indicators.rules.ties import of_cells, tie
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.instruments.indicators import Count, Definition, Shape


def numbers_of(held: Held, found: Sequence[Definition]) -> Numbers:
    """Every number of one extract's figures, whole and by each grouping, and how they hang together."""
    numbers = Numbers()
    for by, figures in held.counts.items():
        for one in found:
            for key, raw in figures.get(one.id, {}).items():
                _add(numbers, one, (held.id, by, key), raw)
    tie(numbers)
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
    if names and not of_cells(at[1]):
        numbers.units[one.id, at[1], at[2]] = frozenset(names.values())
    if one.shape is Shape.SHARE and one.denominator and len(told) > 1:
        part, whole = names[_count(one.numerator)], names[_count(one.denominator)]
        rest = At(*at, What("rest", (repr(part.what), repr(whole.what)), ""))
        numbers.values[rest] = max(0, numbers.values[whole] - numbers.values[part])
        numbers.careful.add(rest)
        if {part, whole} <= numbers.adds_up:
            numbers.adds_up.add(rest)
        numbers.add_up(whole, [part, rest])


def _told(one: Definition, raw: Raw) -> Iterator[tuple[What, tuple[int, bool]]]:
    """Each number that the figure says, and whether it must not be worked out."""
    if one.shape is Shape.SPREAD:
        often = raw.histogram.items()
        known = ({"column": one.numerator.per, "known": True}, *one.numerator.where)
        table = f"{one.numerator.table} {one.numerator.stands_on}"
        total = What(f"sum {one.numerator.sum}" if one.numerator.sum else "rows", tests_of(known), table)
        things = What(f"distinct {one.numerator.per}", tests_of(one.numerator.where), table)
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
    return What(kind, tests_of(count.where), f"{count.table} {count.stands_on}")


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
                numbers.add_up(whole, [name, other])
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
            numbers.add_up(whole, [*parts, others])


def _with(name: At, tests: Sequence[str], more: Iterable[Mapping[str, object]]) -> At:
    return name._replace(what=name.what._replace(tests=tuple(sorted([*tests, *tests_of(more)]))))
