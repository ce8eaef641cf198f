"""Scores as counts, so that the one rule of hiding (`hiding`, `links`) decides about them too.

What can be counted of a mean is how many it is of; the mean goes with that number. Of a survey: who answered at all,
who answered what belongs to a construct, how often something was not relevant. Of change: who was asked, who was asked
twice, who got better or worse by more than chance, for each score; a measure is the sum of its scores.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.evaluation.indicators.rules.pairs import Asked
from linkwork.evaluation.indicators.rules.survey_scores import Answer, people, score
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.instruments.indicators import Count, Definition, Shape
from linkwork.instruments.surveys import Survey

Counts = dict[str, dict[str, Raw]]  # by figure, then by group
PAIRED, BETTER, WORSE = "measures_paired", "measures_better", "measures_worse"


def answering(survey: Survey, construct: str, kind: str = "") -> str:
    """What the number of answers to a construct is called; with a `kind`, how often that was "not relevant"."""
    return " ".join(filter(None, (survey.id, construct, kind)))


def survey_figures(survey: Survey, whole: Sequence[Answer]) -> list[Definition]:
    """What is counted of a survey: respondents, those of each construct, each kind of "not relevant"."""
    found = [_counted(survey.id)]
    for one in survey.constructs:
        found.append(_counted(answering(survey, one.id)))
        found += [
            _counted(answering(survey, one.id, kind)) for kind in sorted(score(one, whole).not_relevant)
        ]
    return found


def survey_counts(survey: Survey, groups: Mapping[str, Sequence[Answer]], kinds: bool) -> Counts:
    """The numbers of respondents in each of these groups; for each of the `kinds` of "not relevant" too."""
    found: Counts = {survey.id: {key: Raw(people(own)) for key, own in groups.items()}}
    for one in survey.constructs:
        scores = {key: score(one, own) for key, own in groups.items()}
        found[answering(survey, one.id)] = {key: Raw(said.respondents) for key, said in scores.items()}
        for kind in sorted({kind for said in scores.values() for kind in said.not_relevant} if kinds else ()):
            found[answering(survey, one.id, kind)] = {
                key: Raw(said.not_relevant.get(kind, 0)) for key, said in scores.items()
            }
    return found


def pair_counts(asked: Mapping[str, Iterable[Asked]]) -> Counts:
    """Who was asked, asked twice, better and worse, by score."""
    found: Counts = {PAIRED: {}, BETTER: {}, WORSE: {}}
    for key, rows in asked.items():
        told = list(rows)
        twice = [one for one in told if one.before is not None and one.later is not None]
        went = {way: sum(one.often for one in twice if one.went == way) for way in ("better", "worse")}
        known = sum(one.often for one in twice if one.went)
        paired = sum(one.often for one in twice)
        found[PAIRED][key] = Raw(paired, sum(one.often for one in told))
        found[BETTER][key], found[WORSE][key] = Raw(went["better"], known), Raw(went["worse"], known)
    return found


def _counted(name: str) -> Definition:
    """A number that stands in no figure of its own, as the rule wants it."""
    plain: dict[str, Any] = dict.fromkeys(
        ("title", "why", "source", "component", "unit", "sentence", "missing_rule", "author", "checked_by"),
        "",
    )
    return Definition(
        **plain,
        id=name,
        version="1.0",
        shape=Shape.COUNT,
        numerator=Count(
            name, "survey_answers", count="distinct", column="respondent_id", where=({"about": name},)
        ),
        grouping=(),
        suppress_below=SMALLEST_SHOWN,
        reviewed_on=dt.date.min,
        order=0,
    )
