"""Who counts as inter-sectoral, when a partner has gone quiet, how an advocacy action moves on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

QUIET_AFTER = dt.timedelta(weeks=8)
TRY_AGAIN_AFTER = dt.timedelta(weeks=3)


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


class Level(StrEnum):
    """The three levels of advocacy, DOI 10.1097/NCM.0b013e3181b5de1c."""

    INDIVIDUAL = "individual"
    ORGANISATIONAL = "organisational"
    COMMUNITY = "community"


class AdvocacyState(StrEnum):
    """How an advocacy action stands."""

    OPEN = "open"
    WON = "won"
    PARTLY = "partly"
    LOST = "lost"
    DROPPED = "dropped"


# What is not fully won may be taken up again: being persistent is the work.
ADVOCACY_STEPS: Mapping[AdvocacyState, frozenset[AdvocacyState]] = {
    AdvocacyState.OPEN: frozenset(
        {AdvocacyState.WON, AdvocacyState.PARTLY, AdvocacyState.LOST, AdvocacyState.DROPPED}
    ),
    AdvocacyState.WON: frozenset(),
    AdvocacyState.PARTLY: frozenset({AdvocacyState.OPEN}),
    AdvocacyState.LOST: frozenset({AdvocacyState.OPEN}),
    AdvocacyState.DROPPED: frozenset({AdvocacyState.OPEN}),
}


class Method(StrEnum):
    """How an attempt was made."""

    CALL = "call"
    MESSAGE = "message"
    LETTER = "letter"
    MEETING = "meeting"
    WENT_ALONG = "went_along"
    TESTIMONY = "testimony"


@dataclass(frozen=True)
class Tried:
    """What the next step depends on: when an attempt was made, and for when the next one was planned."""

    made_on: dt.date
    next_on: dt.date | None


def next_attempt_on(opened_on: dt.date, attempts: Sequence[Tried]) -> dt.date:
    """The day the next attempt is due: as planned, or three weeks after the last; at once where there was none.

    `attempts` in order of their number.
    """
    if not attempts:
        return opened_on
    last = attempts[-1]
    return last.next_on or last.made_on + TRY_AGAIN_AFTER


class Influence(StrEnum):
    """A factor may help, hinder, or do both."""

    HELPS = "helps"
    HINDERS = "hinders"
    BOTH = "both"


class FactorKind(StrEnum):
    """The Quebec study's four categories of factors, DOI 10.1007/s10900-020-00816-w."""

    ORGANISATION = "organisation"
    WORK = "work"
    FAMILY = "family"
    EXTERNAL = "external"


class FactorState(StrEnum):
    """How a factor stands."""

    OPEN = "open"
    EASED = "eased"
    SOLVED = "solved"


FACTOR_STEPS: Mapping[FactorState, frozenset[FactorState]] = {
    FactorState.OPEN: frozenset({FactorState.EASED, FactorState.SOLVED}),
    FactorState.EASED: frozenset({FactorState.OPEN, FactorState.SOLVED}),
    FactorState.SOLVED: frozenset({FactorState.OPEN}),
}
