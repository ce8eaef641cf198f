"""Scores as they may leave: what staff say in a survey, and change of those asked twice. Decided as all figures are.

A mean goes with the number it is of. See `reads.leaving`, `rules.score_counts` and decision 0023.
"""

from collections.abc import Sequence
from dataclasses import replace

from linkwork.core.numbers import nearest
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import whole_and_parts
from linkwork.evaluation.indicators.reads.figures import available, checked_scope
from linkwork.evaluation.indicators.reads.leaving import Counted, hidden_units_of
from linkwork.evaluation.indicators.reads.paired import PairedOutcome, asked_of, outcome
from linkwork.evaluation.indicators.reads.surveys import ConstructScore, SurveyScores, answers_of, scores_of
from linkwork.evaluation.indicators.rules.numbers import Unit
from linkwork.evaluation.indicators.rules.pairs import Change, Ways
from linkwork.evaluation.indicators.rules.score_counts import (
    BETTER,
    PAIRED,
    WORSE,
    answering,
    pair_counts,
    survey_counts,
    survey_figures,
)
from linkwork.evaluation.indicators.rules.score_ids import GROUP
from linkwork.evaluation.indicators.rules.survey_scores import Answer, Score, groups_of
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.regions import Region
from linkwork.instruments.indicators import Grouping
from linkwork.instruments.surveys import survey

SCORE = "score"


def leaving_surveys(viewer: Viewer, card: ExtractCard) -> list[SurveyScores]:
    """As `survey_scores`, as they may leave. Raises NotAllowed, NotFound, Refused."""
    return leaving_surveys_of(card, extracts.released(viewer))


def leaving_surveys_of(card: ExtractCard, released: Sequence[ExtractCard]) -> list[SurveyScores]:
    """As `leaving_surveys`, of extracts that were looked up already."""
    return [_survey(card, released, name) for name in sorted(answers_of(card))]


def leaving_changes(viewer: Viewer, card: ExtractCard) -> list[PairedOutcome]:
    """As `paired_outcomes`, as they may leave. Raises NotAllowed, NotFound, Refused."""
    return leaving_changes_of(card, extracts.released(viewer))


def leaving_changes_of(card: ExtractCard, released: Sequence[ExtractCard]) -> list[PairedOutcome]:
    """As `leaving_changes`, of extracts that were looked up already."""
    asked = asked_of(card)
    if not asked:
        return []
    hidden = hidden_units_of(card, released, SCORE, _count_pairs)
    return [_change(outcome(*key, rows), hidden, card.base) for key, rows in sorted(asked.items())]


def _survey(card: ExtractCard, released: Sequence[ExtractCard], name: str) -> SurveyScores:
    alike = [one for one in released if one.origin == card.origin]
    hidden = hidden_units_of(card, alike, f"{GROUP} {name}", lambda one: _count_survey(one, name))
    told = scores_of(survey(name), answers_of(card)[name])
    if (name, "", "") in hidden:
        return replace(told, respondents=None, small=True, constructs=())
    shown = tuple(_construct(one, name, hidden, card.base) for one in told.constructs)
    return replace(told, respondents=_rough(told.respondents, card.base), small=False, constructs=shown)


def _construct(one: ConstructScore, name: str, hidden: frozenset[Unit], base: int) -> ConstructScore:
    figure = answering(survey(name), one.construct.id)
    if (figure, "", "") in hidden or one.whole is None:
        return one.without()
    few = {kind for kind in one.whole.not_relevant if (f"{figure} {kind}", "", "") in hidden}
    groups = tuple(
        replace(group, score=None)
        if group.score is None or {(figure, GROUP, group.key), (name, GROUP, group.key)} & hidden
        else replace(group, score=_plain(group.score, base))
        for group in one.groups
    )
    apart = {
        kind: None if kind in few else _rough(often, base) for kind, often in one.whole.not_relevant.items()
    }
    return one.told(replace(_plain(one.whole, base), not_relevant=apart), groups)


def _plain(found: Score, base: int) -> Score:
    """Without what could be taken off: how often an item was answered gives away how often it was not relevant."""
    return replace(
        found, respondents=nearest(found.respondents, base) if base else found.respondents,
        answered=None, not_relevant={}, empty=None,
    )  # fmt: skip


def _rough(value: int | None, base: int) -> int | None:
    return nearest(value, base) if base and value is not None else value


def _count_survey(card: ExtractCard, name: str) -> Counted:
    answers: Sequence[Answer] = answers_of(card).get(name, [])
    asked, days = survey(name), [one.day for one in answers]
    region = Region(min(days), max(days), of_staff=True) if days else None
    whole = survey_counts(asked, {"": answers}, kinds=True)
    parts = survey_counts(asked, groups_of(answers), kinds=False)
    return Counted(card, survey_figures(asked, answers), ({"": whole}, {GROUP: parts}), name, region)


def _count_pairs(card: ExtractCard) -> Counted:
    """The whole and each measure as all figures count them; below these each score."""
    found, scope = available(card), checked_scope(card, Grouping.MEASURE)
    whole, measures = whole_and_parts(card, found, scope)
    scores = pair_counts({" ".join(key): rows for key, rows in asked_of(card).items()})
    return Counted(card, found, ({"": whole}, {Grouping.MEASURE.value: measures}, {SCORE: scores}))


def _change(one: PairedOutcome, hidden: frozenset[Unit], base: int) -> PairedOutcome:
    key = f"{one.measure} {one.score}"
    if (PAIRED, SCORE, key) in hidden:
        return one.told(Change(None, None, None, None, None, None, hidden=True))
    change, ways = one.change, one.change.ways
    if ways is not None:
        better = None if (BETTER, SCORE, key) in hidden else _rough(ways.better, base)
        worse = None if (WORSE, SCORE, key) in hidden else _rough(ways.worse, base)
        steady = None if better is None or worse is None else _rough(ways.steady, base)
        ways = Ways(better, steady, worse)
    rough = replace(change, asked=_rough(change.asked, base), paired=_rough(change.paired, base), ways=ways)
    return one.told(rough)
