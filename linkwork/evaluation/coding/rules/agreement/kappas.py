"""The kappas: agreement beyond what the coders' own habits of giving values would bring by chance."""

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Undefined
from linkwork.evaluation.coding.rules.agreement.percent import beyond, shares
from linkwork.evaluation.coding.rules.agreement.ratings import Floats, Patterns


def cohen(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Cohen's kappa: two coders, over the units both rated.

    Chance is the sum over the values of the product of the two coders' shares: for yes and no, yes by yes plus no by
    no. (A widely used desktop tool multiplies these two terms and prints 0.151 where the value is 0.291.)
    Source: Cohen 1960, Educational and Psychological Measurement 20:37-46.
    """
    if patterns.n_coders != 2:
        return Undefined.NOT_TWO_CODERS
    both = weights * (patterns.rated == 2)
    units = both.sum()
    if not units:
        return Undefined.NO_PAIRS
    k = len(patterns.values)
    one, other = (np.bincount(row.astype(np.intp) + 1, both, k + 1)[1:] / units for row in patterns.codes)
    return beyond(patterns, both, float(one @ other))


def conger(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Conger's kappa: Cohen's for any number of coders, each with their own habits.

    Source: Conger 1980, Psychological Bulletin 88:322-328; with missing ratings Gwet 2014, ch. 5.
    """
    k = len(patterns.values)
    habits = []
    for row in patterns.codes:
        times = np.bincount(row.astype(np.intp) + 1, weights, k + 1)[1:]
        if times.sum():
            habits.append(times / times.sum())
    if len(habits) < 2:
        return Undefined.NO_PAIRS if patterns.n_coders > 1 else Undefined.ONE_CODER
    each = np.array(habits)
    chance = np.sum(each.mean(axis=0) ** 2 - each.var(axis=0, ddof=1) / len(each))
    return beyond(patterns, weights, float(chance))


def fleiss(patterns: Patterns, weights: Floats) -> float | Undefined:
    """Fleiss' kappa: any number of coders who share one habit; for two coders it is Scott's pi.

    Source: Fleiss 1971, Psychological Bulletin 76:378-382; Scott 1955, Public Opinion Quarterly 19:321-325; with
    missing ratings Gwet 2014, ch. 5.
    """
    return beyond(patterns, weights, float(np.sum(shares(patterns, weights) ** 2)))
