"""Did things change for those who were asked twice?

Only the same people are compared with themselves: the difference between the mean of everybody at the start and the
mean of those who stayed says nothing about change. Whoever was asked once is counted as missing and moves no mean.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from linkwork.instruments.measures.shapes import Better, ScoreRule
from linkwork.outcomes.rules.occasions import Occasion


@dataclass(frozen=True)
class Reading:
    """One score of one answering in one case; `value` None where too much was missing to score it."""

    case: Hashable
    occasion: Occasion
    on: dt.date
    value: Decimal | None


@dataclass(frozen=True)
class Range:
    """What the paired change is read against: the ends of the score, which way is better, what is reliable."""

    lowest: Decimal
    highest: Decimal
    lower_is_better: bool
    reliable: Decimal | None


def range_of(rule: ScoreRule) -> Range:
    """What a change in this score is read against."""
    reliable = rule.reliable.points if rule.reliable else None
    return Range(rule.lowest, rule.highest, rule.better is Better.LOWER, reliable)


@dataclass(frozen=True)
class PairedChange:
    """Change among the paired only. `mean` and `median` are later minus before, None with no pair.

    `at_floor` and `at_ceiling` are (before, later): how many of the paired stood at the lowest and the highest value,
    where nothing further can be seen. `better`, `worse` and `steady` count pairs by reliable change, and are None where
    no source says what is reliable.
    """

    paired: int
    baseline_only: int
    later_only: int
    mean: Fraction | None
    median: Fraction | None
    at_floor: tuple[int, int]
    at_ceiling: tuple[int, int]
    better: int | None
    worse: int | None
    steady: int | None

    @property
    def missing(self) -> int:
        """How many cases have one half of a pair."""
        return self.baseline_only + self.later_only


def pairs(readings: Iterable[Reading]) -> tuple[list[tuple[Decimal, Decimal]], int, int]:
    """(before, later) for each case with both, then how many cases have a start only, and a later one only.

    Before is the first baseline. Later is the last end after it; where there is none, the last one during the support.
    """
    cases: dict[Hashable, list[Reading]] = {}
    for one in readings:
        if one.value is not None:
            cases.setdefault(one.case, []).append(one)
    found, baseline_only, later_only = [], 0, 0
    for own in cases.values():
        first, last = ends_of(own)
        if first is not None and last is not None:
            found.append((first, last))
        elif first is not None:
            baseline_only += 1
        else:
            later_only += 1
    return found, baseline_only, later_only


def ends_of(own: Sequence[Reading]) -> tuple[Decimal | None, Decimal | None]:
    """(before, later) of one case as values; None for a half it does not have."""
    before, later = halves_of(own)
    return before.value if before else None, later.value if later else None


def halves_of(own: Sequence[Reading]) -> tuple[Reading | None, Reading | None]:
    """(before, later) of one case, from readings that have a value; None for a half it does not have."""
    ordered = sorted(own, key=lambda one: one.on)
    first = next((one for one in ordered if one.occasion is Occasion.BASELINE), None)
    later = [
        one
        for one in ordered
        if one.occasion is not Occasion.BASELINE and (first is None or one.on >= first.on)
    ]
    ends = [one for one in later if one.occasion is Occasion.END] or later
    return first, ends[-1] if ends else None


def paired_change(readings: Iterable[Reading], scale: Range) -> PairedChange:
    """Change among those asked twice. One who was asked once never moves it (property-tested)."""
    found, baseline_only, later_only = pairs(readings)
    changes = sorted(Fraction(later) - Fraction(before) for before, later in found)
    better, worse, steady = _reliably(changes, scale)
    return PairedChange(
        paired=len(found),
        baseline_only=baseline_only,
        later_only=later_only,
        mean=sum(changes, Fraction()) / len(changes) if changes else None,
        median=_median(changes),
        at_floor=_standing_at(found, scale.lowest),
        at_ceiling=_standing_at(found, scale.highest),
        better=better,
        worse=worse,
        steady=steady,
    )


def reliably(change: Fraction, scale: Range) -> int | None:
    """1 better, -1 worse, 0 within the measure's own noise; None where no source says what is reliable."""
    if scale.reliable is None:
        return None
    if abs(change) < Fraction(scale.reliable):
        return 0
    return 1 if (change < 0) == scale.lower_is_better else -1


def _reliably(changes: Sequence[Fraction], scale: Range) -> tuple[int | None, int | None, int | None]:
    if scale.reliable is None:
        return None, None, None
    said = [reliably(change, scale) for change in changes]
    return said.count(1), said.count(-1), said.count(0)


def _median(ordered: Sequence[Fraction]) -> Fraction | None:
    if not ordered:
        return None
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _standing_at(found: Sequence[tuple[Decimal, Decimal]], end: Decimal) -> tuple[int, int]:
    return sum(before == end for before, _ in found), sum(later == end for _, later in found)
