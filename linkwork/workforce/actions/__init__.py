"""The only writes of workforce, a file per noun."""

from linkwork.workforce.actions.supervision import record_supervision

__all__ = ["record_supervision"]
