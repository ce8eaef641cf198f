"""What helps and what hinders: the categories, how a factor moves on, and the balance at a day."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Course:
    """One factor over time: from `noted_on` open, then as each (day, state) says, in order."""

    kind: FactorKind
    influence: Influence
    noted_on: dt.date
    moves: Sequence[tuple[dt.date, FactorState]] = ()

    def state_on(self, day: dt.date) -> FactorState | None:
        """How it stood at the end of `day`; None where it was not noted yet."""
        if day < self.noted_on:
            return None
        past = [state for moved_on, state in self.moves if moved_on <= day]
        return past[-1] if past else FactorState.OPEN


def balance(courses: Iterable[Course], day: dt.date) -> dict[tuple[FactorKind, Influence], int]:
    """How many factors stood on `day`, by category and influence: noted by then, and not solved."""
    counted = {(kind, influence): 0 for kind in FactorKind for influence in Influence}
    for one in courses:
        if one.state_on(day) in (FactorState.OPEN, FactorState.EASED):
            counted[one.kind, one.influence] += 1
    return counted
