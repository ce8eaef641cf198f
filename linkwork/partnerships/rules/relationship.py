"""How strong is the relationship with a partner, and how much trust is in it, as each side sees it?

Two short questions of our own for each, answered from 1 (not at all) to 5 (fully). The sides stand beside each other
and are never put into one number.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LOWEST, HIGHEST = 1, 5
FAR_APART = 1.5


class Side(StrEnum):
    """Who answered."""

    US = "us"
    THEM = "them"


@dataclass(frozen=True)
class Answers:
    """The four answers. Raises ValueError for one that is not from 1 to 5."""

    reach: int  # we know whom to ask for, and reach them
    together: int  # what we do together helps people
    word: int  # they do what they say they will do
    openly: int  # we can say openly what doesn't work

    def __post_init__(self) -> None:
        if not all(LOWEST <= one <= HIGHEST for one in (self.reach, self.together, self.word, self.openly)):
            raise ValueError("Each answer is from 1 to 5.")

    @property
    def strength(self) -> float:
        """The middle of the two answers about strength: 1 to 5 in halves."""
        return (self.reach + self.together) / 2

    @property
    def trust(self) -> float:
        """The middle of the two answers about trust: 1 to 5 in halves."""
        return (self.word + self.openly) / 2


def newest_by_side(ratings: Iterable[tuple[Side, dt.date, Answers]]) -> dict[Side, Answers]:
    """What each side said last; a side that never answered is left out. Of one day the later in order counts."""
    found: dict[Side, tuple[dt.date, Answers]] = {}
    for side, day, answers in ratings:
        if side not in found or day >= found[side][0]:
            found[side] = (day, answers)
    return {side: answers for side, (_day, answers) in found.items()}


def sides_missing(newest: Mapping[Side, Answers]) -> tuple[Side, ...]:
    """The sides that never answered: what is known is then one side's view, and pages say so."""
    return tuple(side for side in Side if side not in newest)


def is_far_apart(newest: Mapping[Side, Answers]) -> bool:
    """Whether both sides answered and see strength or trust quite differently: something to talk about."""
    if sides_missing(newest):
        return False
    us, them = newest[Side.US], newest[Side.THEM]
    return abs(us.strength - them.strength) >= FAR_APART or abs(us.trust - them.trust) >= FAR_APART
