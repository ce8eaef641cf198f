"""What is a shared plan made of, which steps can plan, goals and actions take, and what is the person shown of it?"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from linkwork.casework.rules.states import PRACTICE, Owner, StateTable
from linkwork.core.errors import sentence

LEVELS = (-2, -1, 0, 1, 2)  # goal attainment: much less than hoped for … as hoped for … much more


class PlanState(StrEnum):
    """Where a plan stands. Without approval a plan is agreed from its first day."""

    DRAFT = "draft"
    WAITING = "waiting"  # for approval
    AGREED = "agreed"
    CLOSED = "closed"


class PlanEnd(StrEnum):
    """Why a plan was closed."""

    DONE = "done"
    CHANGED = "changed"  # something else matters now
    STOPPED = "stopped"  # the person no longer wants it
    CASE_CLOSED = "case_closed"  # it ended with the case


class GoalState(StrEnum):
    """Where a goal stands, as the person sees it."""

    OPEN = "open"
    REACHED = "reached"
    SET_ASIDE = "set_aside"


class ActionState(StrEnum):
    """Where one thing to do stands."""

    TO_DO = "to_do"
    DONE = "done"
    DROPPED = "dropped"


class ActionOwner(StrEnum):
    """Who does it."""

    PERSON = "person"
    WORKER = "worker"
    OTHER = "other"  # somebody else, named in words


_DECIDERS = frozenset({Owner.MANAGER, Owner.SUPERVISOR})

PLAN: StateTable[PlanState] = StateTable(
    sentence("This plan cannot take that step now."),
    sentence("That step of the plan is not yours to take."),
    {
        (PlanState.DRAFT, PlanState.AGREED): PRACTICE,
        (PlanState.DRAFT, PlanState.WAITING): PRACTICE,
        (PlanState.DRAFT, PlanState.CLOSED): PRACTICE,
        (PlanState.WAITING, PlanState.AGREED): _DECIDERS,
        (PlanState.WAITING, PlanState.DRAFT): PRACTICE | _DECIDERS,
        (PlanState.WAITING, PlanState.CLOSED): PRACTICE,
        (PlanState.AGREED, PlanState.DRAFT): PRACTICE,
        (PlanState.AGREED, PlanState.CLOSED): PRACTICE,
        (PlanState.CLOSED, PlanState.DRAFT): PRACTICE,
    },
    {
        PlanState.DRAFT: Owner.WORKER,
        PlanState.WAITING: Owner.MANAGER,
        PlanState.AGREED: Owner.WORKER,
        PlanState.CLOSED: Owner.NOBODY,
    },
)
GOAL: StateTable[GoalState] = StateTable(
    sentence("This goal cannot take that step now."),
    sentence("That step of the goal is not yours to take."),
    {
        (GoalState.OPEN, GoalState.REACHED): PRACTICE,
        (GoalState.OPEN, GoalState.SET_ASIDE): PRACTICE,
        (GoalState.REACHED, GoalState.OPEN): PRACTICE,
        (GoalState.SET_ASIDE, GoalState.OPEN): PRACTICE,
    },
    {
        GoalState.OPEN: Owner.PERSON,
        GoalState.REACHED: Owner.NOBODY,
        GoalState.SET_ASIDE: Owner.NOBODY,
    },
)
ACTION: StateTable[ActionState] = StateTable(
    sentence("This was done or dropped already."),
    sentence("That step is not yours to take."),
    {
        (ActionState.TO_DO, ActionState.DONE): PRACTICE | {Owner.PERSON},
        (ActionState.TO_DO, ActionState.DROPPED): PRACTICE,
        (ActionState.DONE, ActionState.TO_DO): PRACTICE | {Owner.PERSON},
        (ActionState.DROPPED, ActionState.TO_DO): PRACTICE,
    },
    {
        ActionState.TO_DO: Owner.PERSON,
        ActionState.DONE: Owner.NOBODY,
        ActionState.DROPPED: Owner.NOBODY,
    },
)


@dataclass(frozen=True)
class ActionLine:
    """One thing to do. `owner_words` names somebody else; `reason` says why it was dropped."""

    id: UUID
    goal_id: UUID | None
    words: str
    owner: ActionOwner
    owner_words: str
    due_on: dt.date | None
    state: ActionState
    settled_on: dt.date | None
    reason: str
    by_person: bool
    shared: bool


@dataclass(frozen=True)
class GoalLine:
    """One goal in the person's words. `levels` is empty, or the words for each of `LEVELS`."""

    id: UUID
    words: str
    term: str
    by_when: dt.date | None
    levels: tuple[str, ...]
    state: GoalState
    set_on: dt.date
    closed_on: dt.date | None
    close_words: str
    shared: bool


