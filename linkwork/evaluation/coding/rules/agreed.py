"""What is said about agreement: which coefficient, over which unit, how large, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What is compared, one after the other. Figures over different units are not comparable."""

    GIVEN = "given"  # rows that came as they are: cases, documents, items of a form
    CHARACTER = "character"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    TURN = "turn"
    WINDOW = "window"  # so many characters, one window after the other
    DOCUMENT = "document"
    PASSAGE = "passage"
    CONTINUUM = "continuum"  # the coders' own passages, wherever they begin and end: unitizing


class Coefficient(StrEnum):
    """Every coefficient that can be asked for by name."""

    PERCENT = "percent"
    COHEN = "cohen_kappa"
    CONGER = "conger_kappa"
    FLEISS = "fleiss_kappa"
    AC1 = "gwet_ac1"
    BRENNAN_PREDIGER = "brennan_prediger"
    ALPHA_NOMINAL = "alpha_nominal"
    ALPHA_ORDINAL = "alpha_ordinal"
    ALPHA_INTERVAL = "alpha_interval"
    ALPHA_RATIO = "alpha_ratio"
    U_ALPHA = "u_alpha"
    U_ALPHA_BINARY = "u_alpha_binary"
    CU_ALPHA = "cu_alpha"


class Undefined(StrEnum):
    """Why there is no value."""

    ONE_CODER = "one_coder"  # fewer than two coders
    NOT_TWO_CODERS = "not_two_coders"  # a coefficient for exactly two
    NO_PAIRS = "no_pairs"  # no unit was rated by two coders
    ONE_VALUE = "one_value"  # only one value was ever given, so nothing can be said beyond chance
    NOT_NUMBERS = (
        "not_numbers"  # distances were asked of values that are no numbers (for ratio: of negative ones)
    )
    OVERLAPPING = "overlapping"  # one coder gave two of the codes to the same words


@dataclass(frozen=True)
class Agreement:
    """One coefficient.

    `value` is None where it is undefined, and `why` says so. `lower` and `upper` are None unless an interval was asked
    for. `n_units` counts the units that two coders or more rated (for the continuum: its length in characters),
    `n_missing` the ratings that are absent, coder by unit. `drawn` is what the bootstrap drew: the unit itself, or for
    characters the paragraphs they stand in, since neighbouring characters are not independent.
    """

    coefficient: Coefficient
    value: float | None
    lower: float | None
    upper: float | None
    n_units: int
    n_coders: int
    n_missing: int
    unit: Unit
    why: Undefined | None = None
    drawn: Unit | None = None
