"""What do we do together with partners, who comes, what was learnt?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, Subquery, Sum
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Activity, ActivityPartner, ActivitySession, Interaction
from linkwork.partnerships.rules import Part


@dataclass(frozen=True)
class ActivityRow:
    """An activity in a list. `families` adds up those of each session; None where none was counted."""

    id: UUID
    title: str
    since: dt.date
    ended_on: dt.date | None
    sessions: int
    families: int | None
    last_on: dt.date | None


@dataclass(frozen=True)
class PartCard:
    """A partner with a part in an activity."""

    partner_id: UUID
    name: str
    part: Part


@dataclass(frozen=True)
class SessionCard:
    """One session. A number of None was not counted; `partner_ids` were there."""

    id: UUID
    held_on: dt.date
    people: int | None
    families: int | None
    new_families: int | None
    learnt: str
    partner_ids: frozenset[UUID]


@dataclass(frozen=True)
class ActivityCard:
    """An activity on its own page, its newest session first."""

    id: UUID
    title: str
    purpose: str
    place: str
    worker_name: str
    since: dt.date
    ended_on: dt.date | None
    learnt: str
    parts: tuple[PartCard, ...]
    sessions: tuple[SessionCard, ...]


def activities(viewer: Viewer, most: int = 50) -> list[ActivityRow]:
    """Activities, those that go on first, then the newest. One question."""
    check_may_read(viewer)
    held = ActivitySession.objects.filter(programme_id=viewer.programme, activity_id=OuterRef("id"))
    of_each = held.order_by().values("activity_id")
    rows = Activity.objects.filter(programme_id=viewer.programme).annotate(
        sessions=Subquery(of_each.annotate(found=Count("id")).values("found")),
        families=Subquery(of_each.annotate(found=Sum("families")).values("found")),
        last_on=Subquery(of_each.annotate(found=Max("held_on")).values("found")),
    )
    newest = rows.order_by(F("ended_on").desc(nulls_first=True), "-since", "-id")
    return [
        ActivityRow(row.id, row.title, row.since, row.ended_on, row.sessions or 0, row.families, row.last_on)
        for row in newest[:most]
    ]


def activity(viewer: Viewer, activity_id: UUID) -> ActivityCard:
    """One activity. Raises NotFound. Four questions."""
    check_may_read(viewer)
    mine = {"programme_id": viewer.programme}
    row = Activity.objects.filter(**mine, id=activity_id).select_related("worker").first()
    if row is None:
        raise NotFound(_("There is no such activity in this programme."))
    there: dict[UUID | None, set[UUID]] = {}
    together = Interaction.objects.filter(**mine, session__activity_id=activity_id)
    for session_id, partner_id in together.values_list("session_id", "partner_id"):
        there.setdefault(session_id, set()).add(partner_id)
    parts = ActivityPartner.objects.filter(**mine, activity_id=activity_id).select_related("partner")
    sessions = ActivitySession.objects.filter(**mine, activity_id=activity_id)
    return ActivityCard(
        id=row.id,
        title=row.title,
        purpose=row.purpose,
        place=row.place,
        worker_name=row.worker.name if row.worker else "",
        since=row.since,
        ended_on=row.ended_on,
        learnt=row.learnt,
        parts=tuple(
            PartCard(one.partner_id, one.partner.name, Part(one.part))
            for one in parts.order_by("part", "partner__name")
        ),
        sessions=tuple(
            SessionCard(
                one.id,
                one.held_on,
                one.people,
                one.families,
                one.new_families,
                one.learnt,
                frozenset(there.get(one.id, ())),
            )
            for one in sessions.order_by("-held_on")
        ),
    )
