"""The pages of coding together."""

from linkwork.web.rounds.views.agreement import agreement, keep, record
from linkwork.web.rounds.views.differences import (
    decide,
    differences,
    settle,
    settle_all,
    settled,
    take_agreed,
    undo,
    unsettle,
)
from linkwork.web.rounds.views.practice import anew, finish, practice
from linkwork.web.rounds.views.ratings import cell, compare, flag, order, ratings, sheet, verdict
from linkwork.web.rounds.views.ratings_in import ratings_in, ratings_refused
from linkwork.web.rounds.views.rounds import all_done, close, done, home, new, not_done, round_

__all__ = [
    "agreement",
    "all_done",
    "anew",
    "cell",
    "close",
    "compare",
    "decide",
    "differences",
    "done",
    "finish",
    "flag",
    "home",
    "keep",
    "new",
    "not_done",
    "order",
    "practice",
    "ratings",
    "ratings_in",
    "ratings_refused",
    "record",
    "round_",
    "settle",
    "settle_all",
    "settled",
    "sheet",
    "take_agreed",
    "undo",
    "unsettle",
    "verdict",
]
