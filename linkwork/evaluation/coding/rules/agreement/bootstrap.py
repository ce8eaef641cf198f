"""How sure is a coefficient? Draw the units again, many times, and see between which values it falls.

Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13 (percentile intervals). Units are drawn by
pattern: how often each comes up in a draw is multinomial, which is the same as drawing a million units one by one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Undefined
from linkwork.evaluation.coding.rules.agreement.ratings import Floats, Patterns

Formula = Callable[[Patterns, Floats], float | Undefined]


@dataclass(frozen=True, eq=False)
class Chance:
    """Where chance comes from, how many draws, and how much of them the interval holds."""

    generator: np.random.Generator
    draws: int = 1000
    level: float = 0.95


def bounds(patterns: Patterns, formula: Formula, chance: Chance) -> tuple[float, float] | None:
    """The interval; None where the coefficient is undefined in more than half of the draws.

    Draws without a value are left out. Blocks, where the patterns have any, are drawn whole.
    """
    found = [formula(patterns, _draw(patterns, chance.generator)) for _n in range(chance.draws)]
    return between([one for one in found if not isinstance(one, Undefined)], chance)


def between(values: Sequence[float], chance: Chance) -> tuple[float, float] | None:
    """Between which values the middle of the draws falls; None where most of them have no value."""
    if not values or 2 * len(values) < chance.draws:
        return None
    outside = (1 - chance.level) / 2
    low, high = np.quantile(values, [outside, 1 - outside])
    return float(low), float(high)


def _draw(patterns: Patterns, generator: np.random.Generator) -> Floats:
    if patterns.blocks is None:
        units = int(patterns.weights.sum())
        return generator.multinomial(units, patterns.weights / units).astype(np.float64)
    times = generator.multinomial(patterns.n_blocks, np.full(patterns.n_blocks, 1 / patterns.n_blocks))
    drawn: Floats = (patterns.weights * times[patterns.blocks]).astype(np.float64)
    return drawn
