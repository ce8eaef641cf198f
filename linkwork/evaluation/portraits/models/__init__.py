"""The tables of displays and portraits."""

from linkwork.evaluation.portraits.models.displays import (
    DisplayFigure,
    DisplayQuote,
    DisplayRow,
    JointDisplay,
)
from linkwork.evaluation.portraits.models.portraits import (
    EvidenceLink,
    Portrait,
    Review,
    StageSection,
    Statement,
    TimelineEvent,
)

__all__ = [
    "DisplayFigure",
    "DisplayQuote",
    "DisplayRow",
    "EvidenceLink",
    "JointDisplay",
    "Portrait",
    "Review",
    "StageSection",
    "Statement",
    "TimelineEvent",
]
