"""Scores as figures beside all others, as they may leave: evidence of statements and of the rows of a display."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.indicators.reads.leaving_scores import leaving_changes_of, leaving_surveys_of
from linkwork.evaluation.indicators.reads.paired import PairedOutcome
from linkwork.evaluation.indicators.reads.surveys import ConstructScore, GroupScore, SurveyScores, too_few
from linkwork.evaluation.indicators.reads.telling import Figure, GroupValue
from linkwork.evaluation.indicators.rules.score_ids import change_score, survey_score
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.regions import SURVEY
from linkwork.instruments import measures
from linkwork.instruments.indicators import Count, Definition, Shape
from linkwork.instruments.surveys import Construct, Survey


def score_figures(taken: Sequence[ExtractCard], extract_ids: Collection[UUID]) -> dict[UUID, list[Figure]]:
    """Every score of these extracts among all that were `taken`; those of a survey with the groups of staff.

    Nothing of an extract whose scores cannot be told.
    """
    released = [one for one in taken if one.released_at]
    return {one.id: _or_none(one, released) for one in taken if one.id in extract_ids}


def score_figures_of(card: ExtractCard, released: Sequence[ExtractCard]) -> list[Figure]:
    """Every score of one extract, as it may leave beside those that are out. Raises NotFound, Refused."""
    if card.origin == SURVEY:
        return [figure for told in leaving_surveys_of(card, released) for figure in _of_survey(card, told)]
    return [_of_change(card, one) for one in leaving_changes_of(card, released)]


def _or_none(card: ExtractCard, released: Sequence[ExtractCard]) -> list[Figure]:
    try:
        return score_figures_of(card, released)
    except (NotFound, Refused):
        return []


def _of_survey(card: ExtractCard, told: SurveyScores) -> list[Figure]:
    shown = {one.construct.id: one for one in told.constructs}  # none where too few answered at all
    return [_of_construct(card, told.survey, one, shown.get(one.id)) for one in told.survey.constructs]


def _of_construct(
    card: ExtractCard, asked: Survey, construct: Construct, one: ConstructScore | None
) -> Figure:
    whole = one.whole if one else None
    return Figure(
        definition=_defined(
            survey_score(asked.id, construct.id),
            _("%(survey)s: %(construct)s") % {"survey": asked.name, "construct": _(construct.name)},
            _why(asked),
            asked.version,
        ),
        value=whole.mean.mean if whole and whole.mean else None,
        unit="",
        numerator=None,
        denominator=whole.respondents if whole else None,
        missing=None,
        groups=tuple(_group(group) for group in one.groups) if one else (),
        sentence=one.sentence if one else too_few(construct),
        extract=card,
        small=whole is None,
    )


def _why(survey: Survey) -> str:
    said = _(
        "What staff answered, as a mean over those who answered at least one item of the construct. %(source)s"
    )
    return said % {"source": survey.citation}


def _group(one: GroupScore) -> GroupValue:
    mean = one.score.mean if one.score else None
    many = one.score.respondents if one.score else None
    return GroupValue(one.key, one.label, mean.mean if mean else None, None, many, None, one.score is None)


def _of_change(card: ExtractCard, one: PairedOutcome) -> Figure:
    mean = one.change.change
    try:
        about, version = _(measures.measure(one.measure).why), measures.measure(one.measure).version
    except NotFound:
        about, version = "", ""
    why = _("How those who were asked twice changed between their first and their last answers.")
    return Figure(
        definition=_defined(
            change_score(one.measure, one.score),
            _("Change: %(measure)s") % {"measure": one.label},
            f"{why} {about}".strip(),
            version or "1.0",
        ),
        value=mean.mean if mean else None,
        unit="",
        numerator=None,
        denominator=one.change.paired,
        missing=one.change.once,
        groups=(),
        sentence=one.sentence,
        extract=card,
        small=one.change.paired is None or one.change.hidden,
    )


def _defined(id_: str, title: str, why: str, version: str) -> Definition:
    """What a definition says of a figure, for a score: how it is counted stands in `rules`."""
    plain: dict[str, Any] = dict.fromkeys(
        ("source", "component", "unit", "sentence", "missing_rule", "author", "checked_by"), ""
    )
    return Definition(
        **plain,
        id=id_,
        title=title,
        why=why,
        version=version,
        shape=Shape.RATIO,
        numerator=Count("", ""),
        grouping=(),
        suppress_below=0,
        reviewed_on=dt.date.min,
        order=0,
    )
