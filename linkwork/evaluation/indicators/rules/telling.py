"""Which figures can be told from an extract whose days are not exact, or which holds only a part of the record?

A figure that would be wrong is not told: which contact came first is not known where days are only months, or where an
earlier contact may have been left outside; in which month or stage is not known where days were shifted.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linkwork.extracts.rules.days import Lost
from linkwork.instruments.indicators import Definition, Grouping

DERIVED = {"derived_first", "first_agrees"}
NEEDS: Mapping[str, frozenset[Lost]] = {
    Grouping.MONTH: frozenset({Lost.CALENDAR}),
    Grouping.STAGE: frozenset({Lost.CALENDAR, Lost.WITHIN_MONTH}),
}
ORDER = frozenset({Lost.ORDER, Lost.BEGINNING})


def can_be_told(one: Definition, lost: frozenset[Lost]) -> bool:
    """Whether nothing that the figure counts was lost."""
    return not lost & ORDER or not _derives(one)


def can_be_parted(by: str, lost: frozenset[Lost]) -> bool:
    """Whether the groups of a breakdown can still be told apart."""
    return not lost & NEEDS.get(by, frozenset())


def order_is_known(lost: frozenset[Lost]) -> bool:
    """Whether it can be told which contact of a case came first."""
    return not lost & ORDER


def _derives(one: Definition) -> bool:
    counts = [count for count in (one.numerator, one.denominator, one.missing) if count]
    return any(test.get("column") in DERIVED for count in counts for test in _flat(count.where))


def _flat(tests: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for test in tests:
        yield test
        yield from _flat(test.get("either", ()))
