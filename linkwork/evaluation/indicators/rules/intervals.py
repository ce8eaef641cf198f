"""How far could a figure be off, because not everybody was asked? Only for figures of a sample.

A log of contacts is no sample but all there is: an interval around it would say something untrue, so a definition must
ask for one by `sample`.

  share     Wilson's score interval: Wilson 1927, Journal of the American Statistical Association 22:209-212;
            recommended for small samples by Newcombe 1998, Statistics in Medicine 17:857-872
  mean      Student's t: mean plus and minus t times the standard deviation by the root of how many, with one less
            degree of freedom than there are values ("Student" 1908, Biometrika 6:1-25)

Always of 95 %. They tell of chance alone, not of who chose not to answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import atan, cos, pi, sin, sqrt

from linkwork.core.numbers import rounded

Z = 1.959963984540054  # the 97.5 % point of the normal distribution


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, both counted, of 95 %."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Mean:
    """The mean of `count` values, two decimals; `interval` is None for a single value."""

    count: int
    mean: Decimal
    interval: Interval | None


def share_interval(part: int, whole: int) -> Interval | None:
    """Wilson's interval of `part` of `whole`, in percent with one decimal; None for a whole of nought.

    Raises ValueError where `part` is no part of `whole`.
    """
    if not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole}.")
    if not whole:
        return None
    share, square = part / whole, Z * Z
    middle = share + square / (2 * whole)
    reach = Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    below = 0.0 if part == 0 else (middle - reach) / (1 + square / whole)
    above = 1.0 if part == whole else (middle + reach) / (1 + square / whole)
    return Interval(_near(100 * below, 1), _near(100 * above, 1))


def mean_of(often: Mapping[Fraction, int]) -> Mean | None:
    """The mean of values (value: how often) with Student's interval; None where there is no value."""
    count = sum(often.values())
    if not count:
        return None
    mean = sum((value * times for value, times in often.items()), Fraction()) / count
    if count == 1:
        return Mean(1, rounded(mean, 2), None)
    spread = sum(((value - mean) ** 2 * times for value, times in often.items()), Fraction()) / (count - 1)
    reach = t_point(count - 1) * sqrt(spread / count)
    return Mean(
        count,
        rounded(mean, 2),
        Interval(_near(float(mean) - reach, 2), _near(float(mean) + reach, 2)),
    )


def _near(value: float, places: int) -> Decimal:
    return rounded(Fraction(value), places)


@cache
def t_point(freedom: int) -> float:
    """The 97.5 % point of Student's t, found by halving."""
    low, high = 0.0, 13.0  # with one degree of freedom it is 12.71, with more it is less
    for _turn in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle, freedom) < 0.95 else (low, middle)
    return (low + high) / 2


def within(t: float, freedom: int) -> float:
    """How much of Student's t lies between -t and t: the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    if freedom == 1:
        return 2 * angle / pi
    term = total = cos(angle) if odd else 1.0
    for step in range(3 if odd else 2, freedom - 1, 2):
        term *= cos(angle) ** 2 * (step - 1) / step
        total += term
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total
