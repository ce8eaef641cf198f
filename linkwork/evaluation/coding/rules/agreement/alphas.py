"""Krippendorff's alpha: one minus observed over expected disagreement, with gaps, for several kinds of values.

Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability. The distances between values need no table of
values by values: nominal disagreement follows from the agreeing pairs, interval disagreement from sums of squares, and
the ordinal distance is the interval distance between the values' middle ranks.
"""

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Undefined
from linkwork.evaluation.coding.rules.agreement.ratings import Floats, Patterns


def nominal(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Alpha for values that are only the same or different."""
    weights = _paired(patterns, weights)
    totals = patterns.totals(weights)
    n = totals.sum()
    m = np.maximum(patterns.rated, 2)
    observed = np.sum(weights * (m * (m - 1) - patterns.agreeing) / (m - 1))
    return _alpha(observed, n * n - np.sum(totals**2), totals)


def ordinal(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Alpha for values in an order (that of `values`): the distance is how many ratings lie between."""
    totals = patterns.totals(_paired(patterns, weights))
    return _squares(patterns, weights, np.cumsum(totals) - totals / 2)


def interval(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Alpha for numbers whose differences count."""
    numbers = _numbers(patterns)
    return Undefined.NOT_NUMBERS if numbers is None else _squares(patterns, weights, numbers)


def ratio(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Alpha for numbers from nought up whose ratios count."""
    numbers = _numbers(patterns)
    if numbers is None or numbers.min(initial=0) < 0:
        return Undefined.NOT_NUMBERS
    weights = _paired(patterns, weights)
    each = weights / np.maximum(patterns.rated - 1, 1)
    observed = 0.0
    for a in range(patterns.n_coders):
        for b in range(a):
            both = (patterns.codes[a] >= 0) & (patterns.codes[b] >= 0)
            apart = _ratio(numbers[patterns.codes[a][both]], numbers[patterns.codes[b][both]])
            observed += 2 * float(np.sum(each[both] * apart))
    totals = patterns.totals(weights)
    expected = sum(
        total * float(totals @ _ratio(one, numbers)) for one, total in zip(numbers, totals, strict=True)
    )
    return _alpha(observed, expected, totals)


def _squares(patterns: Patterns, weights: Floats, numbers: Floats) -> float | Undefined:
    """Alpha with the squared difference of `numbers` as the distance: sums of squares about the means."""
    weights = _paired(patterns, weights)
    if not weights.any():
        return Undefined.NO_PAIRS
    m = np.maximum(patterns.rated, 2)
    total = np.zeros_like(weights)
    for row in patterns.codes:
        total += np.where(row >= 0, numbers[row], 0)
    mean, spread = total / m, np.zeros_like(weights)
    for row in patterns.codes:
        spread += np.where(row >= 0, numbers[row] - mean, 0) ** 2
    observed = 2 * np.sum(weights * m * spread / (m - 1))
    totals = patterns.totals(weights)
    n = totals.sum()
    centred = numbers - (totals @ numbers) / n
    return _alpha(float(observed), float(2 * n * np.sum(totals * centred**2)), totals)


def _alpha(observed: float, expected: float, totals: Floats) -> float | Undefined:
    """From both disagreements summed over pairs; `expected` still counts each rating against all ratings."""
    if not totals.any():
        return Undefined.NO_PAIRS
    if np.count_nonzero(totals) < 2:
        return Undefined.ONE_VALUE
    return float(1 - (totals.sum() - 1) * observed / expected)


def _paired(patterns: Patterns, weights: Floats) -> Floats:
    return weights * (patterns.rated >= 2)


def _numbers(patterns: Patterns) -> Floats | None:
    if not all(isinstance(one, int | float) for one in patterns.values):
        return None
    numbers = np.array(patterns.values, np.float64)
    return numbers if np.isfinite(numbers).all() else None


def _ratio(one: Floats, other: Floats) -> Floats:
    both = one + other
    found: Floats = np.divide(one - other, both, out=np.zeros(np.shape(both)), where=both > 0) ** 2
    return found
