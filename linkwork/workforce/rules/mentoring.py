"""What mentor and learner do together."""

from enum import StrEnum

MOST_MINUTES = 12 * 60


class LearnerKind(StrEnum):
    """Who learns."""

    STUDENT = "student"
    NEW_WORKER = "new_worker"


class Activity(StrEnum):
    """What they did."""

    TALK = "talk"
    WENT_ALONG = "went_along"
    WAS_WATCHED = "was_watched"
    PRACTISED = "practised"
    LOOKED_BACK = "looked_back"
    OTHER = "other"


def hours(minutes: int) -> float:
    """Whole minutes as hours with one decimal."""
    return round(minutes / 60, 1)
