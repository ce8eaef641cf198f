"""Asking the trail: is the chain whole, what happened to a row, who looked at a person."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.trail.models import AccessRow, ActionRow, Head
from linkwork.trail.rules import Entry, first_break


@dataclass(frozen=True)
class Step:
    """One action as a page or a test may show it."""

    at: dt.datetime
    what: str
    about: str
    about_id: UUID | None
    kind: str
    actor_id: UUID | None
    detail: dict[str, object]


@dataclass(frozen=True)
class Look:
    """One look at a person's record."""

    at: dt.datetime
    page: str
    kind: str
    actor_id: UUID | None


@dataclass(frozen=True)
class Chain:
    """How one programme's chain stands: `broken_at` is the first step that does not hold, None when it is whole."""

    programme_id: UUID
    length: int
    broken_at: int | None


def chains(viewer: Viewer) -> list[Chain]:
    """Check every chain from its first row. For the operator; reads the whole trail in order."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed("Only the operator checks the whole trail.")
    return [_chain(head) for head in Head.objects.order_by("programme_id")]


def _chain(head: Head) -> Chain:
    broken = first_break(_entries(head.programme_id))
    last = (
        ActionRow.objects.filter(programme_id=head.programme_id, sequence=head.sequence)
        .values_list("hash")
        .first()
    )
    if broken is None and head.sequence and (last is None or last[0] != head.hash):
        broken = head.sequence
    return Chain(head.programme_id, head.sequence, broken)


def _entries(programme_id: UUID) -> Iterator[tuple[Entry, str]]:
    for row in ActionRow.objects.filter(programme_id=programme_id).order_by("sequence").iterator():
        yield (
            Entry(
                row.sequence,
                row.programme_id,
                row.kind,
                row.actor_id,
                row.at,
                row.what,
                row.about,
                row.about_id,
                row.detail,
            ),
            row.hash,
        )


def steps_about(viewer: Viewer, about_id: UUID) -> list[Step]:
    """What was done to one row, oldest first. For managers and administrators of its programme."""
    _check_may_read(viewer)
    rows = ActionRow.objects.filter(programme_id=viewer.programme, about_id=about_id).order_by("sequence")
    return [Step(r.at, r.what, r.about, r.about_id, r.kind, r.actor_id, r.detail) for r in rows]


def looks_at(
    viewer: Viewer, person_id: UUID, also: Collection[UUID] = (), most: int | None = None
) -> list[Look]:
    """Who opened this person's record, newest first. For managers and administrators of its programme.

    `also` are the ids of records that were merged into it.
    """
    _check_may_read(viewer)
    rows = AccessRow.objects.filter(programme_id=viewer.programme, person_id__in=[person_id, *also])
    rows = rows.order_by("-at", "-id")[:most]
    return [Look(r.at, r.page, r.kind, r.actor_id) for r in rows]


def _check_may_read(viewer: Viewer) -> None:
    if not viewer.has(Role.MANAGER, Role.ADMINISTRATOR):
        raise NotAllowed("Only a manager or an administrator reads the trail.")
