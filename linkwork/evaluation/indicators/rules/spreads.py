"""Median, quartiles and largest of a distribution, exactly, from how often each value occurs.

Counting first and computing here gives the same answer on every engine; some only offer approximate quantiles.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from linkwork.core.numbers import rounded


@dataclass(frozen=True)
class Spread:
    """`count` things with `total` in all. Quartiles by linear interpolation (Hyndman and Fan's type 7), one decimal."""

    count: int
    total: int
    low: Decimal
    median: Decimal
    high: Decimal
    largest: int


def spread_of(histogram: Mapping[int, int]) -> Spread | None:
    """The spread of a histogram (value: how often); None where it is empty."""
    ordered = sorted((value, often) for value, often in histogram.items() if often)
    count = sum(often for _, often in ordered)
    if not count:
        return None
    return Spread(
        count=count,
        total=sum(value * often for value, often in ordered),
        low=rounded(_quantile(ordered, count, Fraction(1, 4)), 1),
        median=rounded(_quantile(ordered, count, Fraction(1, 2)), 1),
        high=rounded(_quantile(ordered, count, Fraction(3, 4)), 1),
        largest=ordered[-1][0],
    )


def _quantile(ordered: list[tuple[int, int]], count: int, part: Fraction) -> Fraction:
    place = (count - 1) * part
    before, rest = divmod(place, 1)
    near = _at(ordered, int(before))
    far = _at(ordered, min(int(before) + 1, count - 1))
    return near + (far - near) * rest


def _at(ordered: list[tuple[int, int]], place: int) -> int:
    for value, often in ordered:
        if place < often:
            return value
        place -= often
    raise LookupError("The place lies beyond the last value.")
