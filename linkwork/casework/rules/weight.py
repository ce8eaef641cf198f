"""How much does one person weigh in a caseload, and how much room has a worker?

A count of people says how many; points say how much. The rule is the programme's own and short enough to be read out.
"""

from dataclasses import dataclass

from linkwork.casework.rules.persons import Urgency


@dataclass(frozen=True)
class Weights:
    """Points for a person, for each open need up to `most_needs`, and, in the first weeks, for being new and urgent.

    `target_people` is how many people a worker without a number of their own is meant to have.
    """

    person: int = 1
    need: int = 1
    most_needs: int = 3
    early: int = 1
    soon: int = 1
    urgent: int = 2
    target_people: int = 50


def points(weights: Weights, open_needs: int, urgency: Urgency, early: bool, resting: bool) -> int:
    """The points of one person. A case that rests weighs nothing: the person still counts as one."""
    if resting:
        return 0
    begun = weights.early + {Urgency.SOON: weights.soon, Urgency.URGENT: weights.urgent}.get(urgency, 0)
    return weights.person + weights.need * min(open_needs, weights.most_needs) + (begun if early else 0)


def free_places(target: int, people: int) -> int:
    """How many people more a worker could take; never below nought."""
    return max(0, target - people)
