"""How a contact went, which was the first, until when it can be taken back, and from when its note is locked."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from uuid import UUID

UNDO_WITHIN = timedelta(minutes=10)
DAY_OF_MINUTES = 24 * 60


@dataclass(frozen=True)
class Encounter:
    """How one contact went, as entered. `minutes` are those with the person; travel and paperwork stand beside them.

    `reached` False is an attempt nobody answered. `marked_first`, `planned`, `linking` and `education` are None where
    nobody said. `accompanied_to` and `partner_present` are plain words, empty where there was neither.
    """

    occurred_at: datetime
    mode: str
    minutes: int | None = None
    minutes_travel: int | None = None
    minutes_admin: int | None = None
    site_id: UUID | None = None
    language: str = ""
    interpreter: bool = False
    reached: bool = True
    marked_first: bool | None = None
    planned: bool | None = None
    accompanied_to: str = ""
    partner_present: str = ""
    linking: bool | None = None
    education: bool | None = None
    topics: tuple[str, ...] = ()
    support_types: tuple[str, ...] = ()


COLUMNS = tuple(
    field.name for field in fields(Encounter) if field.name not in ("topics", "support_types")
)  # what stands in the contact's own row


def two_marks(linking: bool, education: bool) -> tuple[bool | None, bool | None]:
    """The two ticks as marks: where neither is ticked nobody said, which is not the same as no."""
    return (linking, education) if linking or education else (None, None)


def may_undo(author: UUID | None, by: UUID | None, entered_at: datetime, at: datetime) -> bool:
    """Whether what was just entered can still be taken back: by who entered it, for ten minutes."""
    return author is not None and author == by and entered_at <= at <= entered_at + UNDO_WITHIN


def is_locked(entered_on: date, today: date, after_days: int) -> bool:
    """Whether the note can no longer be rewritten, only added to: from `after_days` days after its entry on."""
    return (today - entered_on).days >= after_days


def said(value: object) -> object:
    """A value as the history keeps it: text, number, yes or no."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Collection) and not isinstance(value, str):
        return sorted(str(one) for one in value)
    return value


def differences(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """What changed: the fields that differ, as they were and as they are, in the order of `after`."""
    changed = [name for name, value in after.items() if said(before[name]) != said(value)]
    return {name: said(before[name]) for name in changed}, {name: said(after[name]) for name in changed}


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
