"""A case comparison: a row's evidence told apart by stage or by who speaks; what belongs to no case stands for all."""

from collections.abc import Iterable, Sequence

from linkwork.evaluation.portraits.rules.displays.layouts import Split
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, QuoteCard

ALL = ""  # the case of what is said of all of them


def cases(split: Split, found: Iterable[Evidence], order: Sequence[str]) -> list[str]:
    """The cases that any evidence speaks of, in the given order."""
    held = {case for evidence in found for case in by_case(evidence, split)}
    return [case for case in order if case in held]


def by_case(evidence: Evidence, split: Split) -> dict[str, Evidence]:
    """The evidence of each case that has any."""
    quotes: dict[str, list[QuoteCard]] = {}
    figures: dict[str, list[FigureCard]] = {}
    for quote in evidence.quotes:
        quotes.setdefault(case_of(quote, split), []).append(quote)
    for figure in evidence.figures:
        figures.setdefault(case_of(figure, split), []).append(figure)
    return {
        case: Evidence(tuple(quotes.get(case, ())), tuple(figures.get(case, ())))
        for case in {*quotes, *figures}
    }


def case_of(one: QuoteCard | FigureCard, split: Split) -> str:
    """Which case a piece of evidence speaks of: figures by what they are broken down by, passages by their source."""
    if isinstance(one, FigureCard):
        return one.key.group if split is Split.STAGE and one.key.grouping == split else ALL
    match split:
        case Split.STAGE:
            return one.stage
        case Split.GROUP:
            return one.group
        case _:
            return ALL
