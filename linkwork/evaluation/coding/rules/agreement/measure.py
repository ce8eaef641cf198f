"""From ratings to a coefficient that says what it is over, or why there is none."""

from collections.abc import Iterable

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Agreement, Coefficient, Undefined, Unit
from linkwork.evaluation.coding.rules.agreement import alphas, gwet, kappas
from linkwork.evaluation.coding.rules.agreement.bootstrap import Chance, Formula, bounds
from linkwork.evaluation.coding.rules.agreement.percent import percent
from linkwork.evaluation.coding.rules.agreement.ratings import Patterns, Ratings, patterns

FORMULAS: dict[Coefficient, Formula] = {
    Coefficient.PERCENT: percent,
    Coefficient.COHEN: kappas.cohen,
    Coefficient.CONGER: kappas.conger,
    Coefficient.FLEISS: kappas.fleiss,
    Coefficient.AC1: gwet.ac1,
    Coefficient.BRENNAN_PREDIGER: gwet.brennan_prediger,
    Coefficient.ALPHA_NOMINAL: alphas.nominal,
    Coefficient.ALPHA_ORDINAL: alphas.ordinal,
    Coefficient.ALPHA_INTERVAL: alphas.interval,
    Coefficient.ALPHA_RATIO: alphas.ratio,
}


def agreement(ratings: Ratings, coefficient: Coefficient, chance: Chance | None = None) -> Agreement:
    """One coefficient; with its interval where `chance` is given."""
    return agreements(ratings, [coefficient], chance)[0]


def agreements(
    ratings: Ratings, coefficients: Iterable[Coefficient], chance: Chance | None = None
) -> tuple[Agreement, ...]:
    """Several coefficients of the same ratings, counted once. Raises KeyError for one of the unitizing alphas."""
    counted = patterns(ratings)
    return tuple(_one(counted, ratings, coefficient, chance) for coefficient in coefficients)


def _one(counted: Patterns, ratings: Ratings, coefficient: Coefficient, chance: Chance | None) -> Agreement:
    formula = FORMULAS[coefficient]
    weights = counted.weights.astype(np.float64)
    value = formula(counted, weights) if counted.n_coders > 1 else Undefined.ONE_CODER
    undefined = isinstance(value, Undefined)
    limits = bounds(counted, formula, chance) if chance and not undefined else None
    return Agreement(
        coefficient,
        None if isinstance(value, Undefined) else value,
        limits[0] if limits else None,
        limits[1] if limits else None,
        n_units=int(counted.weights[counted.rated >= 2].sum()),
        n_coders=counted.n_coders,
        n_missing=int(np.sum(counted.weights * (counted.n_coders - counted.rated))),
        unit=ratings.unit,
        why=value if isinstance(value, Undefined) else None,
        drawn=(ratings.drawn or ratings.unit) if limits else None,
    )


def undefined(coefficient: Coefficient, why: Undefined, unit: Unit, n_coders: int) -> Agreement:
    """A coefficient that cannot even be tried."""
    return Agreement(coefficient, None, None, None, 0, n_coders, 0, unit, why)
