"""When are partners asked again whether they know what the worker does, and what is a partner's link for?"""

import datetime as dt
from enum import StrEnum

CLARITY_AGAIN_AFTER = dt.timedelta(days=365)


class Ask(StrEnum):
    """What a partner's link was sent for. Whatever it is, the page behind it is the same."""

    ROLE_CARD = "role_card"
    CLARITY = "clarity"
    RELATIONSHIP = "relationship"


def is_clarity_due(first_known_on: dt.date | None, last_asked_on: dt.date | None, today: dt.date) -> bool:
    """Whether a partner is asked again today: a year after they got to know the role card, then each year.

    `first_known_on` is the day of their last word on it (acknowledged, or said how clear it is); None: never asked.
    """
    if first_known_on is None:
        return False
    newest = max(first_known_on, last_asked_on or first_known_on)
    return today - newest >= CLARITY_AGAIN_AFTER
