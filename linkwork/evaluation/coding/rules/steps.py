"""What did a step change in a coding, so that it can be taken back and done again?

A step keeps only what it changed. Two people, or the same person with two windows, may then take back steps that
touched different things of one coding, and neither loses what the other did.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypedDict
from uuid import UUID


class State(TypedDict, total=False):
    """What can be changed in a coding. As JSON can hold it: codes as [frame, construct], stage "" for the source's."""

    start: int
    end: int
    codes: list[list[str]]
    valence: str
    strength: int | None
    stage: str
    memo: str
    removed: bool


class Touched(NamedTuple):
    """A coding that a step was about, and the part of its text on which that shows: `end` exclusive."""

    coding_id: UUID
    source_id: UUID
    start: int
    end: int


class StepKind(StrEnum):
    """What was done, for the words beside "undo"."""

    CODE = "code"
    REMOVE = "remove"
    RESTORE = "restore"
    CODES = "codes"
    SPAN = "span"
    VALENCE = "valence"
    STRENGTH = "strength"
    STAGE = "stage"
    MEMO = "memo"
    CHANGE = "change"
    SEARCH = "search"


@dataclass(frozen=True)
class Change:
    """One coding's change: only the keys that differ, the same ones in `before` and `after`."""

    coding: str
    hash: str
    before: State
    after: State

    @property
    def moves(self) -> bool:
        """Whether its passage is another one after it."""
        return "start" in self.after or "end" in self.after


_ONE_THING = {
    frozenset({"codes"}): StepKind.CODES,
    frozenset({"start"}): StepKind.SPAN,
    frozenset({"end"}): StepKind.SPAN,
    frozenset({"start", "end"}): StepKind.SPAN,
    frozenset({"valence"}): StepKind.VALENCE,
    frozenset({"strength"}): StepKind.STRENGTH,
    frozenset({"stage"}): StepKind.STAGE,
    frozenset({"memo"}): StepKind.MEMO,
}


def difference(before: State, after: State) -> tuple[State, State]:
    """The parts of two states that differ, `after`'s keys deciding; codes are compared as a set."""
    then: dict[str, Any] = {}
    now: dict[str, Any] = {}
    was: dict[str, Any] = dict(before)
    for name, value in after.items():
        if _comparable(was[name]) != _comparable(value):
            then[name], now[name] = was[name], value
    return State(**then), State(**now)  # type: ignore[typeddict-item]


def kind_of(after: State) -> StepKind:
    """What a change of these keys is called."""
    if "removed" in after:
        return StepKind.REMOVE if after["removed"] else StepKind.RESTORE
    return _ONE_THING.get(frozenset(after), StepKind.CHANGE)


def _comparable(value: Any) -> Any:
    return sorted(map(tuple, value)) if isinstance(value, list) else value
