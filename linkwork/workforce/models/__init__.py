"""The tables of workforce, a file per noun. Nothing here names a person supported."""

from linkwork.workforce.models.supervision import Supervision

__all__ = ["Supervision"]
