"""What a recommendation is for, and the steps it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from linkwork.core.errors import IllegalStep


class Audience(StrEnum):
    """Who is advised."""

    STARTER = "starter"  # whoever sets up a programme
    MANAGER = "manager"
    WORKER = "worker"
    PRACTICE = "practice"  # general practices and other hosts
    PARTNER = "partner"
    FUNDER = "funder"
    EVALUATOR = "evaluator"


class Setting(StrEnum):
    """Where the advice fits; advice without any fits everywhere."""

    PRACTICE = "practice"  # a general practice or health centre
    HOSPITAL = "hospital"  # a hospital or health trust
    VOLUNTARY = "voluntary"  # a charity, a parish, an association
    AUTHORITY = "authority"  # a municipality or other public body
    OUTREACH = "outreach"  # streets, parks, homes


class State(StrEnum):
    """Where a recommendation stands."""

    DRAFT = "draft"
    WAITING = "waiting"  # somebody else is asked to read it
    WANTED = "wanted"  # they ask for something
    AGREED = "agreed"  # they agreed to exactly this
    PUBLISHED = "published"


class StepKind(StrEnum):
    """What somebody did with a recommendation as it then stood."""

    ASK = "ask"
    WANT = "want"
    AGREE = "agree"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


STEPS: dict[StepKind, tuple[frozenset[State], State]] = {
    StepKind.ASK: (frozenset({State.DRAFT, State.WANTED}), State.WAITING),
    StepKind.WANT: (frozenset({State.WAITING, State.AGREED}), State.WANTED),
    StepKind.AGREE: (frozenset({State.WAITING, State.WANTED}), State.AGREED),
    StepKind.PUBLISH: (frozenset({State.AGREED}), State.PUBLISHED),
    StepKind.WITHDRAW: (frozenset({State.PUBLISHED}), State.DRAFT),
}


@dataclass(frozen=True)
class Taken:
    """One step taken, and the fingerprint of what it was taken about."""

    kind: StepKind
    fingerprint: str


def after(step: StepKind, state: State) -> State:
    """The state after `step`. Raises IllegalStep where it does not start from `state`."""
    starts, end = STEPS[step]
    if state not in starts:
        raise IllegalStep(f"A recommendation cannot {step} while it is {state}.")
    return end


def standing(published: bool, now: str, steps: Sequence[Taken]) -> State:
    """Where it stands. `now` is the fingerprint of its content; `steps` in the order in which they were taken.

    What was said about other words than those that stand there now counts for nothing: it is a draft again.
    """
    if published:
        return State.PUBLISHED
    if not steps or steps[-1].fingerprint != now:
        return State.DRAFT
    return STEPS[steps[-1].kind][1]
