"""The tables of outcomes, a file per noun."""

from linkwork.outcomes.models.assessments import Asking, Assessment, AssessmentScore
from linkwork.outcomes.models.attainments import Attainment
from linkwork.outcomes.models.changes import Change

__all__ = ["Asking", "Assessment", "AssessmentScore", "Attainment", "Change"]
