"""What is a rating of a construct, when does it ask for a second look, and which constructs tell cases apart?

A rating runs from -2 (hinders strongly) to +2 (helps strongly). 0 is neutral; "mixed" is also 0 but says that help and
hindrance stand against each other; "missing" is no value at all. Source of the scale: Damschroder and Lowery 2013,
Implementation Science 8:51, table 2. The rules that suggest a flag or a verdict are settings; the analyst decides.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from linkwork.evaluation.coding.rules.edges import strength

LOWEST, HIGHEST = -2, 2


class Telling(StrEnum):
    """By what rule a verdict is suggested."""

    MEANS = "means"  # how far the means of the better and the worse cases lie apart
    EDGES = "edges"  # how far their nearest cases lie apart (see `edges`)


class Mark(StrEnum):
    """What kind of answer a rating is."""

    RATED = "rated"
    MIXED = "mixed"
    MISSING = "missing"


class Flag(StrEnum):
    """Why somebody should look again."""

    APART = "apart"  # the raters lie far apart
    NO_EVIDENCE = "no_evidence"  # a value without a passage
    FEW_SOURCES = "few_sources"  # a strong value on few sources


class Verdict(StrEnum):
    """Whether a construct tells the cases with a better outcome from the others."""

    STRONG = "strong"
    WEAK = "weak"
    MIXED = "mixed"  # no pattern
    INSUFFICIENT = "insufficient"  # too little is known


class CaseKind(StrEnum):
    """What the cases of a sheet are."""

    PROGRAMME = "programme"
    SITE = "site"
    STAGE = "stage"
    GROUP = "group"
    SOURCE = "source"


@dataclass(frozen=True)
class Score:
    """One rating. `sources` is on how many different sources its evidence lies."""

    mark: Mark
    value: int | None
    sources: int = 0
    evidence: int = 0


@dataclass(frozen=True)
class Settings:
    """When to look again, and what tells cases apart. What the gaps lie between is for `rule` (a `Telling`) to say."""

    apart: int = 2
    strong: int = 2
    few: int = 2
    strong_gap: float = 2.0
    weak_gap: float = 1.0
    enough: float = 0.5
    rule: str = Telling.MEANS.value


USUAL = Settings()
BY_STRENGTH = (Verdict.MIXED, Verdict.WEAK, Verdict.STRONG)


def fits(mark: Mark, value: int | None) -> bool:
    """Whether mark and value belong together."""
    if mark is Mark.RATED:
        return value is not None and LOWEST <= value <= HIGHEST
    return value == (0 if mark is Mark.MIXED else None)


def flags(raters: Collection[Score], settled: Score | None, settings: Settings = USUAL) -> list[Flag]:
    """What suggests a second look at one cell: its raters' scores, and the consensus where there is one."""
    found = []
    values = [one.value for one in raters if one.value is not None]
    if settled is None and len(values) > 1 and max(values) - min(values) >= settings.apart:
        found.append(Flag.APART)
    looked_at = [settled] if settled else list(raters)
    given = [one for one in looked_at if one.value is not None]
    if any(not one.evidence for one in given):
        found.append(Flag.NO_EVIDENCE)
    if any(abs(one.value or 0) >= settings.strong and 0 < one.sources < settings.few for one in given):
        found.append(Flag.FEW_SOURCES)
    return found


def verdict(scores: Sequence[Score | None], upper: int, settings: Settings = USUAL) -> Verdict:
    """What the ratings suggest about one construct; `scores` by case, the best outcome first, `upper` of them high.

    Insufficient: in the upper or in the lower cases fewer than `enough` have a value. Strong: the means lie
    `strong_gap` apart and no upper case lies among the lower ones. Weak: the means lie `weak_gap` apart. Otherwise
    mixed. The rule of edges asks for one value on each side and otherwise goes by `edges.strength`. Raises ValueError
    where one side has no cases.
    """
    if not 0 < upper < len(scores):
        raise ValueError("There must be cases on both sides.")
    high, low = (
        [one.value for one in side if one is not None and one.value is not None]
        for side in (scores[:upper], scores[upper:])
    )
    sides = ((high, upper), (low, len(scores) - upper))
    enough = 0.0 if settings.rule == Telling.EDGES else settings.enough
    if any(not values or len(values) < enough * cases for values, cases in sides):
        return Verdict.INSUFFICIENT
    if settings.rule == Telling.EDGES:
        return BY_STRENGTH[strength(high, low, settings.strong_gap, settings.weak_gap)]
    gap = abs(sum(high) / len(high) - sum(low) / len(low))
    if gap >= settings.strong_gap and (min(high) > max(low) or max(high) < min(low)):
        return Verdict.STRONG
    return Verdict.WEAK if gap >= settings.weak_gap else Verdict.MIXED
