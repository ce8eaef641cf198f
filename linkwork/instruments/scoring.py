"""What do these answers come to? The one place where measures are scored; plain numbers in, plain numbers out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from linkwork.core.numbers import rounded
from linkwork.instruments.measures.shapes import FlagKind, Measure, ScoreRule

Answers = Mapping[str, int]  # item id: the score of the choice taken; what was not answered is not there


@dataclass(frozen=True)
class Score:
    """One score. `value` is None, and `band` empty, where more answers are missing than the rule allows."""

    id: str
    value: Decimal | None
    band: str
    answered: int
    missing: int


@dataclass(frozen=True)
class Flag:
    """An answer that asks for a next step now."""

    item: str
    kind: FlagKind


@dataclass(frozen=True)
class Scored:
    """All scores of one answering, in the order of the measure, and what asks for a next step."""

    scores: tuple[Score, ...]
    flags: tuple[Flag, ...]


def faults(measure: Measure, answers: Answers) -> dict[str, str]:
    """Item id: "unknown" or "not_offered", for each answer that this measure does not have; empty where all is well."""
    found = {}
    known = {item.id for item in measure.items}
    for item_id, value in answers.items():
        if item_id not in known:
            found[item_id] = "unknown"
        elif isinstance(value, bool) or value not in measure.scores_of(item_id):
            found[item_id] = "not_offered"
    return found


def score(measure: Measure, answers: Answers) -> Scored:
    """Score one answering. Raises ValueError for an answer the measure does not have."""
    if wrong := faults(measure, answers):
        raise ValueError(f"{measure.id} has no such answers: {', '.join(sorted(wrong))}.")
    flags = (
        Flag(rule.item, rule.kind)
        for rule in measure.flags
        if rule.item in answers and answers[rule.item] >= rule.at_least
    )
    return Scored(tuple(_one(rule, answers) for rule in measure.scores), tuple(flags))


def _one(rule: ScoreRule, answers: Answers) -> Score:
    given = [answers[item] for item in rule.items if item in answers]
    missing = len(rule.items) - len(given)
    if not given or missing > rule.may_miss:
        return Score(rule.id, None, "", len(given), missing)
    raw = int(rounded(Fraction(sum(given) * len(rule.items), len(given)), 0))
    value = counted(rule, raw)
    return Score(rule.id, value, band_of(rule, value), len(given), missing)


def counted(rule: ScoreRule, raw: int) -> Decimal:
    """The score of a raw sum. Raises ValueError where the conversion table does not have it."""
    if not rule.table:
        return Decimal(raw * rule.multiply + rule.add)
    if raw not in rule.table:
        raise ValueError(f"The table of {rule.id} has no value for {raw}.")
    return rule.table[raw]


def band_of(rule: ScoreRule, value: Decimal) -> str:
    """The code of the band a score falls into; empty where the rule has none."""
    reached = [band for band in rule.bands if band.low <= value]
    return max(reached, key=lambda band: band.low).code if reached else ""
