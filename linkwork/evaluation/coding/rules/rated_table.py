"""A table of ratings from elsewhere, line by line: what its signs mean, and which construct a line names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linkwork.core.text import fold
from linkwork.evaluation.coding.rules.scores import HIGHEST, LOWEST, Mark, Verdict

MIXED = {"m", "mix", "mixed", "0m", "m0", "0±", "±", "0 mixed"}
MISSING = {"", ".", "-", "–", "—", "missing", "na", "n/a", "not discussed"}
FLAGS = {
    "strong": Verdict.STRONG,
    "strongly": Verdict.STRONG,
    "**": Verdict.STRONG,
    "weak": Verdict.WEAK,
    "weakly": Verdict.WEAK,
    "*": Verdict.WEAK,
    "mixed": Verdict.MIXED,
    "none": Verdict.MIXED,
    "no": Verdict.MIXED,
    "insufficient": Verdict.INSUFFICIENT,
    "i": Verdict.INSUFFICIENT,
}
_ASIDE = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"\w+")
_SMALL = {"and", "of", "to", "the", "with", "about", "in", "for"}

Given = tuple[Mark, int | None]


@dataclass(frozen=True)
class RatedLine:
    """One construct (frame, construct) with its settled rating for each case, and the analyst's flag, if any."""

    construct: tuple[str, str]
    given: tuple[Given, ...]
    flag: Verdict | None


def given(text: str) -> Given | None:
    """What a cell says: -2 to +2, mixed or missing; None where it is none of them."""
    said = fold(text).replace("\u2212", "-").replace(" ", "")
    if said in MISSING or fold(text) in MISSING:
        return Mark.MISSING, None
    if said in MIXED or fold(text) in MIXED:
        return Mark.MIXED, 0
    number = re.fullmatch(r"([+-]?\d)(\.0)?", said)
    value = int(number.group(1)) if number else None
    return (Mark.RATED, value) if value is not None and LOWEST <= value <= HIGHEST else None


def flag(text: str, own: Mapping[str, Verdict], both_sides: bool) -> Verdict | None:
    """What the column of flags says; None where its word is not known.

    Left empty it is a decision too: no pattern, or too little known where one side of the cases has no value.
    `own` are this table's own words for it.
    """
    said = fold(text)
    if not said:
        return Verdict.MIXED if both_sides else Verdict.INSUFFICIENT
    return own.get(said) or FLAGS.get(said)


def named(text: str, constructs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The constructs (id, name) a line can mean: the one of that name or id, else those that hold all its words."""
    offered = list(constructs)
    asked = fold(_ASIDE.sub(" ", text))
    same = [one for one in offered if asked in (fold(one[1]), one[0])]
    if same:
        return same[:1]
    words = _words(asked)
    return [one for one in offered if words and words <= _words(fold(one[1]))]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text)) - _SMALL
