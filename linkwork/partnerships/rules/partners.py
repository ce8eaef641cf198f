"""Who counts as inter-sectoral, and when a partner has gone quiet."""

import datetime as dt
from enum import StrEnum

QUIET_AFTER = dt.timedelta(weeks=8)


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


def is_quiet(last_on: dt.date | None, known_since: dt.date, today: dt.date) -> bool:
    """Whether nothing has been heard for eight weeks; counted from the first day where there was no contact at all."""
    return today - (last_on or known_since) > QUIET_AFTER
