"""How long does an adviser's link live, how much may come by it, and how is its adviser named?"""

import datetime as dt

LIVES_DAYS = (14, 30, 60)  # what an author may choose from
MOST_AN_HOUR = 120  # answers by one link: a person reads and marks fewer, a machine more


def too_many(said_at: list[dt.datetime], at: dt.datetime) -> bool:
    """Whether as many answers came within the hour before `at` as one link may give."""
    return sum(at - one < dt.timedelta(hours=1) for one in said_at) >= MOST_AN_HOUR
