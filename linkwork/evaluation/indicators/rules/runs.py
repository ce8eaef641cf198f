"""Is it only chance from month to month, or did something change? The rules of a run chart.

The median and the rules are those of Perla, Provost and Murray 2011, "The run chart: a simple analytical tool for
learning from variation in healthcare processes", BMJ Quality & Safety 20:46-51, DOI 10.1136/bmjqs.2009.037895:

  shift   six or more points in a row all above or all below the median; points on the median are skipped
  trend   five or more points in a row all going up or all going down; a point equal to the one before is skipped
  runs    too few or too many runs, a run being points in a row on one side of the median

Their fourth rule, a point that is plainly unlike the others, is judged by eye and not here. The paper prints a table
of how many runs to expect; here the limits are worked out from the same distribution (Swed and Eisenhart 1943, Annals
of Mathematical Statistics 14:66-87): as many runs as chance alone gives in all but 2.5 % of orders at either end, for
the points that were really found above and below. With fewer than ten points off the median no limits are given. The
trend rule seldom finds a slow drift (Anhøj and Olesen 2014, PLoS ONE 9:e113825): that it is silent proves nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import comb
from statistics import median

SHIFT = 6
TREND = 5
ENOUGH = 10  # points off the median before runs are judged
TAIL = Fraction(25, 1000)
Value = Decimal | int


@dataclass(frozen=True)
class Stretch:
    """Points in a row that say the same: places of the first and the last in what was given, how many, which way."""

    first: int
    last: int
    points: int
    up: bool


@dataclass(frozen=True)
class Run:
    """What a run chart's rules find. `fewest` and `most` runs are what chance gives; None where they are not judged."""

    median: Decimal | None
    points: int
    useful: int
    shifts: tuple[Stretch, ...]
    trends: tuple[Stretch, ...]
    runs: int
    fewest: int | None
    most: int | None

    @property
    def too_few(self) -> bool:
        """Whether there are fewer runs than chance gives: the points stay on one side for long."""
        return self.fewest is not None and self.runs < self.fewest

    @property
    def too_many(self) -> bool:
        """Whether there are more runs than chance gives: the points go to and fro, as two sources put into one do."""
        return self.most is not None and self.runs > self.most

    @property
    def changed(self) -> bool:
        """Whether any rule says that this is more than chance."""
        return bool(self.shifts or self.trends or self.too_few or self.too_many)


def run_of(values: Sequence[Value | None]) -> Run:
    """Judge points in their order. A missing point (None) is left out; places count it all the same."""
    found = [(place, Decimal(value)) for place, value in enumerate(values) if value is not None]
    if not found:
        return Run(None, 0, 0, (), (), 0, None, None)
    middle = median([value for _place, value in found])
    sides = [(place, value > middle) for place, value in found if value != middle]
    streaks = _streaks(sides)
    above = sum(up for _place, up in sides)
    fewest, most = limits(above, len(sides) - above) if len(sides) >= ENOUGH else (None, None)
    return Run(
        median=middle,
        points=len(found),
        useful=len(sides),
        shifts=tuple(one for one in streaks if one.points >= SHIFT),
        trends=_trends(found),
        runs=len(streaks),
        fewest=fewest,
        most=most,
    )


def _trends(found: Sequence[tuple[int, Decimal]]) -> tuple[Stretch, ...]:
    moved = [found[0], *(later for before, later in pairwise(found) if later[1] != before[1])]
    steps = [(later[0], later[1] > before[1]) for before, later in pairwise(moved)]
    before = {later[0]: earlier[0] for earlier, later in pairwise(moved)}
    return tuple(
        Stretch(before[one.first], one.last, one.points + 1, one.up)
        for one in _streaks(steps)
        if one.points + 1 >= TREND
    )


def _streaks(marks: Sequence[tuple[int, bool]]) -> list[Stretch]:
    """Neighbours with the same mark, put together."""
    found: list[Stretch] = []
    for place, up in marks:
        if found and found[-1].up is up:
            found[-1] = Stretch(found[-1].first, place, found[-1].points + 1, up)
        else:
            found.append(Stretch(place, place, 1, up))
    return found


def limits(above: int, below: int) -> tuple[int | None, int | None]:
    """The fewest and most runs that chance gives to so many points above and below; None where all are on one side."""
    if not above or not below:
        return None, None
    chances = {runs: chance_of(runs, above, below) for runs in range(2, above + below + 1)}
    low, high = 2, above + below
    seen = chances[low]
    while seen <= TAIL:
        low += 1
        seen += chances[low]
    seen = chances[high]
    while seen <= TAIL:
        high -= 1
        seen += chances[high]
    return low, high


def chance_of(runs: int, above: int, below: int) -> Fraction:
    """The chance of exactly so many runs, every order being as likely as every other."""
    half, odd = divmod(runs, 2)
    if odd:
        ways = comb(above - 1, half) * comb(below - 1, half - 1)
        ways += comb(above - 1, half - 1) * comb(below - 1, half)
    else:
        ways = 2 * comb(above - 1, half - 1) * comb(below - 1, half - 1)
    return Fraction(ways, comb(above + below, above))
