"""Asking about those who work in the programme: who they are, which roles they hold, who takes what."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes.models import Worker


@dataclass(frozen=True)
class WorkerCard:
    """One worker of the programme. `roles` is empty for somebody without a login.

    `takes_late`: referrals that nobody has answered in time go to them. `safeguarding_rank`: their place among those
    who take safeguarding concerns, None for nearly everybody.
    """

    id: UUID
    name: str
    title: str
    roles: frozenset[Role]
    languages: str
    since: dt.date
    until: dt.date | None
    takes_late: bool = False
    safeguarding_rank: int | None = None


def workers(viewer: Viewer, role: Role | None = None) -> list[WorkerCard]:
    """The programme's workers by name; with `role`, only those who hold it. One question of the database."""
    rows = Worker.objects.filter(programme_id=viewer.programme).order_by("name", "id")
    cards = [_worker(row, roles) for row, roles in with_roles(rows)]
    return [card for card in cards if role is None or role in card.roles]


def names_with(viewer: Viewer, role: Role) -> QuerySet[Worker, str]:
    """The names of those who hold `role`, in order: to be joined into a question of a room above."""
    rows = Worker.objects.filter(programme_id=viewer.programme, memberships__role=role)
    return rows.order_by("name", "id").values_list("name", flat=True)


def late_names(viewer: Viewer) -> QuerySet[Worker, str]:
    """`names_with` for managers, the one named for late referrals first."""
    rows = Worker.objects.filter(programme_id=viewer.programme, memberships__role=Role.MANAGER)
    rows = rows.filter(until__isnull=True)
    return rows.order_by("-takes_late", "name", "id").values_list("name", flat=True)


def late_takers(viewer: Viewer) -> list[tuple[UUID, str, str]]:
    """(worker id, e-mail address, language) of whoever takes late referrals: the one named, else every manager.

    The address is empty for somebody without a login. One question of the database.
    """
    rows = Worker.objects.filter(programme_id=viewer.programme, memberships__role=Role.MANAGER)
    found = list(
        rows.filter(until__isnull=True).select_related("login").order_by("-takes_late", "name", "id")
    )
    chosen = found[:1] if found and found[0].takes_late else found
    return [
        (row.id, row.login.email if row.login else "", row.login.language if row.login else "")
        for row in chosen
    ]


def working_now(viewer: Viewer, role: Role) -> QuerySet[Worker]:
    """Those who hold `role` and have not left, by name: to be joined into a question of a room above."""
    rows = Worker.objects.filter(programme_id=viewer.programme, until__isnull=True, memberships__role=role)
    return rows.order_by("name", "id")


def worker(viewer: Viewer, worker_id: UUID) -> WorkerCard:
    """One worker of the viewer's programme. Raises NotFound. One question of the database."""
    for row, roles in with_roles(Worker.objects.filter(programme_id=viewer.programme, id=worker_id)):
        return _worker(row, roles)
    raise NotFound("There is no such worker in this programme.")


def with_roles(rows: QuerySet[Worker]) -> list[tuple[Worker, frozenset[Role]]]:
    """Each worker once with the roles they hold, in the order of `rows`: one question, joined with memberships."""
    found: dict[UUID, Worker] = {}
    held: dict[UUID, set[Role]] = {}
    row: Any  # carries the role it was joined with
    for row in rows.annotate(held_role=F("memberships__role")):
        found.setdefault(row.id, row)
        held.setdefault(row.id, set()).update([Role(row.held_role)] if row.held_role else [])
    return [(row, frozenset(held[row.id])) for row in found.values()]


def _worker(row: Worker, roles: frozenset[Role]) -> WorkerCard:
    return WorkerCard(
        id=row.id,
        name=row.name,
        title=row.title,
        roles=roles,
        languages=row.languages,
        since=row.since,
        until=row.until,
        takes_late=row.takes_late,
        safeguarding_rank=row.safeguarding_rank,
    )
