"""Meetings that were held, and how many organisations came."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.utils import timezone

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, whole
from linkwork.partnerships.models import Attendance, Meeting
from linkwork.partnerships.rules import Reach, Sector, reach_of


def _meetings(programme_id: UUID) -> Iterator[Row]:
    inside = [sector.value for sector in Sector if reach_of(sector) is Reach.SECTORAL]
    came = {
        meeting: (asked, within, across, people)
        for meeting, asked, within, across, people in Attendance.objects.filter(programme_id=programme_id)
        .values_list("meeting_id")
        .annotate(
            asked=Count("id"),
            within=Count("id", filter=Q(came=True, partner__sector__in=inside)),
            across=Count("id", filter=Q(came=True) & ~Q(partner__sector__in=inside)),
            people=Sum("number"),
        )
    }
    rows = Meeting.objects.filter(programme_id=programme_id, kept_at__isnull=False).order_by("id")
    for row_id, starts_at in rows.values_list("id", "starts_at").iterator():
        yield (row_id, timezone.localdate(starts_at), *came.get(row_id, (0, 0, 0, None)))


MEETINGS = FactTable(
    "meetings",
    (
        key("meeting_id", "to count each once"),
        day("held_on", "meetings over time"),
        whole("asked", "the denominator of attendance"),
        whole("came_sectoral", "who takes part, within health care"),
        whole("came_inter_sectoral", "who takes part, across sectors"),
        whole("people", "how many people of partners came; missing where nobody counted"),
    ),
    _meetings,
)
