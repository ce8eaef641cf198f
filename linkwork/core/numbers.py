"""Numbers about people: shares, rounding, and hiding what is too small to publish."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

SMALLEST_SHOWN = 5


def percent(part: int, whole: int, places: int = 1) -> Decimal | None:
    """`part` of `whole` as a percentage, rounded half up on the exact fraction; None for a whole of nought.

    Half up on the exact fraction and not on a float: 69 of 341 is 20.2, however the float behaves
    (BMJ Open table 189780 prints 20.3).
    """
    if whole == 0:
        return None
    return rounded(Fraction(100 * part, whole), places)


def rounded(value: Fraction, places: int) -> Decimal:
    """An exact fraction rounded half up to `places` decimals."""
    step = Decimal(1).scaleb(-places)
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    return (Decimal(whole) * step).quantize(step, rounding=ROUND_HALF_UP)


def nearest(value: int, base: int) -> int:
    """The multiple of `base` next to a whole number, a half upwards: 12 is 10, 13 is 15 to a base of 5."""
    return (2 * value + base) // (2 * base) * base


def hidden_cells(cells: Mapping[str, int], smallest: int = SMALLEST_SHOWN) -> frozenset[str]:
    """Which cells of one breakdown with a known total must be hidden.

    Primary: counts from 1 to `smallest` - 1. Secondary: if the hidden cells could be worked out from the total
    (one hidden cell, or hidden counts that add up to less than `smallest`), the next smallest cells are hidden too.
    A nought is not hidden at first: it says nobody, not somebody.
    """
    hidden = {name for name, count in cells.items() if 0 < count < smallest}
    if not hidden:
        return frozenset()
    rest = sorted((count, name) for name, count in cells.items() if name not in hidden and count > 0)
    while rest and (len(hidden) < 2 or sum(cells[name] for name in hidden) < smallest):
        hidden.add(rest.pop(0)[1])
    if len(hidden) < 2:  # nothing left to hide behind: the noughts go too, or the total must
        hidden.update(cells)
    return frozenset(hidden)


def hidden_in_table(
    cells: Mapping[tuple[str, str], int],
    rows: Sequence[str],
    columns: Sequence[str],
    smallest: int = SMALLEST_SHOWN,
) -> frozenset[tuple[str, str]]:
    """Which cells of a two-way table with printed margins must be hidden: every row and column is safe on its own."""
    hidden = {key for key, count in cells.items() if 0 < count < smallest}
    while True:
        before = len(hidden)
        for line in [[(row, column) for column in columns] for row in rows] + [
            [(row, column) for row in rows] for column in columns
        ]:
            hidden.update(_mates(line, cells, hidden, smallest))
        if len(hidden) == before:
            return frozenset(hidden)


def _mates(
    line: Sequence[tuple[str, str]],
    cells: Mapping[tuple[str, str], int],
    hidden: set[tuple[str, str]],
    smallest: int,
) -> set[tuple[str, str]]:
    """The cells of one line that must be hidden so that its hidden ones cannot be worked out from its total."""
    inside = [key for key in line if key in hidden]
    if not inside:
        return set()
    rest = sorted((cells.get(key, 0) == 0, cells.get(key, 0), key) for key in line if key not in hidden)
    chosen: set[tuple[str, str]] = set()
    while rest and (
        len(inside) + len(chosen) < 2 or sum(cells.get(key, 0) for key in [*inside, *chosen]) < smallest
    ):
        chosen.add(rest.pop(0)[2])
    return chosen
