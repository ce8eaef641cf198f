"""Words about what helps and hinders that their authors let go, into a study: one source, no author, once."""

from linkwork.exchange.factor_words.taking_in import take_in

__all__ = ["take_in"]
