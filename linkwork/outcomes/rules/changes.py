"""How things are for a person, compared with before, as they see it."""

from enum import StrEnum


class Direction(StrEnum):
    """Better, about the same, worse; or too early to say. Never worked out: the person says."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    TOO_EARLY = "too_early"
