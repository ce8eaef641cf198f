"""The tables of displays and portraits."""

from linkwork.evaluation.portraits.models.displays import (
    DisplayFigure,
    DisplayQuote,
    DisplayReviewer,
    DisplayRow,
    JointDisplay,
    RowVerdict,
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
    "DisplayReviewer",
    "DisplayRow",
    "EvidenceLink",
    "JointDisplay",
    "Portrait",
    "Review",
    "RowVerdict",
    "StageSection",
    "Statement",
    "TimelineEvent",
]
