"""Asking for recommendations, for what to begin one with, and for everything the public site is made of."""

from linkwork.evaluation.toolkit.reads.constructs import construct_choices, construct_name, is_construct
from linkwork.evaluation.toolkit.reads.editions import ImprintCard, edition, imprint
from linkwork.evaluation.toolkit.reads.recommendations import (
    STRATEGIES,
    RecommendationCard,
    StepCard,
    recommendation,
    recommendations,
    statement_choices,
    strategies,
    without_steps,
)
from linkwork.evaluation.toolkit.reads.starting import FactorCard, FindingCard, starts
from linkwork.evaluation.toolkit.reads.suggestions import Suggestion, suggestions
from linkwork.evaluation.toolkit.reads.versions import versions

__all__ = [
    "STRATEGIES",
    "FactorCard",
    "FindingCard",
    "ImprintCard",
    "RecommendationCard",
    "StepCard",
    "Suggestion",
    "construct_choices",
    "construct_name",
    "edition",
    "imprint",
    "is_construct",
    "recommendation",
    "recommendations",
    "starts",
    "statement_choices",
    "strategies",
    "suggestions",
    "versions",
    "without_steps",
]
