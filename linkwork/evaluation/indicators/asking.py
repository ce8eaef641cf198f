"""Asks an engine for figures in as few questions as there are tables.

What two figures count alike is counted once. What stands in one group only is counted by group, and the whole is the
sum; different people, who may stand in several groups, are counted anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from linkwork.evaluation.indicators.columns import key_of
from linkwork.evaluation.indicators.engine import Engine
from linkwork.evaluation.indicators.expressions import counted, histogram, needs_more, prepared
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.instruments.indicators import Count, Definition, Shape
from linkwork.instruments.indicators.groupings import TERM_LISTS

ADDS_UP = ("rows", "sum")
PARTS = ("numerator", "denominator", "missing")
Groups = dict[str, Raw]  # by group key; the key of the whole is ""
Thing = str  # what is counted, however many figures count it
Asked = dict[Thing, tuple[str, Count]]  # with the part it is first asked for
Numbers = dict[Thing, dict[str, int | None]]  # by group
Spreads = dict[Thing, dict[str, dict[int, int]]]


def count(engine: Engine, found: Sequence[Definition], scope: Scope) -> dict[str, Groups]:
    """For each definition's id its groups (only "" for the whole)."""
    plain, spread = _asked(found)
    return _answer(found, _numbers(engine, plain, scope), _spreads(engine, spread, scope))


def count_both(
    engine: Engine, found: Sequence[Definition], scope: Scope
) -> tuple[dict[str, Groups], dict[str, Groups]]:
    """As a whole, and those that can be broken down by `scope.by` with their groups, each row gone through once."""
    parted = [one for one in found if scope.by in one.grouping]
    plain, spread = _asked(parted)
    numbers, spreads = _numbers(engine, plain, scope), _spreads(engine, spread, scope)
    more, wider = _asked(found)
    if scope.by in TERM_LISTS:  # a contact stands in several groups
        return count(engine, found, scope.whole), _answer(parted, numbers, spreads)
    sums: Numbers = {one: {"": _sum(numbers[one])} for one in plain if plain[one][1].count in ADDS_UP}
    piled: Spreads = {one: {"": _pile(spreads[one])} for one in spread if spread[one][1].is_own}
    sums |= _numbers(engine, {one: asked for one, asked in more.items() if one not in sums}, scope.whole)
    piled |= _spreads(engine, {one: asked for one, asked in wider.items() if one not in piled}, scope.whole)
    return _answer(found, sums, piled), _answer(parted, numbers, spreads)


def _asked(found: Iterable[Definition]) -> tuple[Asked, Asked]:
    """What is to be counted: numbers, and the spreads."""
    plain: Asked = {}
    spread: Asked = {}
    for one in found:
        for part, what in _parts(one):
            here = spread if _is_spread(one, part) else plain
            here.setdefault(_thing(part, what), (part, what))
    return plain, spread


def _parts(one: Definition) -> Iterable[tuple[str, Count]]:
    for part in PARTS:
        what = getattr(one, part)
        if what is not None:
            yield part, what


def _is_spread(one: Definition, part: str) -> bool:
    return one.shape is Shape.SPREAD and part == "numerator"


def _thing(part: str, what: Count) -> Thing:
    """The same for two counts that give the same number; rows without a day are among the missing only."""
    said = (
        what.table,
        what.stands_on,
        what.count,
        what.column,
        what.where,
        what.per,
        what.sum,
        what.days_between,
    )
    return repr((*said, part == "missing"))


def _numbers(engine: Engine, asked: Asked, scope: Scope) -> Numbers:
    numbers: Numbers = {}
    for things in _questions(asked):
        here = {f"n{place}": asked[one] for place, one in enumerate(things)}
        _part, first = next(iter(here.values()))
        table = prepared(engine, first.table, first.stands_on, (what for _part, what in here.values()), scope)
        rows = engine.rows(counted(table, here, scope))
        for name, one in zip(here, things, strict=True):
            none = None if asked[one][1].count == "fact" else 0  # Spark adds up nothing to a missing number
            numbers[one] = {key_of(row): none if row[name] is None else row[name] for row in rows}
    return numbers


def _questions(asked: Asked) -> Iterable[list[Thing]]:
    """One for each table and day; different people apart where the others need the rows beside more than the table.

    A question of both makes DuckDB keep all rows.
    """

    def table(one: Thing) -> tuple[str, str]:
        return asked[one][1].table, asked[one][1].stands_on

    for _table, things in groupby(sorted(asked, key=table), key=table):
        here = list(things)
        if any(needs_more(asked[one][1]) for one in here):
            apart = [one for one in here if asked[one][1].count == "distinct"]
            yield from ([one] for one in apart)
            here = [one for one in here if one not in apart]
        if here:
            yield here


def _spreads(engine: Engine, asked: Asked, scope: Scope) -> Spreads:
    found: Spreads = {}
    for one, (_part, what) in asked.items():
        here: dict[str, dict[int, int]] = {}
        table = prepared(engine, what.table, what.stands_on, [what], scope)
        for row in engine.rows(histogram(table, what, scope)):
            here.setdefault(key_of(row), {})[int(row["amount"])] = row["often"]
        found[one] = here
    return found


def _sum(groups: Mapping[str, int | None]) -> int:
    return sum(one or 0 for one in groups.values())


def _pile(groups: Mapping[str, Mapping[int, int]]) -> dict[int, int]:
    pile: dict[int, int] = {}
    for histogram_of_group in groups.values():
        for amount, often in histogram_of_group.items():
            pile[amount] = pile.get(amount, 0) + often
    return pile


def _answer(found: Sequence[Definition], numbers: Numbers, spreads: Spreads) -> dict[str, Groups]:
    return {one.id: _groups(one, numbers, spreads) for one in found}


def _groups(one: Definition, numbers: Numbers, spreads: Spreads) -> Groups:
    """The counts of each group. A table that has no row of a group counted nought in it."""
    plain = {part: numbers[_thing(part, what)] for part, what in _parts(one) if not _is_spread(one, part)}
    spread = spreads[_thing("numerator", one.numerator)] if one.shape is Shape.SPREAD else {}
    keys = set(spread).union(*plain.values()) or {""}
    return {
        key: Raw(
            **{part: groups.get(key, 0) for part, groups in plain.items()}, histogram=spread.get(key, {})
        )
        for key in keys
    }
