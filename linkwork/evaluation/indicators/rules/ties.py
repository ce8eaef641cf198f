"""How do the groups of one breakdown hang together with the whole, with those of another, and with whole figures?

  a whole       is the sum of its groups, wherever they add up
  a coarser     is the sum of the finer ones whose keys say so: a quarter of its months, a measure of its scores
  cells         two breakdowns that cut the same rows into pieces, of which everybody knows how they lie: months and
                stages (days), sites and kinds of site (places). Each group is the sum of its cells, the rows that are
                in both; a stage that begins in the middle of a month leaves two cells of that month. Nobody is shown a
                cell, and nobody may work out a small one.
  a whole       figure that counts some words of a column is the sum of the groups of these words: whose language is
                known, all languages together

After: Hundepool et al. 2012, Statistical Disclosure Control (Wiley), chapter 4: linked tables, and hierarchies that
share margins, are protected as one.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from linkwork.evaluation.indicators.rules.numbers import At, Numbers
from linkwork.instruments.indicators import Grouping
from linkwork.instruments.indicators.groupings import TERM_LISTS, column_of

BESIDE = "|"  # between two groupings, and between the keys of a cell
TIED: tuple[tuple[Grouping, Grouping], ...] = (
    (Grouping.MONTH, Grouping.STAGE),
    (Grouping.SITE, Grouping.SITE_KIND),
)
HEALTH = "health"  # the sector that is the programme's own, see `partnerships.rules`


def tied_to(by: str) -> tuple[Grouping, Grouping] | None:
    """The two breakdowns that are decided together, where `by` is one of them."""
    return next((pair for pair in TIED if by in pair), None)


def cells(pair: Sequence[Grouping]) -> str:
    """What the breakdown into cells is called."""
    return BESIDE.join(pair)


def of_cells(by: str) -> bool:
    """Whether these are cells of two breakdowns."""
    return BESIDE in by


def tie(numbers: Numbers) -> None:
    """Note every sum between wholes, groups and cells that holds."""
    wholes: dict[At, dict[str, list[At]]] = {}
    halves: dict[At, list[At]] = {}
    for name in numbers.values:
        if of_cells(name.by):
            for by, key in zip(name.by.split(BESIDE), name.key.split(BESIDE, 1), strict=False):
                halves.setdefault(name._replace(by=by, key=key), []).append(name)
        elif name.by:
            wholes.setdefault(name._replace(by="", key=""), {}).setdefault(name.by, []).append(name)
    for group, parts in halves.items():
        numbers.add_up(group, parts)
    for whole, by_grouping in wholes.items():
        for by, parts in by_grouping.items():
            numbers.add_up(whole, parts)
            _coarser(numbers, by, parts)
    _counted_apart(numbers, wholes)


def _coarser(numbers: Numbers, by: str, parts: list[At]) -> None:
    for coarse, to in COARSER.get(by, ()):
        gathered: dict[At, list[At]] = {}
        for part in parts:
            key = to(part.key) if part.key else ""
            gathered.setdefault(part._replace(by=coarse, key=key), []).append(part)
        for whole, finer in gathered.items():
            numbers.add_up(whole, finer)


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


COARSER: Mapping[str, tuple[tuple[str, Callable[[str], str]], ...]] = {
    "month": (("quarter", _quarter), ("year", lambda key: key[:4])),
    "score": (("measure", lambda key: key.partition(" ")[0]),),
}


def _counted_apart(numbers: Numbers, wholes: Mapping[At, Mapping[str, list[At]]]) -> None:
    """A whole figure that counts some groups of another one.

    A group that is only what is missing somewhere is told there (decision 0023): it is no secret here.
    """
    for name in [one for one in numbers.values if not one.by and one.what.table]:
        for test in name.what.tests:
            others = tuple(one for one in name.what.tests if one != test)
            base = name._replace(what=name.what._replace(tests=others))
            for by, parts in wholes.get(base, {}).items():
                if (counts := _chosen(by, name.what.table, json.loads(test))) is not None:
                    chosen = [part for part in parts if counts(part.key)]
                    if numbers.add_up(name, chosen) and name not in numbers.careful:
                        numbers.careful -= set(chosen)


def _chosen(by: str, table: str, said: Mapping[str, Any]) -> Callable[[str], bool] | None:
    """Which groups of a breakdown pass a test; None where the test is about something else."""
    if by not in set(Grouping):
        return None
    about = said.get("terms", said.get("column"))
    if by == Grouping.SECTOR and said == {"column": "reach", "is": "inter_sectoral"}:
        return lambda key: key not in ("", HEALTH)
    own, _space, day = table.partition(" ")
    if about is None or about != (TERM_LISTS.get(Grouping(by)) or column_of(Grouping(by), own, day)):
        return None
    words = [str(one) for one in _words(said)]
    known = said.get("known")
    return (lambda key: bool(key) is known) if known is not None else (lambda key: key in words)


def _words(said: Mapping[str, Any]) -> Iterator[Any]:
    yield from said.get("in", ())
    yield from said.get("any", ())
    if "is" in said:
        yield said["is"]
