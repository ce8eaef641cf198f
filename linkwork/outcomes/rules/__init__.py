"""Plain rules of outcomes, a file per noun."""

from linkwork.outcomes.rules.changes import Direction

__all__ = ["Direction"]
