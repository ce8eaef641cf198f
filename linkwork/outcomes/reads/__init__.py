"""Questions about what changed, a file per noun. All take the viewer first."""

from linkwork.outcomes.reads.askings import AskingCard, asking, askings_of
from linkwork.outcomes.reads.assessments import (
    AssessmentCard,
    FlaggedCard,
    ScoreCard,
    assessment,
    assessments_of,
    every_assessment_of,
    flagged,
    paired_change,
    paired_changes,
)
from linkwork.outcomes.reads.attainments import AttainmentCard, attainments_of
from linkwork.outcomes.reads.changes import ChangeCard, changes_of

__all__ = [
    "AskingCard",
    "AssessmentCard",
    "AttainmentCard",
    "ChangeCard",
    "FlaggedCard",
    "ScoreCard",
    "asking",
    "askings_of",
    "assessment",
    "assessments_of",
    "attainments_of",
    "changes_of",
    "every_assessment_of",
    "flagged",
    "paired_change",
    "paired_changes",
]
