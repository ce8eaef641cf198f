"""Do the coefficients give the published values, and their slow twins' values on any data?"""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules import agreement as rules
from linkwork.evaluation.coding.rules.agreement import (
    Chance,
    Coefficient,
    Ratings,
    Undefined,
    Unit,
    agreement,
    agreements,
)
from linkwork.evaluation.coding.rules.agreement import ratings as counting
from linkwork.evaluation.coding.rules.units import pieces
from linkwork.evaluation.coding.tests import agreement_values, slow_twins

C = Coefficient
VALUES = 4
ROWS = st.integers(1, 12).flatmap(
    lambda n: st.lists(
        st.lists(st.none() | st.integers(0, VALUES - 1), min_size=n, max_size=n), min_size=2, max_size=6
    )
)
TWINS: dict[C, Callable[[slow_twins.Rows], float]] = {
    C.PERCENT: slow_twins.percent,
    C.CONGER: lambda rows: slow_twins.conger(rows, VALUES),
    C.FLEISS: lambda rows: slow_twins.fleiss(rows, VALUES),
    C.AC1: lambda rows: slow_twins.ac1(rows, VALUES),
    C.ALPHA_NOMINAL: lambda rows: slow_twins.alpha(rows, slow_twins.nominal),
    C.ALPHA_ORDINAL: lambda rows: slow_twins.alpha(rows, slow_twins.ordinal(rows)),
    C.ALPHA_INTERVAL: lambda rows: slow_twins.alpha(rows, slow_twins.interval),
    C.ALPHA_RATIO: lambda rows: slow_twins.alpha(rows, slow_twins.ratio),
}


def of(rows: slow_twins.Rows) -> Ratings:
    return rules.from_rows(rows, values=range(VALUES))


def same(found: rules.Agreement, twin: Callable[[], float]) -> None:
    """The value is the twin's; where the twin divides by nought, there is none and it says why."""
    try:
        expected = twin()
    except ZeroDivisionError:
        assert found.value is None
        assert found.why is not None
    else:
        assert found.value == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("ratings", "coefficient", "printed"),
    [
        pytest.param(ratings, coefficient, printed, id=f"{name}: {coefficient}")
        for name, ratings, values in agreement_values.CASES
        for coefficient, printed in values.items()
    ],
)
def test_published_values_to_the_last_digit(ratings: Ratings, coefficient: C, printed: str) -> None:
    value = agreement(ratings, coefficient).value
    assert value is not None
    assert f"{value:.{len(printed.partition('.')[2])}f}" == printed


def test_unitizing_gives_the_published_values() -> None:
    cut = pieces(agreement_values.figure_12_11())
    assert not isinstance(cut, Undefined)

    def value(coefficient: C) -> float:
        return rules.unitizing(cut, coefficient).value or 0

    assert f"{value(C.U_ALPHA):.3f}" == "0.510"
    assert f"{value(C.U_ALPHA_BINARY):.4f}" == "0.4136"  # printed, cut off: 0.413
    assert f"{value(C.CU_ALPHA):.3f}" == "0.724"
    assert rules.by_code(cut) == {1: 1, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: Undefined.NO_PAIRS}
    whole = rules.unitizing(cut, C.U_ALPHA)
    assert (whole.n_units, whole.n_coders, whole.n_missing, whole.unit) == (60, 3, 0, Unit.CONTINUUM)


def test_characters_with_gaps_as_a_value_are_not_unitizing() -> None:
    cut = pieces(agreement_values.figure_12_11())
    assert not isinstance(cut, Undefined)
    coded = Ratings(cut.codes, tuple(range(8)), Unit.CHARACTER, cut.lengths)
    either = Ratings(np.minimum(cut.codes, 1), (0, 1), Unit.CHARACTER, cut.lengths)
    assert f"{agreement(coded, C.ALPHA_NOMINAL).value:.3f}" == "0.497"
    assert f"{agreement(either, C.ALPHA_NOMINAL).value:.3f}" == "0.399"


def test_the_terms_of_chance_are_added_not_multiplied() -> None:
    value = agreement(rules.from_table([[20, 40], [40, 900]]), C.COHEN).value
    assert value is not None
    assert round(value, 3) == 0.291
    assert round(value, 3) != 0.151


@given(ROWS, st.sampled_from(sorted(TWINS)))
def test_a_coefficient_is_its_slow_twin(rows: slow_twins.Rows, coefficient: C) -> None:
    same(agreement(of(rows), coefficient), lambda: TWINS[coefficient](rows))


