"""Coefficients that hold when one value is rare, where the kappas collapse."""

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Undefined
from linkwork.evaluation.coding.rules.agreement.percent import beyond, shares
from linkwork.evaluation.coding.rules.agreement.ratings import Floats, Patterns


def ac1(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Gwet's AC1: chance agreement is likely only as far as the units are hard to tell apart.

    Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29-48.
    """
    k = len(patterns.values)
    if k < 2:
        return Undefined.ONE_VALUE
    share = shares(patterns, weights)
    return beyond(patterns, weights, float(np.sum(share * (1 - share)) / (k - 1)))


def brennan_prediger(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Brennan and Prediger's kappa: by chance every value is as likely as any other.

    Source: Brennan and Prediger 1981, Educational and Psychological Measurement 41:687-699.
    """
    k = len(patterns.values)
    return beyond(patterns, weights, 1 / k) if k > 1 else Undefined.ONE_VALUE
