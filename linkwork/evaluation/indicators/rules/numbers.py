"""The numbers of an extract's figures by name, with what is known of them; see `links` for how they hang together."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from linkwork.evaluation.indicators.rules.hiding import Linked, Name, Span, Sum
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.extracts.rules.regions import Region

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

    def add_up(self, whole: At, parts: Sequence[At]) -> bool:
        """Note a sum that anybody can do, if it holds."""
        values = self.values
        holds = whole in values and values[whole] == sum(values[part] for part in parts)
        if holds:
            self.sums.append(Sum(whole, tuple(parts)))
        return holds


def tests_of(where: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """Conditions as they stand in a `What`: the same for two that say the same."""
    return tuple(sorted(json.dumps(test, sort_keys=True) for test in where))
