"""The pages of coding together."""

from linkwork.web.rounds.views.rounds import close, done, home, new, not_done, round_

__all__ = ["close", "done", "home", "new", "not_done", "round_"]
