"""What a practice room hands to an extract: typed rows, streamed, each column with its privacy class.

A room's `facts.py` offers `TABLES`, a tuple of FactTable. Only `extracts` may import it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.core.privacy import EXTRACTABLE, PrivacyClass


class ColumnKind(StrEnum):
    """The types an extract knows. Ids become keyed pseudonyms (text); days become ISO dates."""

    ID = "id"
    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True)
class Column:
    """One column. `why` says what figure needs it. A class that may not cross the wall raises ValueError at import."""

    name: str
    kind: ColumnKind
    privacy: PrivacyClass
    why: str

    def __post_init__(self) -> None:
        if self.privacy not in EXTRACTABLE:
            raise ValueError(f"{self.name} is {self.privacy}: it may not cross the wall.")


@dataclass(frozen=True)
class FactTable:
    """`rows(programme_id)` yields tuples in the order of `columns`, streamed from the database; None is missing."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[UUID], Iterator[tuple[object, ...]]]
