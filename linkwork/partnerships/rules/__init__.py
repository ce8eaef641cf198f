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
from linkwork.partnerships.rules.network import Knot, Share, Tie, knots, only_one, shares
from linkwork.partnerships.rules.partners import (
    QUIET_AFTER,
    Practice,
    Quality,
    Reach,
    Sector,
    is_quiet,
    reach_of,
)
from linkwork.partnerships.rules.relationship import (
    HIGHEST,
    LOWEST,
    Answers,
    Side,
    is_far_apart,
    newest_by_side,
    sides_missing,
)
from linkwork.partnerships.rules.role_cards import CLARITY_AGAIN_AFTER, Ask, is_clarity_due

__all__ = [
    "ADVOCACY_STEPS",
    "CLARITY_AGAIN_AFTER",
    "FACTOR_STEPS",
    "HIGHEST",
    "LOWEST",
    "QUIET_AFTER",
    "TRY_AGAIN_AFTER",
    "AdvocacyState",
    "Answers",
    "Ask",
    "FactorKind",
    "FactorState",
    "Influence",
    "Knot",
    "Level",
    "Method",
    "Practice",
    "Quality",
    "Reach",
    "Sector",
    "Share",
    "Side",
    "Tie",
    "Tried",
    "is_clarity_due",
    "is_far_apart",
    "is_quiet",
    "knots",
    "newest_by_side",
    "next_attempt_on",
    "only_one",
    "reach_of",
    "shares",
    "sides_missing",
]
