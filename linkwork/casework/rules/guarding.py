"""When does an alert hold, and when does somebody have to look at it again?"""

from datetime import date
from enum import StrEnum


class AlertKind(StrEnum):
    """What to be careful about."""

    SAFETY = "safety"  # of the worker
    HEALTH = "health"
    ACCESS = "access"
    OTHER = "other"


def in_force(since: date, until: date | None, today: date) -> bool:
    """Whether an alert that nobody ended is to be seen today; its last day is counted."""
    return since <= today and (until is None or today <= until)


def wants_review(review_on: date | None, today: date) -> bool:
    """Whether the day to look at it again has come."""
    return review_on is not None and review_on <= today
