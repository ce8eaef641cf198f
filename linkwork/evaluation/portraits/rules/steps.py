"""How far is a portrait, step by step? Computed from what is in it, never ticked by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from linkwork.evaluation.portraits.rules.kinds import Step


class Lack(StrEnum):
    """What a step still wants."""

    FOCUS = "focus"  # nothing said of what it looks at
    EXTRACT = "extract"  # no dated extract chosen, so no figures
    DATES = "dates"  # the programme has not said when its stages began
    HEADINGS = "headings"  # chapters without a name
    EVENTS = "events"  # nothing on the timeline
    STATEMENTS = "statements"  # chapters in which nothing is said
    EVIDENCE = "evidence"  # statements that rest on nothing
    GONE = "gone"  # quotations whose consent or coding is gone, figures that are lost
    NAMES = "names"  # statements in which somebody is named
    INTERPRETATION = "interpretation"  # nothing said of what runs through it
    PLAIN = "plain"  # no plain version
    STALE = "stale"  # plain words whose full ones were changed since


OPTIONAL = frozenset(
    {Lack.EXTRACT, Lack.EVIDENCE, Lack.EVENTS}
)  # a step may be done without; it is still said
WANTED = {
    Step.FOCUS: (Lack.FOCUS, Lack.EXTRACT),
    Step.STRUCTURE: (Lack.DATES, Lack.HEADINGS, Lack.EVENTS),
    Step.POPULATE: (Lack.STATEMENTS, Lack.EVIDENCE, Lack.GONE, Lack.NAMES),
    Step.INTERPRET: (Lack.INTERPRETATION, Lack.PLAIN, Lack.STALE),
}


@dataclass(frozen=True)
class StepState:
    """One step: what it lacks, each with how many, in the order to mend it."""

    step: Step
    lacks: tuple[tuple[Lack, int], ...]

    @property
    def done(self) -> bool:
        """Whether nothing is lacking that it cannot do without."""
        return all(lack in OPTIONAL for lack, _many in self.lacks)


def step_states(lacking: dict[Lack, int]) -> tuple[StepState, ...]:
    """Each step with what it lacks; `lacking` counts, nought or absent for nothing."""
    return tuple(
        StepState(step, tuple((lack, lacking[lack]) for lack in wanted if lacking.get(lack)))
        for step, wanted in WANTED.items()
    )


def next_step(states: Iterable[StepState]) -> Step:
    """The first that is not done; the last where all are."""
    step = Step.INTERPRET
    for state in states:
        step = state.step
        if not state.done:
            break
    return step
