"""After how many sources do new codes stop coming?

Base size: how many sources the first codes are counted in. Run length: how many sources in a row are asked for what is
new. Threshold: new codes of a run over the codes of the base. Saturation is reached at the first run whose share does
not exceed the threshold, and written as n + run: n sources, and the run that confirmed it.
Source: Guest, Namey and Chen 2020, PLoS ONE 15(5): e0232076.
"""

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BASE, RUN, THRESHOLD = 4, 2, 0.05
DRAWS, SEED = 1000, 1
MOST_DRAWS = 5000
ROUNDING = 1e-9  # a threshold of 5 % is met by 1 of 20


@dataclass(frozen=True)
class Run:
    """One run: the sources `first` to `last` (counted from 1), codes new in it, and their share of the base's."""

    first: int
    last: int
    new: int
    share: float


@dataclass(frozen=True)
class Saturation:
    """`new[i]`: codes that came first in source i+1. `reached`: n of "n + run", None where no run was quiet enough."""

    new: tuple[int, ...]
    base_codes: int
    runs: tuple[Run, ...]
    reached: int | None


@dataclass(frozen=True)
class Band:
    """Over shuffled orders: the middle and the outer 2.5 % of the codes found after each source; `reached` of n.

    `share` is how many orders reached saturation at all; `reached` is (lower, median, upper) among those, or None.
    """

    lower: tuple[float, ...]
    middle: tuple[float, ...]
    upper: tuple[float, ...]
    share: float
    reached: tuple[int, int, int] | None


def firsts(sources: Sequence[Set[Hashable]]) -> tuple[int, ...]:
    """How many codes come first in each source, in this order."""
    seen: set[Hashable] = set()
    found = []
    for codes in sources:
        found.append(len(codes - seen))
        seen |= codes
    return tuple(found)


def saturation(
    sources: Sequence[Set[Hashable]], base: int = BASE, run: int = RUN, threshold: float = THRESHOLD
) -> Saturation:
    """Where new codes stop coming, in this order. Raises ValueError for settings that mean nothing."""
    if base < 1 or run < 1 or not 0 <= threshold <= 1:
        raise ValueError("A base and a run hold at least one source; a threshold is between 0 and 1.")
    new = firsts(sources)
    base_codes = sum(new[:base])
    runs = tuple(
        Run(at + 1, at + run, some, some / base_codes if base_codes else float(some > 0))
        for at in range(base, len(new) - run + 1)
        for some in (sum(new[at : at + run]),)
    )
    quiet = (one.first - 1 for one in runs if base_codes and one.new <= threshold * base_codes + ROUNDING)
    reached = next(quiet, None)
    return Saturation(new, base_codes, runs, reached)


def band(
    sources: Sequence[Set[Hashable]],
    base: int = BASE,
    run: int = RUN,
    threshold: float = THRESHOLD,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Band:
    """The same over `draws` shuffled orders; the same seed gives the same band."""
    codes = sorted({code for some in sources for code in some}, key=repr)
    held = np.array([[code in some for code in codes] for some in sources], dtype=bool).reshape(
        len(sources), len(codes)
    )
    chance = np.random.default_rng(seed)
    curves = np.empty((draws, len(sources)), dtype=np.int64)
    for draw in range(draws):
        seen = np.logical_or.accumulate(held[chance.permutation(len(sources))], axis=0)
        curves[draw] = seen.sum(axis=1)
    lower, middle, upper = np.quantile(curves, (0.025, 0.5, 0.975), axis=0) if draws else np.zeros((3, 0))
    reached = _reached(curves, base, run, threshold)
    ends = reached[reached > 0]
    found = tuple(round(float(one)) for one in np.quantile(ends, (0.025, 0.5, 0.975))) if len(ends) else None
    share = len(ends) / draws if draws else 0.0
    return Band(
        tuple(map(float, lower)),
        tuple(map(float, middle)),
        tuple(map(float, upper)),
        share,
        (found[0], found[1], found[2]) if found else None,
    )


def _reached(curves: NDArray[np.int64], base: int, run: int, threshold: float) -> NDArray[np.int64]:
    """n for each order, 0 where none."""
    draws, many = curves.shape
    found = np.zeros(draws, dtype=np.int64)
    if many < base + run:
        return found
    at_base = curves[:, base - 1]
    for last in range(many, base + run - 1, -1):  # from the end, so that the first quiet run stays
        new = curves[:, last - 1] - curves[:, last - run - 1]
        quiet = (at_base > 0) & (new <= threshold * at_base + ROUNDING)
        found[quiet] = last - run
    return found
