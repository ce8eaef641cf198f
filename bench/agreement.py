"""Agreement between coders against the packages people use for it: krippendorff, irrCAC, scikit-learn.

  python bench/agreement.py            2 coders × 1,000,000 units; 5 × 100,000 with gaps; 200 codes on texts
  python bench/agreement.py --small    a tenth of each, to try it out

First 500 small random tables with gaps are compared, value by value: where one differs, the run stops. Then time: both
sides begin with the same arrays in memory and end with the coefficient; those values are compared first too. Memory is
the most that one call held at once beyond its input, as Python's tracemalloc counts it (numpy reports to it).

The three packages are for this measurement only: see README.md beside this file.
"""

import argparse
import random
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]
CATEGORIES = 5
TRIED = 500


def main() -> None:
    """Make the ratings, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", action="store_true")
    part = 10 if parser.parse_args().small else 1
    from harness import machine

    warnings.simplefilter("ignore")  # the packages' own
    print(f"{machine()}, numpy {np.__version__}")
    print(_equal_with_gaps(TRIED // part))
    _two_coders(1_000_000 // part)
    _five_coders(100_000 // part)
    _texts(200 // part, 10_000 // part)


def _equal_with_gaps(tables: int) -> str:
    """Many small tables of two to six coders with gaps, each coefficient against both packages. Raises ValueError."""
    import krippendorff
    import pandas
    from irrCAC.raw import CAC

    from linkwork.evaluation.coding.rules.agreement import Coefficient

    chance, compared = np.random.default_rng(5), 0
    for number in range(tables):
        rows = _some(chance)
        theirs = {
            Coefficient(f"alpha_{level}"): (
                krippendorff.alpha(reliability_data=rows, level_of_measurement=level),
                1e-9,
            )
            for level in ("nominal", "ordinal", "interval")
        }
        table = CAC(pandas.DataFrame(rows.T))
        for coefficient, method in ((Coefficient.AC1, "gwet"), (Coefficient.FLEISS, "fleiss")):
            said = getattr(table, method)()["est"]["coefficient_value"]
            theirs[coefficient] = said, 1e-5  # it rounds
        for coefficient, (value, most) in theirs.items():
            mine = _ours(coefficient)(rows)
            if mine is None or abs(mine - value) > most:
                raise ValueError(
                    f"table {number}, {coefficient}: {mine} here, {value} there, of {rows.tolist()}"
                )
            compared += 1
    return f"{compared:,} coefficients of {tables:,} random tables with gaps: equal to krippendorff's and irrCAC's"


def _some(chance: Any) -> Any:
    """A table in which every coder rated something, some unit was rated twice, and no value stands alone."""
    while True:
        coders, units = chance.integers(2, 7), chance.integers(4, 30)
        truth = chance.integers(0, chance.integers(2, CATEGORIES + 1), units)
        guess = chance.integers(0, CATEGORIES, (coders, units))
        rows = np.where(chance.random((coders, units)) < 0.7, truth, guess).astype(np.float64)
        rows[chance.random(rows.shape) < chance.random() / 2] = np.nan
        rated = (~np.isnan(rows)).sum(axis=0)
        paired = rows[:, rated > 1]
        if (rated > 0).all() and len(np.unique(paired[~np.isnan(paired)])) > 1:
            return rows


def _two_coders(units: int) -> None:
    import krippendorff
    from sklearn.metrics import cohen_kappa_score

    from linkwork.evaluation.coding.rules.agreement import Coefficient

    rows = _rated(2, units)
    floats = rows.astype(np.float64)
    name = f"2 coders × {units:,}"
    _against(
        f"{name}, Cohen's kappa, scikit-learn",
        _ours(Coefficient.COHEN),
        lambda some: cohen_kappa_score(some[0], some[1]),
        rows,
    )
    for level in ("nominal", "ordinal", "interval"):
        _against(
            f"{name}, alpha {level}, krippendorff",
            _ours(Coefficient(f"alpha_{level}")),
            lambda some, level=level: krippendorff.alpha(reliability_data=some, level_of_measurement=level),
            floats,
        )
    _against_irrcac(name, floats)


def _five_coders(units: int) -> None:
    import krippendorff

    from linkwork.evaluation.coding.rules.agreement import Coefficient

    rows = _rated(5, units).astype(np.float64)
    rows[np.random.default_rng(2).random(rows.shape) < 0.2] = np.nan
    name = f"5 coders × {units:,} with gaps"
    for level in ("nominal", "ordinal", "interval"):
        _against(
            f"{name}, alpha {level}, krippendorff",
            _ours(Coefficient(f"alpha_{level}")),
            lambda some, level=level: krippendorff.alpha(reliability_data=some, level_of_measurement=level),
            rows,
        )
    _against_irrcac(name, rows)


def _against_irrcac(name: str, rows: Any) -> None:
    """irrCAC takes a table of units by coders; making it is not timed."""
    import pandas
    from irrCAC.raw import CAC

    from linkwork.evaluation.coding.rules.agreement import Coefficient

    table = pandas.DataFrame(rows.T)
    for coefficient, method in ((Coefficient.AC1, "gwet"), (Coefficient.FLEISS, "fleiss")):
        ours = _ours(coefficient)
        _against(
            f"{name}, {coefficient}, irrCAC",
            lambda both, ours=ours: ours(both[0]),
            lambda both, method=method: getattr(CAC(both[1]), method)()["est"]["coefficient_value"],
            (rows, table),
            places=5,  # it rounds
            rounds=3,
        )


def _against(
    name: str,
    ours: Callable[[Any], Any],
    theirs: Callable[[Any], Any],
    rows: Any,
    places: int = 9,
    rounds: int = 7,
) -> None:
    from harness import compare

    inputs = [_Input(rows)]
    ratio = compare(
        name,
        lambda one: ours(one.rows),
        lambda one: theirs(one.rows),
        inputs,
        rounds,
        same=lambda one, other: abs(one - other) < 10**-places,
    )
    mine, other = _memory(ours, rows), _memory(theirs, rows)
    print(
        f"{ratio.name}: {1 / ratio.median:.1f} × as fast ({ratio.ours_median:.2f} against"
        f" {ratio.theirs_median:.2f} ms), memory {mine / other:.3f} ({mine / 1e6:.1f} against {other / 1e6:.1f} MB)"
    )


class _Input:
    """Arrays without their contents in an error message."""

    def __init__(self, rows: Any) -> None:
        self.rows = rows

    def __repr__(self) -> str:
        return "the ratings"


def _ours(coefficient: Any) -> Callable[[Any], float | None]:
    from linkwork.evaluation.coding.rules.agreement import agreement, from_numbers

    return lambda rows: agreement(from_numbers(rows), coefficient).value


def _memory(call: Callable[[Any], Any], rows: Any) -> int:
    tracemalloc.start()
    call(rows)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def _rated(coders: int, units: int) -> Any:
    """Coders who agree on about seven units in ten."""
    chance = np.random.default_rng(1)
    truth = chance.choice(CATEGORIES, units, p=[0.4, 0.25, 0.2, 0.1, 0.05])
    guess = chance.integers(0, CATEGORIES, (coders, units))
    return np.where(chance.random((coders, units)) < 0.8, truth, guess)


def _texts(codes: int, codings: int) -> None:
    """Every code of a study by character: kappa, alpha, AC1 and u-alpha. No package does this; no ratio."""
    from linkwork.evaluation.coding.rules import units
    from linkwork.evaluation.coding.rules.agreement import Coefficient, Unit, agreements, unitizing

    chance = random.Random(3)
    coders = ("one", "other")
    texts = [units.Text(key, "word and then. " * 6667, frozenset(coders)) for key in range(20)]
    coded = []
    for _n in range(codings // 2):
        key, code, start = chance.randrange(20), chance.randrange(codes), chance.randrange(99_000)
        for coder in coders:
            begin = start + chance.randrange(60)
            coded.append(units.Coded(key, begin, begin + chance.randrange(20, 400), code, coder))
    wanted = (Coefficient.COHEN, Coefficient.ALPHA_NOMINAL, Coefficient.AC1)
    for unit in (Unit.CHARACTER, Unit.SENTENCE):
        begun = time.perf_counter()
        line = units.lay(texts, coded, range(codes), coders)
        rated = units.ratings(line, unit)
        found = [
            (*agreements(rated[code], wanted), unitizing(units.pieces(line.only(code)), Coefficient.U_ALPHA))
            for code in line.codes
        ]
        taken = time.perf_counter() - begun
        print(
            f"{codes} codes, {codings:,} codings, 20 texts × 100,000, by {unit}: kappa, alpha, AC1 and u-alpha of"
            f" each code in {taken:.2f} s (first code: {', '.join(f'{one.value:.3f}' for one in found[0])})"
        )


if __name__ == "__main__":
    main()
