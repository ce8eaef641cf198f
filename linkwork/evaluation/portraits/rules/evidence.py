"""Evidence as plain values: a quotation that may be shown or is withheld, a figure of a dated extract, or neither."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from linkwork.evaluation.indicators.rules.score_ids import of_staff


@dataclass(frozen=True)
class FigureKey:
    """Which figure: an indicator of an extract, whole (both empty) or for one group of a grouping.

    `wave`: the id of the extract of a survey of staff, which a score of staff comes from; empty for all others, which
    come from the extract of what they stand in.
    """

    indicator: str
    grouping: str = ""
    group: str = ""
    wave: str = ""

    def __str__(self) -> str:
        text = "/".join((self.indicator, self.grouping, self.group))
        return f"{text}@{self.wave}" if self.wave else text

    def of(self, extract_id: UUID | None) -> UUID | None:
        """The extract it comes from, where it stands in something whose figures come from `extract_id`."""
        return UUID(self.wave) if self.wave else extract_id


def linked_key(indicator: str, grouping: str, group: str, extract_id: UUID | None) -> FigureKey:
    """The key of a link that says its extract."""
    wave = str(extract_id) if extract_id and of_staff(indicator) else ""
    return FigureKey(indicator, grouping, group, wave)


def figure_key(text: str) -> FigureKey | None:
    """The key written as "indicator/grouping/group", with "@" and the extract for a score of staff; None for others."""
    has_wave = of_staff(text.partition("/")[0]) and "@" in text
    said, _at, wave = text.rpartition("@") if has_wave else (text, "", "")
    parts = said.split("/", 2)
    if len(parts) != 3 or not parts[0] or bool(parts[1]) != bool(parts[2]):
        return None
    try:
        return FigureKey(parts[0], parts[1], parts[2], str(UUID(wave)) if has_wave else "")
    except ValueError:
        return None


@dataclass(frozen=True)
class QuoteCard:
    """A coded passage. `text` is empty where the source gave no consent to be quoted (`withheld`).

    `removed`: the coder has taken the coding back since it was linked. `source_hash` is of the text's version,
    in which it goes from `start` to `end` (code points; both 0 where nobody knows any more).
    """

    coding_id: UUID
    source_id: UUID
    source_title: str
    source_kind: str
    source_hash: str
    language: str
    direction: str
    group: str
    stage: str
    text: str
    withheld: bool
    removed: bool
    codes: tuple[str, ...]
    valence: str
    coder: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class FigureCard:
    """A figure with where it comes from. `sentence` says it in words; `value` is in `unit`, None where there is none.

    `hidden`: one group, too small to be shown. `small`: it may be shown inside the programme, but not outside.
    `problem`: why it can no longer be computed, a sentence; empty while it can.
    """

    extract_id: UUID
    extract_name: str
    extract_hash: str
    taken_at: dt.datetime
    key: FigureKey
    title: str
    version: str
    definition: str
    value: Decimal | None
    unit: str
    numerator: int | None
    denominator: int | None
    missing: int
    group_label: str
    sentence: str
    hidden: bool = False
    small: bool = False
    problem: str = ""


@dataclass(frozen=True)
class Evidence:
    """What a statement or a row rests on."""

    quotes: tuple[QuoteCard, ...] = ()
    figures: tuple[FigureCard, ...] = ()

    @property
    def is_opinion(self) -> bool:
        """Whether nothing is linked: the statement then says so."""
        return not self.quotes and not self.figures

    @property
    def gone(self) -> int:
        """How much of it can no longer be shown: no consent to quote, a coding taken back, a figure that is lost."""
        return sum(one.withheld or one.removed for one in self.quotes) + sum(
            bool(one.problem) for one in self.figures
        )

    @property
    def nothing_left(self) -> bool:
        """Whether something was linked, and none of it stands any more."""
        return (
            not self.is_opinion
            and all(one.removed for one in self.quotes)
            and all(one.problem for one in self.figures)
        )


def for_outside(card: FigureCard) -> FigureCard:
    """The figure as it may leave the programme: a small one is hidden, numbers, sentence and all."""
    if not (card.small or card.hidden) or card.problem:
        return card
    return dataclasses.replace(
        card, value=None, numerator=None, denominator=None, missing=0, sentence="", hidden=True, small=True
    )


def without_names(text: str, names: Iterable[str]) -> tuple[str, int]:
    """`text` with each of `names` (and each of its parts of three letters or more) left out; how many were.

    Parts count only where written as in the name, so that "marsh" beside the river stays.
    """
    parts = {part for name in names for part in [name, *name.split()] if len(part) >= 3}
    if not parts:
        return text, 0
    longest_first = sorted(parts, key=len, reverse=True)
    found = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(part) for part in longest_first) + r")(?!\w)")
    return found.subn("[…]", text)
