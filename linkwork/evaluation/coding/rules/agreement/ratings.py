"""Who gave which value to which unit: ratings as small integers, and the same ratings counted by pattern.

All coefficients are computed from patterns: each different column of ratings once, with how often it occurs. A million
units of two coders and five values are at most 36 patterns. Counting goes through the units in slices, so that it needs
no memory in proportion to them.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from linkwork.evaluation.coding.rules.agreed import Unit

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float64]
Weights = npt.NDArray[np.int64]

GAP = -1
SLICE = 1 << 16  # units at a time
DENSE = 1 << 18  # a table of all possible patterns up to this size is counted directly; above it, by sorting


@dataclass(frozen=True, eq=False)
class Ratings:
    """Ratings of units by coders.

    `codes` is coders × units; each entry is the place of the value in `values`, or -1 for a missing rating. `values`
    are the values that could be given, in their order, also those nobody gave. `weights` says how many equal units a
    column stands for (None: one each). `blocks` numbers what a bootstrap draws (None: the units), from 0.
    """

    codes: Ints
    values: tuple[Hashable, ...]
    unit: Unit = Unit.GIVEN
    weights: Ints | None = None
    blocks: Ints | None = None
    drawn: Unit | None = None


@dataclass(frozen=True, eq=False)
class Patterns:
    """The different columns of some ratings, each once; `weights` says how many units have it."""

    codes: Ints
    values: tuple[Hashable, ...]
    weights: Weights
    blocks: Ints | None
    n_blocks: int

    @cached_property
    def rated(self) -> Floats:
        """How many coders rated each pattern."""
        found: Floats = np.sum(self.codes >= 0, axis=0, dtype=np.float64)
        return found

    @cached_property
    def agreeing(self) -> Floats:
        """How many ordered pairs of coders gave each pattern the same value."""
        return agreeing_pairs(self.codes, len(self.values))

    @property
    def n_coders(self) -> int:
        """How many coders there are, whether or not they rated anything."""
        return len(self.codes)

    def totals(self, weights: Floats) -> Floats:
        """How much weight each value was given: `weights` by pattern, summed over all ratings."""
        found = np.zeros(len(self.values) + 1)
        for row in self.codes:
            found += np.bincount(row.astype(np.intp) + 1, weights, len(found))
        return found[1:]


def from_rows(
    rows: Sequence[Sequence[Hashable | None]],
    values: Sequence[Hashable] | None = None,
    unit: Unit = Unit.GIVEN,
) -> Ratings:
    """Ratings from one row a coder; None is a missing rating. `values` in their order; None: those found, sorted.

    Raises ValueError for rows of different lengths or for a value that `values` does not hold.
    """
    if len({len(row) for row in rows}) > 1:
        raise ValueError("Every coder needs one entry for every unit.")
    if values is None:
        values = sorted({one for row in rows for one in row if one is not None})  # type: ignore[type-var]
    place: dict[Hashable | None, int] = {one: number for number, one in enumerate(values)}
    place[None] = GAP
    try:
        codes = np.array([[place[one] for one in row] for row in rows], _narrow(len(values)))
    except KeyError as unknown:
        raise ValueError(f"{unknown} is not among the values.") from unknown
    return Ratings(codes.reshape(len(rows), -1), tuple(values), unit)


def from_numbers(rows: Sequence[npt.NDArray[Any]], unit: Unit = Unit.GIVEN) -> Ratings:
    """Ratings from one array of numbers a coder, all of one length; nan is a missing rating.

    The values are those found. Needs one to four bytes a rating where the numbers are whole and lie within 65,536 of
    each other.
    """
    arrays = [np.asarray(row) for row in rows]
    if len({row.shape for row in arrays}) > 1:
        raise ValueError("Every coder needs one entry for every unit.")
    close = _span(arrays)
    small = _small(arrays, *close, unit) if close else None
    if small is not None:
        return small
    values = np.unique(np.concatenate([row[~np.isnan(row)] for row in arrays]))
    codes = np.empty((len(arrays), arrays[0].size), _narrow(values.size))
    for row, into in zip(arrays, codes, strict=True):
        into[:] = np.where(np.isnan(row), GAP, np.searchsorted(values, row))
    return Ratings(codes, tuple(values.tolist()), unit)


def from_table(table: Sequence[Sequence[int]], values: Sequence[Hashable] | None = None) -> Ratings:
    """Ratings of two coders from their square table: rows are the first coder's values, columns the second's."""
    counts = np.array(table, np.int64)
    if counts.ndim != 2 or len(counts) != counts.shape[1]:
        raise ValueError("The table needs as many rows as columns.")
    codes: Ints = np.indices(counts.shape, _narrow(len(counts))).reshape(2, -1)
    return Ratings(codes, tuple(values or range(len(counts))), weights=counts.ravel())


def from_counts(counts: Sequence[Sequence[int]], values: Sequence[Hashable] | None = None) -> Ratings:
    """Ratings from how many coders gave each unit (row) each value (column), whoever they were."""
    times = np.array(counts, np.int64)
    codes = np.full((int(times.sum(axis=1).max()), len(times)), GAP, _narrow(times.shape[1]))
    for unit, row in enumerate(times):
        codes[: row.sum(), unit] = np.repeat(np.arange(times.shape[1]), row)
    return Ratings(codes, tuple(values or range(times.shape[1])))


def patterns(ratings: Ratings) -> Patterns:
    """The ratings counted by pattern (and by block, where there are blocks)."""
    base, coders = len(ratings.values) + 1, len(ratings.codes)
    n_blocks = 0 if ratings.blocks is None else int(ratings.blocks.max(initial=-1)) + 1
    size = base**coders * max(n_blocks, 1)
    if size <= DENSE:
        keys, weights = _counted(ratings, base, size)
    elif _fits(size):
        keys, weights = _sorted(ratings, base)
    else:
        return _folded(ratings, base, n_blocks)
    blocks = None if ratings.blocks is None else keys // base**coders
    codes = np.empty((coders, keys.size), _narrow(base))
    for row in codes:
        row[:] = keys % base - 1
        keys = keys // base
    return Patterns(codes, ratings.values, weights, blocks, n_blocks)


def _fits(size: int) -> bool:
    """Whether numbers below `size` fit the integers used."""
    return size < 2**62


def agreeing_pairs(codes: Ints, k: int) -> Floats:
    """For each column how many ordered pairs of coders gave it the same of `k` values; -1 agrees with nothing."""
    found = np.zeros(codes.shape[1], np.int64)
    if k < len(codes):
        for value in range(k):
            times = np.count_nonzero(codes == value, axis=0)
            found += times * (times - 1)
        return found.astype(np.float64)
    for a in range(len(codes)):
        for b in range(a):
            found += 2 * ((codes[a] == codes[b]) & (codes[a] >= 0))
    return found.astype(np.float64)


def _counted(ratings: Ratings, base: int, size: int) -> tuple[Weights, Weights]:
    table = np.zeros(size, np.int64)
    for part, keys in _keys(ratings, base):
        if ratings.weights is None:
            table += np.bincount(keys, minlength=size)
        else:
            np.add.at(table, keys, ratings.weights[part])
    found = np.flatnonzero(table)
    return found, table[found]


def _sorted(ratings: Ratings, base: int) -> tuple[Weights, Weights]:
    keys = np.empty(ratings.codes.shape[1], np.int64)
    for part, some in _keys(ratings, base):
        keys[part] = some
    if ratings.weights is None:
        found, times = np.unique(keys, return_counts=True)
        return found, times.astype(np.int64)
    found, place = np.unique(keys, return_inverse=True)
    times = np.zeros(found.size, np.int64)
    np.add.at(times, place, ratings.weights)
    return found, times


def _keys(ratings: Ratings, base: int) -> Iterator[tuple[slice, npt.NDArray[np.intp]]]:
    """Each unit's ratings as one number, slice by slice; the first coder is the last digit."""
    for start in range(0, ratings.codes.shape[1], SLICE):
        part = slice(start, start + SLICE)
        inside = ratings.codes[:, part]
        keys = np.zeros(inside.shape[1], np.intp)
        if ratings.blocks is not None:
            keys += ratings.blocks[part]
        for row in inside[::-1]:
            keys *= base
            keys += row
            keys += 1
        yield part, keys


