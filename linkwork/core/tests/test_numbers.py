"""Shares are exact, and what is hidden stays hidden."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.core.numbers import hidden_cells, hidden_in_table, percent, rounded

pytestmark = pytest.mark.rules


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (507, 1294, "39.2"),
        (787, 1294, "60.8"),
        (69, 341, "20.2"),
        (283, 332, "85.2"),
        (1, 8, "12.5"),
        (0, 7, "0.0"),
    ],
)
def test_percent_is_rounded_on_the_exact_fraction(part: int, whole: int, shown: str) -> None:
    """The third and fourth are a published table's figures; it prints 20.3 and 85.3 (BMJ Open table 189780)."""
    assert percent(part, whole) == Decimal(shown)


def test_a_share_of_nothing_is_missing() -> None:
    assert percent(0, 0) is None


def test_half_rounds_up() -> None:
    assert rounded(Fraction(1, 8), 2) == Decimal("0.13")
    assert rounded(Fraction(1294, 507), 2) == Decimal("2.55")


def test_a_breakdown_of_large_cells_hides_nothing() -> None:
    assert hidden_cells({"a": 5, "b": 50, "c": 0}) == frozenset()


def test_one_small_cell_takes_the_next_smallest_with_it() -> None:
    assert hidden_cells({"a": 2, "b": 9, "c": 50}) == {"a", "b"}


def test_with_nothing_to_hide_behind_all_is_hidden() -> None:
    assert hidden_cells({"a": 2, "b": 0}) == {"a", "b"}


counts = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 30), min_size=1, max_size=8
)


@given(counts)
def test_no_hidden_cell_can_be_worked_out_from_the_total(cells: dict[str, int]) -> None:
    hidden = hidden_cells(cells)
    assert all(name in hidden for name, count in cells.items() if 0 < count < 5)
    if hidden and set(hidden) != set(cells):
        assert len(hidden) >= 2
        assert sum(cells[name] for name in hidden) >= 5


tables = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4)


@settings(deadline=None)
@given(tables)
def test_no_line_of_a_table_gives_away_one_cell(grid: list[list[int]]) -> None:
    rows, columns = [f"r{i}" for i in range(len(grid))], ["x", "y", "z"]
    cells = {(r, c): grid[i][j] for i, r in enumerate(rows) for j, c in enumerate(columns)}
    hidden = hidden_in_table(cells, rows, columns)
    assert all(key in hidden for key, count in cells.items() if 0 < count < 5)
    for line in [[(r, c) for c in columns] for r in rows] + [[(r, c) for r in rows] for c in columns]:
        inside = [key for key in line if key in hidden]
        assert len(inside) != 1
