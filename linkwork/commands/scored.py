"""What stands beside the figures on the command line: a survey's scores, and change of those asked twice."""

from typing import Any

from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import PairedOutcome, SurveyScores
from linkwork.evaluation.indicators.rules.intervals import Interval, Mean
from linkwork.evaluation.indicators.rules.survey_scores import Score


def survey_lines(one: SurveyScores) -> list[str]:
    """A survey as lines: each construct, what stands apart, its groups."""
    lines = [f"{one.survey.name}: respondents: {reads.number(one.respondents)}."]
    for found in one.constructs:
        lines.append(found.sentence)
        apart = reads.not_relevant_words(found.whole)
        lines += [f"    {apart}"] if apart else []
        lines += [f"    {group.label}: {_mean_of(group.score)}" for group in found.groups]
    return lines


def _mean_of(found: Score | None) -> str:
    if found is None:
        return "hidden (few)"
    return reads.number(found.mean.mean if found.mean else None)


def survey_data(one: SurveyScores) -> dict[str, Any]:
    """A survey for machines."""
    return {
        "instrument": one.survey.id,
        "respondents": one.respondents,
        "small": one.small,
        "constructs": [
            {
                "id": found.construct.id,
                "scale": [found.low, found.high],
                **_score(found.whole),
                "groups": [
                    {"key": group.key, "hidden": group.score is None, **_score(group.score)}
                    for group in found.groups
                ],
            }
            for found in one.constructs
        ],
    }


def _score(found: Score | None) -> dict[str, Any]:
    return {
        **mean_data(found.mean if found else None),
        "respondents": found.respondents if found else None,
        "answered": found.answered if found else None,
        "not_relevant": dict(found.not_relevant) if found else None,
        "empty": found.empty if found else None,
    }


def paired_data(one: PairedOutcome) -> dict[str, Any]:
    """Change on one score for machines."""
    change = one.change
    return {
        "measure": one.measure,
        "score": one.score,
        "label": one.label,
        "lower_is_better": one.lower_is_better,
        "asked": change.asked,
        "paired": change.paired,
        "once": change.once,
        "hidden": change.hidden,
        "change": mean_data(change.change),
        "before": mean_data(change.before),
        "later": mean_data(change.later),
        "ways": change.ways and vars(change.ways),
    }


def mean_data(found: Mean | None) -> dict[str, Any]:
    """A mean for machines."""
    return {
        "mean": None if found is None else float(found.mean),
        "interval": interval_data(found.interval if found else None),
    }


def interval_data(found: Interval | None) -> list[float] | None:
    """An interval for machines: its two ends."""
    return None if found is None else [float(found.low), float(found.high)]
