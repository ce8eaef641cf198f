"""Where was outreach, whom did it meet, and what came of it?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import AnonymousContact, AnonymousTerm, Presence, PresenceLanguage
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer

MOST = 30


@dataclass(frozen=True)
class PresenceCard:
    """Outreach time at a place. `languages` are (code, people); `talks` is how many anonymous contacts it holds."""

    id: UUID
    worker_name: str
    where: str
    site_id: UUID | None
    started_at: dt.datetime
    ended_at: dt.datetime
    people_met: int
    adults: int | None
    children: int | None
    languages: tuple[tuple[str, int], ...]
    note: str
    talks: int

    @property
    def minutes(self) -> int:
        """How long it lasted."""
        return int((self.ended_at - self.started_at).total_seconds() // 60)


@dataclass(frozen=True)
class AnonymousCard:
    """A talk with somebody who gave no name. `referral_id` is what it led to."""

    id: UUID
    presence_id: UUID | None
    occurred_at: dt.datetime
    worker_name: str
    site_name: str
    minutes: int | None
    language: str
    topics: tuple[str, ...]
    note: str
    referral_id: UUID | None


def presences(viewer: Viewer, after: UUID | None = None) -> tuple[list[PresenceCard], UUID | None]:
    """Presences, the newest first, paged by key, and what to pass as `after` for more. Two questions."""
    check_may_see_people(viewer)
    rows = _presences(viewer)
    if after is not None:
        rows = rows.filter(id__lt=after)
    found = list(rows.order_by("-id")[: MOST + 1])
    return [_presence(row) for row in found[:MOST]], found[MOST - 1].id if len(found) > MOST else None


def presence(viewer: Viewer, presence_id: UUID) -> PresenceCard:
    """One presence. Raises NotFound."""
    check_may_see_people(viewer)
    row = _presences(viewer).filter(id=presence_id).first()
    if row is None:
        raise NotFound(_("There is no such presence in this programme."))
    return _presence(row)


def talks_at(viewer: Viewer, presence_id: UUID) -> list[AnonymousCard]:
    """The anonymous contacts of a presence, the earliest first. Two questions."""
    check_may_see_people(viewer)
    rows = _talks(viewer).filter(presence_id=presence_id)
    return [_talk(row) for row in rows.order_by("occurred_at", "id")]


def lone_talks(viewer: Viewer, most: int = MOST) -> list[AnonymousCard]:
    """Anonymous contacts that belong to no presence, the newest first. Two questions."""
    check_may_see_people(viewer)
    rows = _talks(viewer).filter(presence_id__isnull=True)
    return [_talk(row) for row in rows.order_by("-id")[:most]]


def talk(viewer: Viewer, anonymous_id: UUID) -> AnonymousCard:
    """One anonymous contact. Raises NotFound."""
    check_may_see_people(viewer)
    row = _talks(viewer).filter(id=anonymous_id).first()
    if row is None:
        raise NotFound(_("There is no such talk in this programme."))
    return _talk(row)


def _presences(viewer: Viewer) -> QuerySet[Presence]:
    rows = Presence.objects.filter(programme_id=viewer.programme).select_related("worker", "site")
    spoken = PresenceLanguage.objects.filter(programme_id=viewer.programme)
    return rows.prefetch_related(Prefetch("languages", spoken)).annotate(talks=Count("anonymous"))


def _talks(viewer: Viewer) -> QuerySet[AnonymousContact]:
    rows = AnonymousContact.objects.filter(programme_id=viewer.programme)
    terms = AnonymousTerm.objects.filter(programme_id=viewer.programme)
    return rows.select_related("worker", "site").prefetch_related(Prefetch("terms", terms))


def _presence(row: Presence) -> PresenceCard:
    return PresenceCard(
        id=row.id,
        worker_name=row.worker.name if row.worker else "",
        where=row.place or (row.site.name if row.site else ""),
        site_id=row.site_id,
        started_at=row.started_at,
        ended_at=row.ended_at,
        people_met=row.people_met,
        adults=row.adults,
        children=row.children,
        languages=tuple(sorted((one.language, one.people) for one in row.languages.all())),
        note=row.note,
        talks=getattr(row, "talks", 0),
    )


def _talk(row: AnonymousContact) -> AnonymousCard:
    return AnonymousCard(
        id=row.id,
        presence_id=row.presence_id,
        occurred_at=row.occurred_at,
        worker_name=row.worker.name if row.worker else "",
        site_name=row.site.name if row.site else "",
        minutes=row.minutes,
        language=row.language,
        topics=tuple(sorted(term.term for term in row.terms.all() if term.list == "contact_topics")),
        note=row.note,
        referral_id=row.referral_id,
    )
