"""The tables of displays and portraits."""

from linkwork.evaluation.portraits.models.displays import (
    DisplayFigure,
    DisplayQuote,
    DisplayReviewer,
    DisplayRow,
    JointDisplay,
    RowVerdict,
)
from linkwork.evaluation.portraits.models.events import TimelineEvent
from linkwork.evaluation.portraits.models.portraits import (
    EvidenceLink,
    Portrait,
    StageSection,
    Statement,
)
from linkwork.evaluation.portraits.models.reviews import AdviserLink, PortraitVersion, Review

__all__ = [
    "AdviserLink",
    "DisplayFigure",
    "DisplayQuote",
    "DisplayReviewer",
    "DisplayRow",
    "EvidenceLink",
    "JointDisplay",
    "Portrait",
    "PortraitVersion",
    "Review",
    "RowVerdict",
    "StageSection",
    "Statement",
    "TimelineEvent",
]
