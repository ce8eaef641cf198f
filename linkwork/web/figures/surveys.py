"""Scores of a survey of staff as the plain values the page shows."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import SurveyScores, not_relevant_words, number
from linkwork.evaluation.indicators.rules.survey_scores import Score


def shown(found: Sequence[SurveyScores]) -> list[dict[str, Any]]:
    """Each survey: a sentence and a table for its constructs, a column for each group."""
    return [_survey(one) for one in found]


def _survey(one: SurveyScores) -> dict[str, Any]:
    groups = [group.label for group in one.constructs[0].groups] if one.constructs else []
    rows = [
        [
            _(found.construct.name),
            _("%(low)s to %(high)s") % {"low": number(found.low), "high": number(found.high)},
            _said(found.whole),
            *(_said(group.score) for group in found.groups),
            not_relevant_words(found.whole) or "–",
        ]
        for found in one.constructs
    ]
    return {
        "id": one.survey.id,
        "title": _("%(survey)s: what staff say") % {"survey": one.survey.name},
        "sentence": _(
            "Respondents: %(n)s. A higher score says that the programme is closer to being normal work."
        )
        % {"n": number(one.respondents)},
        "small": one.small,
        "caption": _("Means by construct and group"),
        "columns": [
            _("Construct"),
            _("Scale"),
            {"label": _("All"), "num": True},
            *({"label": label, "num": True} for label in groups),
            _("Apart"),
        ],
        "rows": rows,
        "hides": any(group.score is None for found in one.constructs for group in found.groups),
        "source": one.survey.citation,
        "sentences": [found.sentence for found in one.constructs],
    }


def _said(found: Score | None) -> str:
    if found is None:
        return _("few, hidden")
    return number(found.mean.mean) if found.mean else "–"
