"""What helps and what hinders: the categories, and how a factor moves on."""

from collections.abc import Mapping
from enum import StrEnum


class Influence(StrEnum):
    """A factor may help, hinder, or do both."""

    HELPS = "helps"
    HINDERS = "hinders"
    BOTH = "both"


class FactorKind(StrEnum):
    """The Quebec study's four categories of factors, DOI 10.1007/s10900-020-00816-w."""

    ORGANISATION = "organisation"
    WORK = "work"
    FAMILY = "family"
    EXTERNAL = "external"


class FactorState(StrEnum):
    """How a factor stands."""

    OPEN = "open"
    EASED = "eased"
    SOLVED = "solved"


FACTOR_STEPS: Mapping[FactorState, frozenset[FactorState]] = {
    FactorState.OPEN: frozenset({FactorState.EASED, FactorState.SOLVED}),
    FactorState.EASED: frozenset({FactorState.OPEN, FactorState.SOLVED}),
    FactorState.SOLVED: frozenset({FactorState.OPEN}),
}
