"""The pages of coding together."""

from linkwork.web.rounds.views.agreement import agreement, keep, record
from linkwork.web.rounds.views.rounds import close, done, home, new, not_done, round_

__all__ = [
    "agreement",
    "close",
    "done",
    "home",
    "keep",
    "new",
    "not_done",
    "record",
    "round_",
]
