"""Paired change: against a slow twin, against the mistakes that are usual, and by property."""

import datetime as dt
import statistics
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.outcomes.rules.occasions import Occasion, suggested
from linkwork.outcomes.rules.paired import PairedChange, Range, Reading, paired_change, reliably

pytestmark = pytest.mark.rules
BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine may be busy

SCALE = Range(Decimal(0), Decimal(27), lower_is_better=True, reliable=Decimal(6))
FIRST = dt.date(2026, 1, 1)


def reading(case: int, occasion: Occasion, day: int, value: int | None) -> Reading:
    return Reading(case, occasion, FIRST + dt.timedelta(days=day), None if value is None else Decimal(value))


readings = st.lists(
    st.builds(
        reading,
        st.integers(0, 6),
        st.sampled_from(Occasion),
        st.integers(0, 9),
        st.one_of(st.none(), st.integers(0, 27)),
    ),
    max_size=25,
)


def slow_twin(rows: list[Reading]) -> tuple[list[Fraction], int, int]:
    """Case by case with plain loops: every change, and how many have one half only."""
    changes, baseline_only, later_only = [], 0, 0
    for case in {row.case for row in rows}:
        own = [row for row in rows if row.case == case and row.value is not None]
        starts = [row for row in own if row.occasion == "baseline"]
        start = None
        for row in starts:
            if start is None or row.on < start.on:
                start = row
        last = None
        for wanted in ("during", "end"):  # an end, where there is one, takes the place of what came before it
            of_kind = None
            for row in own:
                early = start is not None and row.on < start.on
                if row.occasion == wanted and not early and (of_kind is None or row.on >= of_kind.on):
                    of_kind = row
            last = of_kind or last
        if start and last:
            changes.append(Fraction(last.value or 0) - Fraction(start.value or 0))
        elif start:
            baseline_only += 1
        elif last:
            later_only += 1
    return changes, baseline_only, later_only


@BUSY
@given(readings)
def test_it_equals_its_slow_twin(rows: list[Reading]) -> None:
    changes, baseline_only, later_only = slow_twin(rows)
    found = paired_change(rows, SCALE)
    assert (found.paired, found.baseline_only, found.later_only) == (len(changes), baseline_only, later_only)
    assert found.mean == (statistics.mean(changes) if changes else None)
    assert found.median == (statistics.median(changes) if changes else None)
    assert found.better == sum(change <= -6 for change in changes)
    assert found.worse == sum(change >= 6 for change in changes)
    assert found.steady == sum(-6 < change < 6 for change in changes)


@BUSY
@given(readings, st.integers(0, 27), st.integers(0, 9))
def test_somebody_asked_once_never_moves_the_change(rows: list[Reading], value: int, day: int) -> None:
    before = paired_change(rows, SCALE)
    after = paired_change([*rows, reading(99, Occasion.BASELINE, day, value)], SCALE)
    assert after == with_one_more(before)


def with_one_more(found: PairedChange) -> PairedChange:
    return PairedChange(**(vars(found) | {"baseline_only": found.baseline_only + 1}))


@BUSY
@given(st.lists(st.tuples(st.integers(0, 27), st.integers(0, 27)), max_size=12))
def test_the_mean_lies_within_what_the_scale_allows(pairs: list[tuple[int, int]]) -> None:
    rows = [
        one
        for case, (before, later) in enumerate(pairs)
        for one in (reading(case, Occasion.BASELINE, 0, before), reading(case, Occasion.END, 5, later))
    ]
    found = paired_change(rows, SCALE)
    assert found.paired == len(pairs)
    assert found.mean is None or -27 <= found.mean <= 27
    assert (found.better or 0) + (found.worse or 0) + (found.steady or 0) == found.paired


def test_the_mean_of_those_who_stayed_is_not_the_change() -> None:
    """Three begin, the one who felt best stays and feels worse: an unpaired comparison would call that better."""
    rows = [
        reading(1, Occasion.BASELINE, 0, 20),
        reading(2, Occasion.BASELINE, 0, 18),
        reading(3, Occasion.BASELINE, 0, 4),
        reading(3, Occasion.END, 9, 6),
    ]
    found = paired_change(rows, SCALE)
    assert found.mean == 2
    assert found.missing == 2


def test_floor_and_ceiling_are_counted_before_and_later() -> None:
    rows = [
        reading(1, Occasion.BASELINE, 0, 0),
        reading(1, Occasion.END, 9, 27),
        reading(2, Occasion.BASELINE, 0, 27),
        reading(2, Occasion.END, 9, 27),
    ]
    found = paired_change(rows, SCALE)
    assert (found.at_floor, found.at_ceiling) == ((1, 0), (1, 2))


def test_an_end_counts_before_what_was_asked_during_the_support() -> None:
    rows = [
        reading(1, Occasion.BASELINE, 0, 10),
        reading(1, Occasion.END, 5, 8),
        reading(1, Occasion.DURING, 7, 2),
    ]
    assert paired_change(rows, SCALE).mean == -2


def test_nothing_is_called_reliable_without_a_source() -> None:
    scale = Range(Decimal(0), Decimal(10), lower_is_better=False, reliable=None)
    found = paired_change([reading(1, Occasion.BASELINE, 0, 1), reading(1, Occasion.END, 2, 9)], scale)
    assert (found.better, found.worse, found.steady) == (None, None, None)
    assert reliably(Fraction(8), scale) is None


@pytest.mark.parametrize(
    ("change", "lower_is_better", "said"),
    [(-6, True, 1), (6, True, -1), (5, True, 0), (6, False, 1), (-6, False, -1)],
)
def test_which_way_is_better(change: int, lower_is_better: bool, said: int) -> None:
    scale = Range(Decimal(0), Decimal(27), lower_is_better, Decimal(6))
    assert reliably(Fraction(change), scale) == said


@pytest.mark.parametrize(
    ("earlier", "closed", "offered"),
    [
        ([], False, Occasion.BASELINE),
        ([Occasion.BASELINE], False, Occasion.DURING),
        ([Occasion.DURING], False, Occasion.DURING),
        ([Occasion.BASELINE], True, Occasion.END),
        ([], True, Occasion.END),
    ],
)
def test_the_occasion_that_is_offered_first(earlier: list[Occasion], closed: bool, offered: Occasion) -> None:
    assert suggested(earlier, closed) is offered
