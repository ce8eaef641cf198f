"""Asking for figures: each with its definition, numerator, denominator, missing count and a plain sentence."""

from linkwork.evaluation.indicators.reads.disagreements import Disagreement, disagreements
from linkwork.evaluation.indicators.reads.figures import (
    EVERYTHING,
    available,
    breakdown,
    figure,
    figures,
    figures_of,
)
from linkwork.evaluation.indicators.reads.first_look import count_first_look
from linkwork.evaluation.indicators.reads.leaving import leaving
from linkwork.evaluation.indicators.reads.leaving_scores import leaving_changes, leaving_surveys
from linkwork.evaluation.indicators.reads.paired import (
    PairedOutcome,
    paired_outcomes,
    paired_outcomes_of,
    signed,
)
from linkwork.evaluation.indicators.reads.running import Point, Running, can_run, run, run_sentences, running
from linkwork.evaluation.indicators.reads.score_figures import score_figures
from linkwork.evaluation.indicators.reads.several import Asked, several
from linkwork.evaluation.indicators.reads.surveys import (
    SurveyScores,
    not_relevant_words,
    survey_scores,
    survey_scores_of,
)
from linkwork.evaluation.indicators.reads.telling import Figure, GroupValue, number
from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Span

__all__ = [
    "ALWAYS",
    "EVERYTHING",
    "Asked",
    "Disagreement",
    "Figure",
    "GroupValue",
    "PairedOutcome",
    "Point",
    "Running",
    "Span",
    "SurveyScores",
    "available",
    "breakdown",
    "can_run",
    "count_first_look",
    "disagreements",
    "figure",
    "figures",
    "figures_of",
    "leaving",
    "leaving_changes",
    "leaving_surveys",
    "not_relevant_words",
    "number",
    "paired_outcomes",
    "paired_outcomes_of",
    "run",
    "run_sentences",
    "running",
    "score_figures",
    "several",
    "signed",
    "survey_scores",
    "survey_scores_of",
]
