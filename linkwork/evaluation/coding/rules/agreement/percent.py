"""Percent agreement: how often two coders who both rated a unit gave it the same value."""

from collections.abc import Hashable

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Undefined
from linkwork.evaluation.coding.rules.agreement.ratings import Floats, Patterns, Ratings


def percent(patterns: Patterns, weights: Floats) -> float | Undefined:
    """The share of agreeing pairs of coders in each unit, averaged over the units that two or more rated.

    Source: Fleiss 1971, Psychological Bulletin 76:378-382; with missing ratings Gwet, Handbook of Inter-Rater
    Reliability, 4th ed. 2014, ch. 5.
    """
    paired = patterns.rated >= 2
    units = weights[paired].sum()
    if not units:
        return Undefined.NO_PAIRS
    m = patterns.rated[paired]
    return float(np.sum(weights[paired] * patterns.agreeing[paired] / (m * (m - 1))) / units)


def shares_given(ratings: Ratings, value: Hashable) -> tuple[float | None, ...]:
    """For each coder the share of the units they rated that got `value`; None for a coder who rated none.

    To be read beside any coefficient: what is rare (or nearly everywhere) makes the kappas collapse.
    """
    weights = np.ones(ratings.codes.shape[1]) if ratings.weights is None else ratings.weights
    place = ratings.values.index(value)
    rated = [float(weights[row >= 0].sum()) for row in ratings.codes]
    got = [float(weights[row == place].sum()) for row in ratings.codes]
    return tuple(one / whole if whole else None for one, whole in zip(got, rated, strict=True))


def beyond(patterns: Patterns, weights: Floats, chance: float) -> float | Undefined:
    """Agreement beyond chance, as a share of what was possible beyond chance. Undefined where chance alone agrees."""
    observed = percent(patterns, weights)
    if isinstance(observed, Undefined):
        return observed
    if 1 - chance < 1e-12:
        return Undefined.ONE_VALUE
    return (observed - chance) / (1 - chance)


def shares(patterns: Patterns, weights: Floats) -> Floats:
    """The share of each value in a unit's ratings, averaged over the units that anyone rated. Adds up to 1, or to 0."""
    rated = patterns.rated
    each = np.divide(weights, rated, out=np.zeros_like(weights), where=rated > 0)
    return patterns.totals(each) / max(float(weights[rated > 0].sum()), 1.0)
