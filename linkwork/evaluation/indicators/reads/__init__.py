"""Asking for figures: each with its definition, numerator, denominator, missing count and a plain sentence."""

from linkwork.evaluation.indicators.reads.disagreements import Disagreement, disagreements
from linkwork.evaluation.indicators.reads.figures import (
    EVERYTHING,
    Asked,
    available,
    breakdown,
    figure,
    figures,
    figures_and_parts,
    figures_of,
    several,
)
from linkwork.evaluation.indicators.reads.telling import Figure, GroupValue, number
from linkwork.evaluation.indicators.rules.scopes import Span

__all__ = [
    "EVERYTHING",
    "Asked",
    "Disagreement",
    "Figure",
    "GroupValue",
    "Span",
    "available",
    "breakdown",
    "disagreements",
    "figure",
    "figures",
    "figures_and_parts",
    "figures_of",
    "number",
    "several",
]
