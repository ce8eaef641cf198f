"""How far is a study from what it set out to do, and from what it was allowed to do?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linkwork.evaluation.studies.rules.words import Group

MOST_PARTICIPANTS = 20  # the founding protocol stays within twenty interviews a programme
RUNS_OUT_WITHIN = dt.timedelta(days=60)  # an amendment takes a committee about two months


class EthicsState(StrEnum):
    """Whether an approval covers today."""

    NOT_YET = "not_yet"
    VALID = "valid"
    RUNS_OUT = "runs_out"
    RAN_OUT = "ran_out"


@dataclass(frozen=True)
class Held:
    """One group: how many people were to take part and how many have. `wanted` is None where nobody set a target."""

    group: Group
    wanted: int | None
    held: int

    @property
    def missing(self) -> int:
        """How many are still to be found."""
        return max(0, (self.wanted or 0) - self.held)


def held_against(targets: Mapping[Group, int], talks: Iterable[tuple[Group | None, int]]) -> tuple[Held, ...]:
    """Targets against what was held, in the groups' order. `talks` are (group, how many people took part)."""
    held: dict[Group, int] = {}
    for group, people in talks:
        if group is not None:
            held[group] = held.get(group, 0) + people
    return tuple(
        Held(group, targets.get(group), held.get(group, 0))
        for group in Group
        if group in targets or group in held
    )


def ethics_state(first: dt.date, last: dt.date | None, today: dt.date) -> EthicsState:
    """Whether an approval from `first` to `last` (None: without an end) covers `today`, and for how long yet."""
    if today < first:
        return EthicsState.NOT_YET
    if last is None:
        return EthicsState.VALID
    if last < today:
        return EthicsState.RAN_OUT
    return EthicsState.RUNS_OUT if last - today <= RUNS_OUT_WITHIN else EthicsState.VALID


def questions_of(text: str) -> tuple[str, ...]:
    """The research questions: one a line, blank lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
