"""What partnerships know without a database, one file per noun."""

from linkwork.partnerships.rules.advocacy import (
    ADVOCACY_STEPS,
    TRY_AGAIN_AFTER,
    AdvocacyState,
    Level,
    Method,
    Tried,
    next_attempt_on,
)
from linkwork.partnerships.rules.factors import (
    FACTOR_STEPS,
    FactorKind,
    FactorState,
    Influence,
)
from linkwork.partnerships.rules.partners import (
    QUIET_AFTER,
    Practice,
    Reach,
    Sector,
    is_quiet,
    reach_of,
)

__all__ = [
    "ADVOCACY_STEPS",
    "FACTOR_STEPS",
    "QUIET_AFTER",
    "TRY_AGAIN_AFTER",
    "AdvocacyState",
    "FactorKind",
    "FactorState",
    "Influence",
    "Level",
    "Method",
    "Practice",
    "Reach",
    "Sector",
    "Tried",
    "is_quiet",
    "next_attempt_on",
    "reach_of",
]
