"""What staff say in a survey: scores by construct of NPT and by group."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import looked_up_once
from linkwork.evaluation.indicators.engine import Engine
from linkwork.evaluation.indicators.reads.figures import scope_of
from linkwork.evaluation.indicators.reads.telling import interval_words, number
from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Scope, Span
from linkwork.evaluation.indicators.rules.survey_scores import Answer, Score, groups_of, hidden, people, score
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.surveys import Construct, Survey, survey

TABLE = "survey_answers"


@dataclass(frozen=True)
class GroupScore:
    """One group's score; None where the group is hidden because it is small, or another would be worked out."""

    key: str
    label: str
    score: Score | None


@dataclass(frozen=True)
class ConstructScore:
    """One construct: everybody's score, each group's, and everybody's in a sentence. `low` to `high` is the scale.

    Where it may not leave `whole` is None, and the sentence says so.
    """

    construct: Construct
    low: int
    high: int
    whole: Score | None
    groups: tuple[GroupScore, ...]
    sentence: str

    def told(self, whole: Score, groups: tuple[GroupScore, ...]) -> "ConstructScore":
        """The same with these scores."""
        said = _sentence(self.construct, whole, self.low, self.high)
        return replace(self, whole=whole, groups=groups, sentence=said)

    def without(self) -> "ConstructScore":
        """The same with no score at all."""
        groups = tuple(replace(one, score=None) for one in self.groups)
        return replace(self, whole=None, groups=groups, sentence=too_few(self.construct))


def too_few(construct: Construct) -> str:
    """What is said where the score of a construct may not leave."""
    return _("%(name)s: too few answered to show it.") % {"name": _(construct.name)}


@dataclass(frozen=True)
class SurveyScores:
    """A survey of one extract. `small`: so few answered that it must not leave the programme."""

    survey: Survey
    respondents: int | None
    small: bool
    constructs: tuple[ConstructScore, ...]


def survey_scores(viewer: Viewer, extract_id: UUID, span: Span = ALWAYS) -> list[SurveyScores]:
    """The scores of each survey in an extract, from the answers of these days; empty where it holds none.

    Raises NotAllowed, NotFound; Refused where the files were changed or the days cannot be told.
    """
    return survey_scores_of(extracts.extract(viewer, extract_id), span)


def survey_scores_of(card: ExtractCard, span: Span = ALWAYS) -> list[SurveyScores]:
    """As `survey_scores`, of an extract that was looked up already."""
    found = answers_of(card, span)
    return [scores_of(survey(name), answers) for name, answers in sorted(found.items())]


def answers_of(card: ExtractCard, span: Span = ALWAYS) -> dict[str, list[Answer]]:
    """The answers of these days by survey; none where the extract holds none. Raises as `survey_scores` does."""
    if TABLE not in card.rows:
        return {}
    scope = scope_of(card, span)
    return looked_up_once(card, f"{TABLE} {scope}", lambda engine: _answers(engine, scope))


def _answers(engine: Engine, scope: Scope) -> dict[str, list[Answer]]:
    rows = engine.rows(engine.table(TABLE))
    found: dict[str, list[Answer]] = {}
    for row in rows:
        day = row["answered_on"]
        if (scope.since and day < scope.since) or (scope.until and day > scope.until):
            continue
        one = Answer(
            row["respondent_id"], row["group"] or "", row["item"], row["value"], row["not_relevant"], day
        )
        found.setdefault(row["instrument"], []).append(one)
    return found


def scores_of(asked: Survey, answers: list[Answer]) -> SurveyScores:
    """The scores of one survey."""
    groups = groups_of(answers)
    secret = hidden({name: people(own) for name, own in groups.items()})
    return SurveyScores(
        asked,
        people(answers),
        people(answers) < SMALLEST_SHOWN,
        tuple(_construct(one, answers, groups, secret) for one in asked.constructs),
    )


def _construct(
    one: Construct, answers: list[Answer], groups: dict[str, list[Answer]], secret: frozenset[str]
) -> ConstructScore:
    whole = score(one, answers)
    scores = {name: score(one, own) for name, own in groups.items()}
    secret |= hidden({name: found.respondents for name, found in scores.items()})
    parts = tuple(
        GroupScore(name, name or _("Not stated"), None if name in secret else found)
        for name, found in scores.items()
    )
    low, high = one.items[0].low, one.items[0].high
    return ConstructScore(one, low, high, whole, parts, _sentence(one, whole, low, high))


def _sentence(one: Construct, found: Score, low: int, high: int) -> str:
    if found.mean is None:
        return _("Nobody answered what belongs to “%(name)s”.") % {"name": _(one.name)}
    said = _("%(name)s: %(mean)s on a scale from %(low)s to %(high)s; respondents: %(n)s.") % {
        "name": _(one.name),
        "mean": number(found.mean.mean),
        "low": number(low),
        "high": number(high),
        "n": number(found.respondents),
    }
    sure = interval_words(found.mean.interval)
    return f"{said} {sure}" if sure else said


def not_relevant_words(found: Score | None) -> str:
    """How often each kind of “not relevant” was chosen, and how much was left empty; empty where neither."""
    if found is None:
        return ""
    kinds = {
        "role": _("not relevant to the role"),
        "stage": _("not relevant at this stage"),
        "intervention": _("not relevant to the programme"),
    }
    often = sorted(found.not_relevant.items())
    said = [f"{kinds[kind]}: {_('few, hidden') if n is None else number(n)}" for kind, n in often]
    if found.empty:
        said.append(_("left empty: %(n)s") % {"n": number(found.empty)})
    return " · ".join(said)
