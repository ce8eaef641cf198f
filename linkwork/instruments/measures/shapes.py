"""What a measure is made of. Plain values, read from files and never changed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Better(StrEnum):
    """Which way things get better."""

    LOWER = "lower"
    HIGHER = "higher"


class FlagKind(StrEnum):
    """What an answer may ask of the worker at once."""

    SAFEGUARDING = "safeguarding"


@dataclass(frozen=True)
class Item:
    """One question; `choices` names the list of scores it may be answered with."""

    id: str
    choices: str


@dataclass(frozen=True)
class Wording:
    """The words of a measure in one language. `official` False is a translation nobody has tested.

    `choices` has a text for each score, in the same order. `ends` (low, high) belong to long scales of numbers.
    """

    language: str
    official: bool
    source: str
    address: str
    intro: str
    items: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Band:
    """A named part of a score's range, both ends included. `label` is shown through gettext."""

    code: str
    low: Decimal
    high: Decimal
    label: str


@dataclass(frozen=True)
class Reliable:
    """From how many points on a change is more than the measure's own noise, and who says so."""

    points: Decimal
    source: str


@dataclass(frozen=True)
class ScoreRule:
    """How one score comes from the answers: their sum, times `multiply`, plus `add`, then looked up in `table`.

    Up to `may_miss` answers may be missing: the mean of the others stands in for them. None of this is guessed: where
    the source's rule was not read, `may_miss` is nought and a score with a gap is not given.
    """

    id: str
    label: str
    items: tuple[str, ...]
    lowest: Decimal
    highest: Decimal
    better: Better
    may_miss: int
    multiply: int
    add: int
    table: Mapping[int, Decimal]
    bands: tuple[Band, ...]
    bands_source: str
    reliable: Reliable | None


@dataclass(frozen=True)
class FlagRule:
    """From this score on, the answer to `item` asks for a next step."""

    item: str
    at_least: int
    kind: FlagKind


@dataclass(frozen=True)
class Vector:
    """Answers in the order of the items (None for none), and what the source gives for them: score: (value, band)."""

    source: str
    answers: tuple[int | None, ...]
    scores: Mapping[str, tuple[Decimal | None, str]]


@dataclass(frozen=True)
class Measure:
    """One measure. `usable` is False for a slot nobody has filled: it has no items, wordings or scores.

    `title` and `why` are for workers; `words` is what the person reads above the questions instead of a short name.
    """

    id: str
    version: str
    title: str
    why: str
    source: str
    addresses: tuple[str, ...]
    licence: str
    holder: str
    author: str
    reviewed_on: dt.date
    ships: bool
    hint: str = ""
    licence_reference: str = ""
    words: str = ""
    recall: str = ""
    choices: Mapping[str, tuple[int, ...]] | None = None
    items: tuple[Item, ...] = ()
    wordings: tuple[Wording, ...] = ()
    scores: tuple[ScoreRule, ...] = ()
    flags: tuple[FlagRule, ...] = ()
    vectors: tuple[Vector, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether it can be asked here."""
        return bool(self.items)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be asked in."""
        return tuple(one.language for one in self.wordings)

    def scores_of(self, item_id: str) -> tuple[int, ...]:
        """The scores an item may be answered with, in the order of its choices. Raises KeyError for no item of it."""
        item = next((one for one in self.items if one.id == item_id), None)
        if item is None or self.choices is None:
            raise KeyError(item_id)
        return self.choices[item.choices]

    def wording(self, language: str) -> Wording:
        """The words in this language ("fr-ca" falls back to "fr"), else those of its first language."""
        for wanted in (language, language.split("-")[0]):
            for one in self.wordings:
                if one.language == wanted:
                    return one
        return self.wordings[0]

    def rule(self, score_id: str) -> ScoreRule | None:
        """How this score is counted; None where this version has no such score."""
        return next((one for one in self.scores if one.id == score_id), None)

    def with_wording(self, wording: Wording) -> "Measure":
        """The same measure with one more language; the deployment's words take the place of earlier ones."""
        others = tuple(one for one in self.wordings if one.language != wording.language)
        return replace(self, wordings=(*others, wording))
