"""The pages of coding together."""

from linkwork.web.rounds.views.agreement import agreement, keep, record
from linkwork.web.rounds.views.differences import decide, differences, settle, take_agreed, undo, unsettle
from linkwork.web.rounds.views.practice import anew, finish, practice
from linkwork.web.rounds.views.rounds import close, done, home, new, not_done, round_

__all__ = [
    "agreement",
    "anew",
    "close",
    "decide",
    "differences",
    "done",
    "finish",
    "home",
    "keep",
    "new",
    "not_done",
    "practice",
    "record",
    "round_",
    "settle",
    "take_agreed",
    "undo",
    "unsettle",
]
