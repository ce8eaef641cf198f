"""What would be different today? A frozen row held against the same row as coding and figures have it now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.evaluation.portraits.rules.evidence import FigureCard, FigureKey, QuoteCard


class Change(StrEnum):
    """What became of a piece of evidence."""

    FIGURE = "figure"  # it says something else today
    NO_FIGURE = "no_figure"  # it cannot be told from today's extract
    REMOVED = "removed"  # the coding was taken back
    WITHHELD = "withheld"  # the consent to quote has ended
    QUOTABLE = "quotable"  # it was withheld, and may be quoted now
    RECODED = "recoded"  # it carries other codes or another valence


@dataclass(frozen=True)
class Different:
    """One difference. `then` and `now` are what to show of each; words without consent are in neither."""

    change: Change
    title: str
    then: str
    now: str


def differences(
    quotes: Sequence[QuoteCard],
    figures: Sequence[FigureCard],
    quotes_now: Mapping[UUID, QuoteCard],
    figures_now: Mapping[FigureKey, FigureCard],
) -> list[Different]:
    """All of one row: figures first."""
    found = [_figure(one, figures_now[one.key]) for one in figures if one.key in figures_now]
    found += [_quote(one, quotes_now[one.coding_id]) for one in quotes]
    return [one for one in found if one is not None]


def _figure(then: FigureCard, now: FigureCard) -> Different | None:
    if now.problem:
        return None if then.problem else Different(Change.NO_FIGURE, then.title, then.sentence, now.problem)
    same = (then.value, then.numerator, then.denominator, then.hidden) == (
        now.value,
        now.numerator,
        now.denominator,
        now.hidden,
    )
    return None if same else Different(Change.FIGURE, now.title, then.sentence, now.sentence)


def _quote(then: QuoteCard, now: QuoteCard) -> Different | None:
    if now.removed:
        return None if then.removed else Different(Change.REMOVED, then.source_title, "", "")
    if now.withheld != then.withheld:
        change = Change.WITHHELD if now.withheld else Change.QUOTABLE
        return Different(change, now.source_title, "", "")
    if (set(then.codes), then.valence) != (set(now.codes), now.valence):
        return Different(Change.RECODED, now.source_title, ", ".join(then.codes), ", ".join(now.codes))
    return None