@given(ROWS)
def test_cohen_is_its_slow_twin(rows: slow_twins.Rows) -> None:
    same(agreement(of(rows[:2]), C.COHEN), lambda: slow_twins.cohen(rows[:2], VALUES))


@given(ROWS)
def test_conger_is_cohen_for_two_coders_without_gaps(rows: slow_twins.Rows) -> None:
    full = [[one or 0 for one in row] for row in rows[:2]]
    cohen, conger = agreements(of(full), [C.COHEN, C.CONGER])
    assert cohen.why == conger.why
    assert cohen.value == (None if conger.value is None else pytest.approx(conger.value))


@given(ROWS, st.sampled_from(["dense", "sorted", "folded"]), st.booleans(), st.booleans())
def test_patterns_hold_the_same_ratings_however_they_are_counted(
    rows: slow_twins.Rows, way: str, weighed: bool, blocked: bool
) -> None:
    ratings = of(rows)
    units = ratings.codes.shape[1]
    weights = np.arange(units) if weighed else None
    blocks = np.arange(units) // 3 if blocked else None
    ratings = Ratings(ratings.codes, ratings.values, Unit.GIVEN, weights, blocks)
    expected: dict[tuple[int, ...], int] = {}
    for unit in range(units):
        key = (unit // 3 if blocked else 0, *ratings.codes[:, unit].tolist())
        if weight := unit if weighed else 1:
            expected[key] = expected.get(key, 0) + weight
    with pytest.MonkeyPatch.context() as patch:
        if way != "dense":
            patch.setattr(counting, "DENSE", 0)
        if way == "folded":
            patch.setattr(counting, "_fits", lambda size: False)
        found = counting.patterns(ratings)
    blocks_found = found.blocks if found.blocks is not None else np.zeros(found.weights.size, int)
    columns = zip(blocks_found.tolist(), found.codes.T.tolist(), found.weights.tolist(), strict=True)
    assert {(block, *codes): weight for block, codes, weight in columns if weight} == expected


@given(ROWS)
def test_numbers_may_come_as_arrays_with_nan(rows: slow_twins.Rows) -> None:
    arrays = [np.array([np.nan if one is None else one for one in row]) for row in rows]
    coefficients = [C.PERCENT, C.CONGER, C.FLEISS, C.ALPHA_ORDINAL, C.ALPHA_INTERVAL]
    plain = agreements(rules.from_rows(rows), coefficients)
    assert agreements(rules.from_numbers(arrays), coefficients) == plain
    halves = agreements(rules.from_numbers([array / 2 for array in arrays]), coefficients)
    assert [one.why for one in halves] == [one.why for one in plain]
    for half, whole in zip(halves, plain, strict=True):
        assert half.value == (None if whole.value is None else pytest.approx(whole.value))
    if not any(one is None for row in rows for one in row):
        assert (
            agreements(rules.from_numbers([array.astype(np.int64) for array in arrays]), coefficients)
            == plain
        )


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int64, np.float32, bool])
def test_numbers_may_be_of_any_kind_and_lie_apart(kind: type) -> None:
    low = -100 if kind in (np.int8, np.int64, np.float32) else 0
    arrays = [np.array([low, 100, 7, 7]).astype(kind), np.array([low, 100, 100, 7]).astype(np.int64)]
    values = tuple(sorted({int(one) for array in arrays for one in array}))
    found = rules.from_numbers(arrays)
    assert found.values == values
    assert found.codes.tolist() == [[values.index(int(one)) for one in array] for array in arrays]
    assert found.codes.itemsize == (1 if kind in (np.uint8, bool) else 2)


def test_numbers_far_apart_are_sorted() -> None:
    found = rules.from_numbers([np.array([1e9, 0, np.nan]), np.array([1e9, -np.inf, 0])])
    assert (found.values, found.codes.tolist()) == ((-np.inf, 0, 1e9), [[2, 1, -1], [2, 0, 1]])
    assert rules.from_numbers([]).codes.shape == (0, 0)


