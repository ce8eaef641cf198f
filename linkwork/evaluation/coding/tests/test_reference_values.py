"""Are all published values met that the shared reference file holds, and do other packages agree on random data?

The file is read in place; the packages (krippendorff is GPL) are no part of this project: both tests skip where they
are absent. `bench/README.md` says how to install the packages beside it.
"""

import json
import warnings
from typing import Any

import numpy as np
import pytest

from linkwork.evaluation.coding.rules import agreement as rules
from linkwork.evaluation.coding.rules.agreement import Coefficient, Ratings
from linkwork.evaluation.coding.rules.units import Coded, Text, lay, pieces
from linkwork.testing.shared import shared_path

NAMES = {
    "percent_agreement": Coefficient.PERCENT,
    "scott_pi": Coefficient.FLEISS,  # for two coders Fleiss' kappa is Scott's pi
    "u_alpha_nominal": Coefficient.U_ALPHA,
    "u_alpha_binary": Coefficient.U_ALPHA_BINARY,
    "cu_alpha_about": Coefficient.CU_ALPHA,
    "alpha_nominal_irrcac": Coefficient.ALPHA_NOMINAL,
}
IRRCAC_DATA = {"gwet_ac1", "fleiss_kappa", "conger_kappa", "brennan_prediger", "percent_agreement"}


def test_every_value_of_the_reference_file() -> None:
    held = json.loads(shared_path("frames/reference-values-agreement.json").read_text())
    checked = 0
    for case in held["cases"]:
        for name, printed in {**case["expected"], **case.get("recomputed", {})}.items():
            if name == "per_value":
                cut = pieces(_line(case["data"]))
                assert not isinstance(cut, rules.Undefined)
                found = rules.by_code(cut)
                assert {key: found[int(key)] for key in printed} == printed
            else:
                value = _value(case["data"], NAMES.get(name) or Coefficient(name), name)
                digits = len(str(printed).partition(".")[2])
                # One value is printed cut off, not rounded (0.4136 as 0.413), the others to their last digit.
                off = 0.999 if name == "u_alpha_binary" else 0.501
                assert value == pytest.approx(printed, abs=off * 10**-digits), (case["id"], name)
            checked += 1
    assert checked == 31


def _value(data: dict[str, Any], coefficient: Coefficient, name: str) -> float | None:
    if "length" in data:
        cut = pieces(_line(data))
        assert not isinstance(cut, rules.Undefined)
        return rules.unitizing(cut, coefficient).value
    if "table" in data:
        return rules.agreement(rules.from_table(data["table"]), coefficient).value
    if "counts" in data:
        return rules.agreement(rules.from_counts(data["counts"]), coefficient).value
    rows = list(data["observers"].values())
    if (
        name in IRRCAC_DATA and len(rows) == 4
    ):  # there, the only rating of the last unit is the third observer's
        rows = [[*row[:11], last] for row, last in zip(rows, (None, None, 3, None), strict=True)]
    return rules.agreement(rules.from_rows(rows), coefficient).value


def _line(data: dict[str, Any]) -> Any:
    text = Text("t", "x" * data["length"], frozenset(data["observers"]))
    coded = [
        Coded("t", first - 1, last, value, who)
        for who, passages in data["observers"].items()
        for first, last, value in passages
    ]
    return lay([text], coded, range(1, 8), list(data["observers"]))


def _random(seed: int) -> Ratings:
    generator = np.random.default_rng(seed)
    rows = generator.integers(0, 4, (3 + seed % 3, 60)).astype(float)
    rows[generator.random(rows.shape) < 0.25] = np.nan
    return rules.from_numbers(list(rows))


def _as_floats(ratings: Ratings) -> Any:
    values = np.array(ratings.values, float)
    return np.where(ratings.codes < 0, np.nan, values[ratings.codes])


@pytest.mark.parametrize("seed", range(6))
def test_krippendorffs_alpha_as_another_package_has_it(seed: int) -> None:
    krippendorff = pytest.importorskip("krippendorff", reason="a peer, installed for comparison only")
    ratings = _random(seed)
    for level in ("nominal", "ordinal", "interval", "ratio"):
        ours = rules.agreement(ratings, Coefficient(f"alpha_{level}")).value
        theirs = krippendorff.alpha(reliability_data=_as_floats(ratings), level_of_measurement=level)
        assert ours == pytest.approx(theirs)


@pytest.mark.parametrize("seed", range(6))
def test_chance_corrected_coefficients_as_another_package_has_them(seed: int) -> None:
    raw = pytest.importorskip("irrCAC.raw", reason="a peer, installed for comparison only")
    pandas = pytest.importorskip("pandas", reason="the peer wants its table")
    ratings = _random(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the peer's own
        peer = raw.CAC(pandas.DataFrame(_as_floats(ratings).T))
        for coefficient, method in (
            (Coefficient.AC1, "gwet"),
            (Coefficient.FLEISS, "fleiss"),
            (Coefficient.CONGER, "conger"),
            (Coefficient.BRENNAN_PREDIGER, "bp"),
        ):
            theirs = getattr(peer, method)()["est"]["coefficient_value"]
            assert rules.agreement(ratings, coefficient).value == pytest.approx(theirs, abs=1e-5)
