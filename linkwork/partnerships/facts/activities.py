"""Activities with partners: how many had a part, how many people and families each session reached."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Q

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, whole
from linkwork.partnerships.models import Activity, ActivityPartner, ActivitySession, Interaction
from linkwork.partnerships.rules import Part


def _activities(programme_id: UUID) -> Iterator[Row]:
    parts = ActivityPartner.objects.filter(programme_id=programme_id).values_list("activity_id")
    counted = {
        activity: (made, among)
        for activity, made, among in parts.annotate(
            made=Count("id", filter=Q(part=Part.DEVELOPED)), among=Count("id")
        )
    }
    rows = Activity.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, since, ended in rows.values_list("id", "since", "ended_on").iterator():
        made, among = counted.get(row_id, (0, 0))
        yield row_id, since, ended, among, made


def _sessions(programme_id: UUID) -> Iterator[Row]:
    there = dict(
        Interaction.objects.filter(programme_id=programme_id, session__isnull=False)
        .values_list("session_id")
        .annotate(Count("id"))
    )
    rows = ActivitySession.objects.filter(programme_id=programme_id).order_by("activity_id", "held_on")
    for row_id, activity, on, people, families, new in rows.values_list(
        "id", "activity_id", "held_on", "people", "families", "new_families"
    ).iterator():
        yield row_id, activity, on, people, families, new, there.get(row_id, 0)


ACTIVITIES = FactTable(
    "activities",
    (
        key("activity_id", "to count each once"),
        day("since", "activities over time"),
        day("ended_on", "how long they last"),
        whole("partners", "with how many partners"),
        whole("developed_with", "with how many it was made together"),
    ),
    _activities,
)

SESSIONS = FactTable(
    "activity_sessions",
    (
        key("session_id", "to count each once"),
        key("activity_id", "which activity"),
        day("held_on", "activities over time"),
        whole("people", "how many came; missing where nobody counted"),
        whole("families", "families reached; missing where nobody counted"),
        whole("new_families", "families reached for the first time; missing where nobody counted"),
        whole("partners", "how many partners were there"),
    ),
    _sessions,
)
