"""What a recommendation is for, and the steps it takes."""

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


class State(StrEnum):
    """Where a recommendation stands."""

    DRAFT = "draft"
    PUBLISHED = "published"


STEPS: dict[str, tuple[State, State]] = {
    "publish": (State.DRAFT, State.PUBLISHED),
    "withdraw": (State.PUBLISHED, State.DRAFT),
}


def after(step: str, state: State) -> State:
    """The state after `step`. Raises IllegalStep where it does not start from `state`."""
    start, end = STEPS[step]
    if state is not start:
        raise IllegalStep(f"A recommendation cannot {step} while it is {state}.")
    return end
