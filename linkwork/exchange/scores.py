"""Scores in words, for pages and papers: change of those asked twice, and what staff say in a survey."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import (
    PairedOutcome,
    SurveyScores,
    not_relevant_words,
    number,
    signed,
)
from linkwork.evaluation.indicators.rules.survey_scores import Score


@dataclass(frozen=True)
class ScoreTable:
    """A table whose first `words` and last `notes` columns hold words, the others numbers; `hides`: any is hidden.

    `untold` says in a sentence what has no row; "" where all has one.
    """

    title: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hides: bool
    words: int = 1
    notes: int = 0
    untold: str = ""


def changes_table(found: Sequence[PairedOutcome]) -> ScoreTable:
    """The change on each score that has one to show; the others in one sentence."""
    told = [one for one in found if one.change.change is not None]
    untold = " · ".join(one.label for one in found if one.change.change is None)
    return ScoreTable(
        title=_("Change of those asked twice"),
        caption=_("Mean change of those asked twice, with better and worse by more than chance"),
        heads=(
            _("Score"),
            *(_("Asked twice"), _("Asked once only")),
            *(_("Mean change"), _("95 % interval")),
            *(_("Better"), _("Neither"), _("Worse")),
        ),
        rows=tuple(_change(one) for one in told),
        hides=any(_hides(one) for one in told),
        untold=_("Too few were asked twice to show a change: %(names)s.") % {"names": untold}
        if untold
        else "",
    )


def survey_table(one: SurveyScores) -> ScoreTable:
    """The constructs of a survey, a column for each group."""
    groups = tuple(group.label for group in one.constructs[0].groups) if one.constructs else ()
    rows = tuple(
        (
            _(found.construct.name),
            _("%(low)s to %(high)s") % {"low": number(found.low), "high": number(found.high)},
            _said(found.whole),
            *(_said(group.score) for group in found.groups),
            not_relevant_words(found.whole) or "–",
        )
        for found in one.constructs
    )
    return ScoreTable(
        title=_("%(survey)s: what staff say") % {"survey": one.survey.name},
        caption=_("Means by construct and group"),
        heads=(_("Construct"), _("Scale"), _("All"), *groups, _("Apart")),
        rows=rows,
        hides=any(
            None in (found.whole, *(group.score for group in found.groups)) for found in one.constructs
        ),
        words=2,
        notes=1,
    )


def respondents_words(one: SurveyScores) -> str:
    """How many answered, and how to read the means."""
    if one.respondents is None:
        return _("Too few answered to show what they said.")
    return _("Respondents: %(n)s. A higher score says that the programme is closer to being normal work.") % {
        "n": number(one.respondents)
    }


def _change(one: PairedOutcome) -> tuple[str, ...]:
    change, mean = one.change, one.change.change
    told = (signed(mean.mean) if mean else "–", "–")
    if mean and mean.interval:
        ends = {"low": signed(mean.interval.low), "high": signed(mean.interval.high)}
        told = (told[0], _("%(low)s to %(high)s") % ends)
    ways = [change.ways.better, change.ways.steady, change.ways.worse] if change.ways else []
    said = [_("few, hidden") if way is None else number(way) for way in ways] or ["–"] * 3
    return (_directed(one), number(change.paired), number(change.once), *told, *said)


def _directed(one: PairedOutcome) -> str:
    if one.lower_is_better is None:
        return one.label
    way = _("lower is better") if one.lower_is_better else _("higher is better")
    return f"{one.label} ({way})"


def _hides(one: PairedOutcome) -> bool:
    return one.change.ways is not None and None in vars(one.change.ways).values()


def _said(found: Score | None) -> str:
    if found is None:
        return _("few, hidden")
    return number(found.mean.mean) if found.mean else "–"