def test_what_is_counted_is_said() -> None:
    found = agreement(rules.from_rows(agreement_values.FOUR_OBSERVERS), C.ALPHA_NOMINAL)
    assert (found.n_units, found.n_coders, found.n_missing) == (11, 4, 7)
    assert (found.unit, found.lower, found.upper, found.why, found.drawn) == (
        Unit.GIVEN,
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("rows", "coefficient", "why"),
    [
        ([[0, 1]], C.PERCENT, Undefined.ONE_CODER),
        ([[0, 1], [0, 1], [0, 1]], C.COHEN, Undefined.NOT_TWO_CODERS),
        ([[0, None], [None, 1]], C.COHEN, Undefined.NO_PAIRS),
        ([[0, None], [None, 1]], C.ALPHA_ORDINAL, Undefined.NO_PAIRS),
        ([[0, 1], [None, None]], C.CONGER, Undefined.NO_PAIRS),
        ([[0, 0], [0, 0]], C.COHEN, Undefined.ONE_VALUE),
        ([[0, 0], [0, 0]], C.AC1, Undefined.ONE_VALUE),
        ([[0, 0], [0, 0]], C.BRENNAN_PREDIGER, Undefined.ONE_VALUE),
        ([[0, 0], [0, 0]], C.ALPHA_INTERVAL, Undefined.ONE_VALUE),
        ([["a", "b"], ["a", "a"]], C.ALPHA_INTERVAL, Undefined.NOT_NUMBERS),
        ([[-1, 2], [2, 2]], C.ALPHA_RATIO, Undefined.NOT_NUMBERS),
        ([[float("inf"), 2], [2, 2]], C.ALPHA_INTERVAL, Undefined.NOT_NUMBERS),
    ],
)
def test_where_there_is_no_value_it_says_why(rows: list[list[int]], coefficient: C, why: Undefined) -> None:
    found = agreement(rules.from_rows(rows), coefficient, Chance(np.random.default_rng(1), draws=5))
    assert (found.value, found.why, found.lower) == (None, why, None)


def test_nobody_gave_the_code_and_all_agree() -> None:
    absent = rules.from_rows([[0, 0, 0], [0, 0, 0]], values=(0, 1))
    assert agreement(absent, C.AC1).value == 1
    assert agreement(absent, C.COHEN).why is Undefined.ONE_VALUE


def test_faulty_data_is_refused() -> None:
    for attempt in (
        lambda: rules.from_rows([[0], [0, 1]]),
        lambda: rules.from_rows([[7]], values=(0, 1)),
        lambda: rules.from_numbers([np.zeros(2), np.zeros(3)]),
        lambda: rules.from_table([[1, 2]]),
    ):
        with pytest.raises(ValueError, match=r"[a-z]"):
            attempt()


def test_intervals_repeat_with_the_same_chance_and_hold_the_value() -> None:
    ratings = rules.from_table([[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]])
    one, two = (agreement(ratings, C.COHEN, Chance(np.random.default_rng(7))) for _n in range(2))
    assert one == two
    assert one.value is not None
    assert one.lower is not None
    assert one.upper is not None
    assert one.lower < one.value < one.upper
    # The large-sample interval of Fleiss, Cohen and Everitt 1969 has a standard error near 0.044 here.
    assert one.upper - one.lower == pytest.approx(4 * 0.044, rel=0.15)


def test_blocks_are_drawn_whole_and_widen_the_interval() -> None:
    generator = np.random.default_rng(3)
    codes = np.repeat(generator.integers(0, 2, (2, 40)), 25, axis=1).astype(np.int8)
    alone = Ratings(codes, (0, 1), Unit.CHARACTER)
    by_block = Ratings(codes, (0, 1), Unit.CHARACTER, None, np.arange(1000) // 25, Unit.PARAGRAPH)
    narrow, wide = (
        agreement(one, C.COHEN, Chance(np.random.default_rng(5), 300)) for one in (alone, by_block)
    )
    assert narrow.value == wide.value
    assert (wide.upper or 0) - (wide.lower or 0) > 3 * ((narrow.upper or 0) - (narrow.lower or 0))
    assert (narrow.drawn, wide.drawn) == (Unit.CHARACTER, Unit.PARAGRAPH)


def test_no_interval_where_most_draws_have_no_value() -> None:
    rare = rules.from_table([[30, 0], [0, 1]])
    found = [agreement(rare, C.COHEN, Chance(np.random.default_rng(seed), 9)) for seed in range(20)]
    assert {one.value for one in found} == {1}
    only_gaps = rules.from_rows([[0, 1] + [None] * 98, [0, 0] + [None] * 98])
    none = agreement(only_gaps, C.COHEN, Chance(np.random.default_rng(1), 50))
    assert none.value is not None or none.why is not None
    assert none.drawn is None or none.lower is not None
