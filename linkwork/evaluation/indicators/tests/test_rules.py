"""Spreads against the standard library, values and suppression against their plain meaning."""

import statistics
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.numbers import rounded
from linkwork.evaluation.indicators.rules.spreads import _at, spread_of
from linkwork.evaluation.indicators.rules.telling import can_be_told
from linkwork.evaluation.indicators.rules.values import Raw, hidden_groups, is_small, measured
from linkwork.extracts.rules.days import lost
from linkwork.instruments import indicators

pytestmark = pytest.mark.rules


@given(st.lists(st.integers(0, 300), min_size=2, max_size=60))
def test_quartiles_are_those_of_the_standard_library(values):
    found = spread_of({value: values.count(value) for value in values})
    assert found is not None
    slow = statistics.quantiles([Fraction(value) for value in values], n=4, method="inclusive")
    assert [found.low, found.median, found.high] == [rounded(Fraction(part), 1) for part in slow]
    assert (found.count, found.total, found.largest) == (len(values), sum(values), max(values))


def test_spreads_of_nothing_and_of_one():
    assert spread_of({}) is None
    assert spread_of({3: 0}) is None
    one = spread_of({7: 1})
    assert one is not None
    assert one.low == one.high == 7
    with pytest.raises(LookupError):
        _at([(1, 2)], 2)


def test_values_by_shape():
    assert measured("share", Raw(507, 1294, 0)).value == Decimal("39.2")
    assert measured("ratio", Raw(1294, 507, 0)).value == Decimal("2.55")
    assert measured("count", Raw(5)).value == 5
    assert measured("spread", Raw(histogram={1: 2, 3: 1})).numerator == 5
    assert measured("share", Raw(0, 0)).value is None
    assert measured("share", Raw(4, None)).value is None
    assert measured("ratio", Raw(4, 0)).value is None
    assert measured("count", Raw()).value is None
    assert measured("spread", Raw(missing=3)).missing == 3
    with pytest.raises(ValueError, match="no shape"):
        measured("feeling", Raw())


SHARES = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1
)


@given(SHARES)
def test_nothing_small_can_be_read_or_worked_out_from_a_breakdown(parts):
    groups = {key: Raw(part, part + rest) for key, (part, rest) in parts.items()}
    hidden = hidden_groups("share", groups, 5)
    for place in (0, 1):
        shown = [cells[place] for key, cells in parts.items() if key not in hidden]
        assert not any(0 < cell < 5 for cell in shown)
        behind = [cells[place] for key, cells in parts.items() if key in hidden]
        everything_hidden = len(hidden) == len(parts)
        assert everything_hidden or (len(behind) != 1 and not 0 < sum(behind) < 5)


def test_counts_and_spreads_hide_by_their_own_size():
    assert hidden_groups("count", {"a": Raw(3), "b": Raw(9), "c": Raw(20)}, 5) == {"a", "b"}
    spreads = {"a": Raw(histogram={1: 3}), "b": Raw(histogram={2: 9}), "c": Raw(histogram={1: 20})}
    assert hidden_groups("spread", spreads, 5) == {"a", "b"}
    assert hidden_groups("ratio", {"a": Raw(50, 3), "b": Raw(60, 30), "c": Raw(90, 40)}, 5) == {"a", "b"}


@pytest.mark.parametrize(
    ("shape", "raw", "small"),
    [
        ("count", Raw(3), True),
        ("count", Raw(5), False),
        ("count", Raw(0), False),
        ("share", Raw(3, 100), True),
        ("share", Raw(97, 100), True),
        ("share", Raw(50, 100), False),
        ("share", Raw(0, 4), True),
        ("ratio", Raw(50, 4), True),
        ("ratio", Raw(50, 20), False),
        ("spread", Raw(histogram={9: 4}), True),
        ("spread", Raw(histogram={9: 5}), False),
    ],
)
def test_small_figures(shape, raw, small):
    assert is_small(shape, measured(shape, raw), 5) is small


def test_days_between_two_days_are_not_told_where_days_are_months() -> None:
    by_id = {one.id: one for one in indicators.definitions()}
    months, moved = lost("month", cut=False), lost("shifted", cut=False)
    assert not can_be_told(by_id["days_to_answer"], months)
    assert can_be_told(by_id["days_to_answer"], moved)
    assert can_be_told(by_id["contacts"], months)
