"""What a practice room hands to an extract: typed rows, streamed, each column with its privacy class.

A room's `facts.py` offers `TABLES`, a tuple of FactTable. Only `extracts` may import it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.core.days import Days
from linkwork.core.privacy import EXTRACTABLE, PrivacyClass


class ColumnKind(StrEnum):
    """The types an extract knows. Ids become keyed pseudonyms (text); days become ISO dates."""

    ID = "id"
    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"


PERSON = "person_id"  # the column that says whose row it is


@dataclass(frozen=True)
class Column:
    """One column. `why` says what figure needs it. A class that may not cross the wall raises ValueError at import.

    `days` may be declared of a day: MONTH keeps it to the month in every extract. Where nothing is declared a day
    about a person (class "personal") leaves as exactly as the extract was asked for, and any other as it was.
    `tells_day` marks an id that leads to a row of another table with an exact day: it stays behind where a person's
    days are not exact.
    """

    name: str
    kind: ColumnKind
    privacy: PrivacyClass
    why: str
    days: Days | None = None
    tells_day: bool = False

    def __post_init__(self) -> None:
        if self.privacy not in EXTRACTABLE:
            raise ValueError(f"{self.name} is {self.privacy}: it may not cross the wall.")
        if self.days is not None and self.kind is not ColumnKind.DAY:
            raise ValueError(f"{self.name} is no day: it cannot be declared {self.days}.")
        if self.days in (Days.EXACT, Days.SHIFTED) and self.privacy is PrivacyClass.PERSONAL:
            raise ValueError(f"{self.name} is a day about a person: how exact it is, the extract decides.")
        if self.tells_day and self.kind is not ColumnKind.ID:
            raise ValueError(f"{self.name} is no id: it leads to no day.")


@dataclass(frozen=True)
class FactTable:
    """`rows(programme_id)` yields tuples in the order of `columns`, streamed from the database; None is missing."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[UUID], Iterator[tuple[object, ...]]]
