"""Published values of agreement coefficients: numbers are facts; each with where it was printed."""

from linkwork.evaluation.coding.rules.agreement import (
    Coefficient,
    Ratings,
    from_counts,
    from_rows,
    from_table,
)
from linkwork.evaluation.coding.rules.units import Coded, Line, Text, lay

C = Coefficient
N = None
# Krippendorff 2011, Computing Krippendorff's alpha-reliability, the example of four observers and twelve units.
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]
# The same data in the irrCAC packages (Gwet), where the only rating of the last unit is the third observer's.
FOUR_RATERS = [[*row[:11], last] for row, last in zip(FOUR_OBSERVERS, [N, N, 3, N], strict=True)]
# Krippendorff 2011, the example of two observers and ten units.
TWO_OBSERVERS = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
# The worked example of ten subjects and fourteen raters in the article on Fleiss' kappa in Wikipedia.
FOURTEEN_RATERS = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]

# name, ratings, and each value with as many decimals as are known.
CASES: list[tuple[str, Ratings, dict[C, str]]] = [
    (
        "Krippendorff 2011, four observers; recomputed with one more decimal",
        from_rows(FOUR_OBSERVERS),
        {
            C.ALPHA_NOMINAL: "0.7434",
            C.ALPHA_ORDINAL: "0.8154",
            C.ALPHA_INTERVAL: "0.8491",
            C.ALPHA_RATIO: "0.7974",
        },
    ),
    (
        "irrCAC, raw_4raters",
        from_rows(FOUR_RATERS),
        {
            C.ALPHA_NOMINAL: "0.74342",
            C.AC1: "0.77544",
            C.FLEISS: "0.76117",
            C.CONGER: "0.76282",
            C.BRENNAN_PREDIGER: "0.77273",
            C.PERCENT: "0.81818",
        },
    ),
    ("Krippendorff 2011, two observers", from_rows(TWO_OBSERVERS), {C.ALPHA_NOMINAL: "0.095"}),
    ("textbook", from_table([[20, 5], [10, 15]]), {C.PERCENT: "0.7", C.COHEN: "0.4"}),
    (
        "the kappa paradox",
        from_table([[118, 5], [2, 0]]),
        {C.PERCENT: "0.944", C.COHEN: "-0.023", C.AC1: "0.941"},
    ),
    (
        "irrCAC vignette, abstractors",
        from_table([[13, 0, 0], [0, 20, 7], [0, 4, 56]]),
        {
            C.COHEN: "0.79641",
            C.FLEISS: "0.79624",  # for two coders: Scott's pi
            C.AC1: "0.84933",
            C.BRENNAN_PREDIGER: "0.835",
            C.ALPHA_NOMINAL: "0.79726",
        },
    ),
    (
        "irrCAC vignette, diagnoses",
        from_table([[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]]),
        {C.COHEN: "0.4315", C.AC1: "0.45616", C.FLEISS: "0.43034"},
    ),
    ("Fleiss, fourteen raters", from_counts(FOURTEEN_RATERS), {C.FLEISS: "0.210"}),
    (
        # A tool in wide use prints 0.151: it multiplies the two terms of chance where they are to be added.
        "1,000 characters, 60 and 60 marked, 20 in common",
        from_table([[20, 40], [40, 900]]),
        {C.PERCENT: "0.92", C.COHEN: "0.2908"},
    ),
]

# Krippendorff, Content Analysis, 4th ed. 2019, figure 12.11: first and last character (from 1), and the value.
FIGURE_12_11 = {
    "first": [(1, 7, 1), (8, 13, 2), (31, 32, 5), (33, 37, 6), (38, 44, 6), (45, 60, 7)],
    "second": [(1, 7, 1), (8, 13, 3), (14, 21, 5), (33, 44, 6)],
    "third": [(1, 7, 1), (8, 13, 4), (14, 21, 5), (33, 37, 6), (38, 41, 6), (42, 44, 6)],
}


def figure_12_11() -> Line:
    """The continuum of sixty characters that three observers unitized."""
    text = Text("figure", "x" * 60, frozenset(FIGURE_12_11))
    coded = [
        Coded("figure", first - 1, last, value, who)
        for who, passages in FIGURE_12_11.items()
        for first, last, value in passages
    ]
    return lay([text], coded, range(1, 8), list(FIGURE_12_11))