def _folded(ratings: Ratings, base: int, n_blocks: int) -> Patterns:
    """For so many coders and values that a pattern's number would overflow: renumber after each coder."""
    units = ratings.codes.shape[1]
    keys = np.zeros(units, np.int64) if ratings.blocks is None else ratings.blocks.astype(np.int64)
    for row in ratings.codes:
        keys = np.unique(keys * base + row + 1, return_inverse=True)[1].reshape(-1)
    first = np.unique(keys, return_index=True)[1]
    weights = np.zeros(first.size, np.int64)
    np.add.at(weights, keys, 1 if ratings.weights is None else ratings.weights)
    used = np.flatnonzero(weights)
    blocks = None if ratings.blocks is None else ratings.blocks[first[used]]
    return Patterns(ratings.codes[:, first[used]], ratings.values, weights[used], blocks, n_blocks)


def _span(arrays: Sequence[npt.NDArray[Any]]) -> tuple[int, int] | None:
    """The least number and how many whole numbers there are up to the greatest; None if they lie far apart."""
    lows, highs = [0.0], [0.0]
    if any(row.size for row in arrays):
        lows = [float(np.fmin.reduce(row)) for row in arrays]
        highs = [float(np.fmax.reduce(row)) for row in arrays]
    low, high = np.fmin.reduce(lows), np.fmax.reduce(highs)
    if np.isnan(low):  # nothing but gaps
        return 0, 1
    if max(abs(low), abs(high)) > 2**53 or high - low >= SLICE - 2:
        return None
    return int(np.floor(low)), int(np.floor(high) - np.floor(low)) + 1


def _small(arrays: Sequence[npt.NDArray[Any]], low: int, span: int, unit: Unit) -> Ratings | None:
    """Whole numbers close together: which occur is counted, not sorted. None if some are not whole."""
    times = np.zeros(span + 1, np.int64)  # the first for gaps
    codes: Ints = np.empty((len(arrays), arrays[0].size if arrays else 0), _narrow(span + 1))
    for start in range(0, codes.shape[1], SLICE):
        for row, whole in zip(arrays, codes, strict=True):
            part, into = row[start : start + SLICE], whole[start : start + SLICE]
            if part.dtype.kind == "f":
                part = part - low
                np.copyto(part, GAP, where=np.isnan(part))
                np.copyto(into, part, casting="unsafe")
                if not np.array_equal(part, into):
                    return None
            else:
                np.subtract(part.astype(np.int64), low, out=into, casting="unsafe")
            times += np.bincount(into + np.int8(1), minlength=span + 1)
    values = np.flatnonzero(times[1:])
    if values.size < span:  # some numbers in between nobody gave
        lookup = np.full(span + 1, GAP, codes.dtype)
        lookup[values] = np.arange(values.size)
        for row in codes:
            for start in range(0, row.size, SLICE):
                row[start : start + SLICE] = lookup[row[start : start + SLICE]]
    return Ratings(codes, tuple((values + low).tolist()), unit)


def _narrow(size: int) -> type[np.signedinteger[Any]]:
    """The narrowest integers that hold -1 and every place below `size`."""
    if size <= 127:
        return np.int8
    return np.int16 if size <= 32767 else np.int32
