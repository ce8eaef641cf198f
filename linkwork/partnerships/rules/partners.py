"""Who counts as inter-sectoral, which ways of working together there are, when has a partner gone quiet?"""

import datetime as dt
from enum import StrEnum

QUIET_AFTER = dt.timedelta(weeks=8)  # unless the programme says otherwise


class Sector(StrEnum):
    """What kind of organisation a partner is (the Quebec study's partners, and those of the other founding papers)."""

    HEALTH = "health"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    EARLY_CHILDHOOD = "early_childhood"
    COMMUNITY = "community"
    FAITH = "faith"
    HOUSING = "housing"
    POLICE = "police"
    EMPLOYER = "employer"
    OTHER = "other"


class Reach(StrEnum):
    """Within health care, or across sectors."""

    SECTORAL = "sectoral"
    INTER_SECTORAL = "inter_sectoral"


def reach_of(sector: Sector) -> Reach:
    """Health care is the programme's own sector; all others are inter-sectoral (DOI 10.1007/s10900-020-00816-w)."""
    return Reach.SECTORAL if sector is Sector.HEALTH else Reach.INTER_SECTORAL


class Practice(StrEnum):
    """The five collaboration practices of the Quebec study, DOI 10.1007/s10900-020-00816-w."""

    COMMUNICATION = "communication"
    SHARED_ACTIVITY = "shared_activity"
    CO_INTERVENTION = "co_intervention"
    ROLE_AWARENESS = "role_awareness"
    MEETING = "meeting"


class Quality(StrEnum):
    """How a piece of work with a partner went."""

    WELL = "well"
    MIXED = "mixed"
    DIFFICULT = "difficult"


def is_quiet(
    last_on: dt.date | None,
    known_since: dt.date,
    today: dt.date,
    after: dt.timedelta = QUIET_AFTER,
) -> bool:
    """Whether nothing was heard for longer than `after`; counted from the first day where there was no contact."""
    return today - (last_on or known_since) > after
