"""What an import did, row by row."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Fate(StrEnum):
    """What became of one record."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REPEATED = "repeated"  # the file says the same thing twice


@dataclass(frozen=True)
class Imported:
    """One record's fate. `fields`: which of its fields changed."""

    row: int
    name: str
    fate: Fate
    service_id: UUID
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportReport:
    """Every record's fate, in the order of the file. `kept`: (row, field) where a correction made here is newer."""

    imported: tuple[Imported, ...]
    kept: tuple[tuple[int, str], ...] = ()

    def count(self, fate: Fate) -> int:
        """How many records met this fate."""
        return sum(one.fate is fate for one in self.imported)
