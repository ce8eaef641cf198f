"""Which contact was the first: as the worker marked it, and as the record says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Mark:
    """What is needed of one contact. `marked_first` is None where nobody marked it."""

    contact_id: UUID
    case_id: UUID
    occurred_at: datetime
    marked_first: bool | None


@dataclass(frozen=True)
class Disagreement:
    """A contact whose mark and whose place in the record differ. Neither is changed."""

    contact_id: UUID
    case_id: UUID
    occurred_at: datetime
    marked_first: bool
    derived_first: bool


def first_contacts(marks: Iterable[Mark]) -> set[UUID]:
    """The earliest contact of each case; of two at the same moment, the one entered first (ids sort by time)."""
    first: dict[UUID, Mark] = {}
    for mark in marks:
        held = first.get(mark.case_id)
        if held is None or (mark.occurred_at, mark.contact_id) < (held.occurred_at, held.contact_id):
            first[mark.case_id] = mark
    return {mark.contact_id for mark in first.values()}


def disagreements(marks: Iterable[Mark]) -> list[Disagreement]:
    """Marked contacts that the record sees otherwise, in order of time. Unmarked ones cannot disagree."""
    known = list(marks)
    first = first_contacts(known)
    found = [
        Disagreement(m.contact_id, m.case_id, m.occurred_at, m.marked_first, m.contact_id in first)
        for m in known
        if m.marked_first is not None and m.marked_first != (m.contact_id in first)
    ]
    return sorted(found, key=lambda each: (each.occurred_at, each.contact_id))