@dataclass(frozen=True)
class PlanBody:
    """What a plan says: goals in order, and actions, each of a goal or of none."""

    goals: tuple[GoalLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()

    def actions_of(self, goal_id: UUID | None) -> tuple[ActionLine, ...]:
        """The actions of one goal, or those of none."""
        return tuple(one for one in self.actions if one.goal_id == goal_id)


@dataclass(frozen=True)
class NewAction:
    """An action as entered. `worker_id` is whoever does it where the owner is a worker; the case's own if None."""

    words: str
    owner: ActionOwner = ActionOwner.PERSON
    goal_id: UUID | None = None
    owner_words: str = ""
    worker_id: UUID | None = None
    due_on: dt.date | None = None
    shared: bool = True


@dataclass(frozen=True)
class NewGoal:
    """A goal as entered. `levels`: nothing, or words for each of `LEVELS`."""

    words: str
    term: str = ""
    by_when: dt.date | None = None
    levels: Sequence[str] = ()
    shared: bool = True


@dataclass(frozen=True)
class TemplateGoal:
    """A goal of a template, with (words, whether a worker does it) of its actions."""

    words: str
    actions: tuple[tuple[str, ActionOwner], ...]


def only_shared(body: PlanBody) -> PlanBody:
    """What the person and those they show it to may see: an action of a goal kept back is kept back with it."""
    goals = tuple(one for one in body.goals if one.shared)
    known = {None, *(one.id for one in goals)}
    return PlanBody(goals, tuple(one for one in body.actions if one.shared and one.goal_id in known))


def with_states_of(body: PlanBody, now: PlanBody) -> PlanBody:
    """What `body` says, with what has been reached, done or dropped since, as `now` has it."""
    goals = {one.id: one for one in now.goals}
    actions = {one.id: one for one in now.actions}
    return PlanBody(
        tuple(_goal_as(one, goals.get(one.id, one)) for one in body.goals),
        tuple(_action_as(one, actions.get(one.id, one)) for one in body.actions),
    )


def _goal_as(said: GoalLine, now: GoalLine) -> GoalLine:
    return replace(said, state=now.state, closed_on=now.closed_on, close_words=now.close_words)


def _action_as(said: ActionLine, now: ActionLine) -> ActionLine:
    return replace(
        said, state=now.state, settled_on=now.settled_on, reason=now.reason, by_person=now.by_person
    )


def levels_are_whole(levels: Sequence[str]) -> bool:
    """Whether a scale has words for none of its levels or for each."""
    return not any(levels) or (len(levels) == len(LEVELS) and all(word.strip() for word in levels))


def to_json(body: PlanBody) -> dict[str, Any]:
    """The plan as plain values, to keep a version of it."""
    return {
        "goals": [_plain(asdict(one)) for one in body.goals],
        "actions": [_plain(asdict(one)) for one in body.actions],
    }


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: list(value)
        if isinstance(value, tuple)
        else str(value)
        if isinstance(value, UUID | dt.date)
        else value
        for key, value in values.items()
    }


def from_json(kept: Mapping[str, Any]) -> PlanBody:
    """What `to_json` kept."""
    return PlanBody(
        tuple(_goal(one) for one in kept["goals"]), tuple(_action(one) for one in kept["actions"])
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _goal(kept: Mapping[str, Any]) -> GoalLine:
    return GoalLine(
        **{
            **kept,
            "id": UUID(kept["id"]),
            "by_when": _day(kept["by_when"]),
            "levels": tuple(kept["levels"]),
            "state": GoalState(kept["state"]),
            "set_on": dt.date.fromisoformat(kept["set_on"]),
            "closed_on": _day(kept["closed_on"]),
        }
    )


def _action(kept: Mapping[str, Any]) -> ActionLine:
    return ActionLine(
        **{
            **kept,
            "id": UUID(kept["id"]),
            "goal_id": UUID(kept["goal_id"]) if kept["goal_id"] else None,
            "owner": ActionOwner(kept["owner"]),
            "due_on": _day(kept["due_on"]),
            "state": ActionState(kept["state"]),
            "settled_on": _day(kept["settled_on"]),
        }
    )


def template_goals(text: str) -> tuple[TemplateGoal, ...]:
    """Read a template: a line is a goal, "- " before a line the person's action, "+ " the worker's.

    Actions before any goal are left out; empty lines mean nothing.
    """
    goals: list[TemplateGoal] = []
    for line in (raw.strip() for raw in text.splitlines()):
        if line[:1] in ("-", "+"):
            owner = ActionOwner.WORKER if line[0] == "+" else ActionOwner.PERSON
            if goals and line[1:].strip():
                more = (*goals[-1].actions, (line[1:].strip(), owner))
                goals[-1] = replace(goals[-1], actions=more)
        elif line:
            goals.append(TemplateGoal(line, ()))
    return tuple(goals)


def reached(goals: Iterable[GoalLine]) -> int:
    """How many goals the person says they reached."""
    return sum(one.state is GoalState.REACHED for one in goals)
