"""Means as the plain values the page shows: change of those asked twice, and scores of a survey of staff."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import (
    PairedOutcome,
    SurveyScores,
    not_relevant_words,
    number,
    signed,
)
from linkwork.evaluation.indicators.rules.survey_scores import Score


def surveys(found: Sequence[SurveyScores]) -> list[dict[str, Any]]:
    """Each survey: a sentence and a table for its constructs, a column for each group."""
    return [_survey(one) for one in found]


def changes(found: Sequence[PairedOutcome]) -> dict[str, Any] | None:
    """The change on each score as a table; None where nobody was asked."""
    if not found:
        return None
    return {
        "caption": _("Mean change of those asked twice, with better and worse by more than chance"),
        "columns": [
            _("Score"),
            *({"label": label, "num": True} for label in (_("Asked twice"), _("Asked once only"))),
            *({"label": label, "num": True} for label in (_("Mean change"), _("95 % interval"))),
            *({"label": label, "num": True} for label in (_("Better"), _("Neither"), _("Worse"))),
        ],
        "rows": [_change(one) for one in found],
        "hides": any(one.change.hidden or _hides(one) for one in found),
    }


def _change(one: PairedOutcome) -> list[str]:
    change = one.change
    counts = [number(change.paired), number(change.once)]
    if change.hidden:
        return [_directed(one), *counts, *[_("few, hidden")] * 5]
    mean = change.change
    told = [signed(mean.mean) if mean else "–", "–"]
    if mean and mean.interval:
        told[1] = _("%(low)s to %(high)s") % {
            "low": signed(mean.interval.low),
            "high": signed(mean.interval.high),
        }
    ways = [change.ways.better, change.ways.steady, change.ways.worse] if change.ways else []
    said = [_("few, hidden") if way is None else number(way) for way in ways] or ["–"] * 3
    return [_directed(one), *counts, *told, *said]


def _directed(one: PairedOutcome) -> str:
    if one.lower_is_better is None:
        return one.label
    way = _("lower is better") if one.lower_is_better else _("higher is better")
    return f"{one.label} ({way})"


def _hides(one: PairedOutcome) -> bool:
    return one.change.ways is not None and None in vars(one.change.ways).values()


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
