"""What was done with partners in a period, in numbers: for a funder, and for whoever looks back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import Count, Q, Sum
from django.utils import timezone

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_manage
from linkwork.partnerships.models import (
    ActivitySession,
    AdvocacyAction,
    Attempt,
    Attendance,
    Interaction,
)
from linkwork.partnerships.rules import AdvocacyState, Level, Practice, Sector

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True)
class PeriodWork:
    """Numbers from the first day to the last, both counted. None where nobody counted.

    `partners` by sector are those something was done with; `attempts` are all tries of the period; `settled` are
    efforts that ended in it, by what came of them; `families` adds up those of each session.
    """

    partners: dict[Sector, int]
    practices: dict[Practice, int]
    meetings: int
    organisations_came: int
    sessions: int
    families: int | None
    uncounted: int
    asked: dict[Level, int]
    attempts: int
    settled: dict[AdvocacyState, int]


def work_in(viewer: Viewer, first: dt.date, last: dt.date) -> PeriodWork:
    """The numbers of a period. Five questions. For managers, who answer for the programme."""
    check_may_manage(viewer)
    mine = {"programme_id": viewer.programme}
    begin = timezone.make_aware(dt.datetime.combine(first, dt.time()))
    end = timezone.make_aware(dt.datetime.combine(last + dt.timedelta(days=1), dt.time()))
    partners: dict[StrEnum, Count] = {
        one: Count("partner_id", distinct=True, filter=Q(partner__sector=one)) for one in Sector
    }
    practices: dict[StrEnum, Count] = {one: Count("id", filter=Q(practice=one)) for one in Practice}
    done = _counted(
        Interaction.objects.filter(**mine, occurred_on__range=(first, last)), partners | practices
    )
    came = Attendance.objects.filter(
        **mine, came=True, meeting__starts_at__gte=begin, meeting__starts_at__lt=end
    ).aggregate(meetings=Count("meeting_id", distinct=True), partners=Count("partner_id", distinct=True))
    held = ActivitySession.objects.filter(**mine, held_on__range=(first, last)).aggregate(
        sessions=Count("id"), reached=Sum("families"), uncounted=Count("id", filter=Q(families__isnull=True))
    )
    asked: dict[StrEnum, Count] = {
        one: Count("id", filter=Q(level=one, opened_on__range=(first, last))) for one in Level
    }
    settled: dict[StrEnum, Count] = {
        one: Count("id", filter=Q(state=one, settled_on__range=(first, last)))
        for one in AdvocacyState
        if one is not AdvocacyState.OPEN
    }
    efforts = _counted(AdvocacyAction.objects.filter(**mine), asked | settled)
    return PeriodWork(
        partners=_those(Sector, done),
        practices=_those(Practice, done),
        meetings=came["meetings"],
        organisations_came=came["partners"],
        sessions=held["sessions"],
        families=held["reached"],
        uncounted=held["uncounted"],
        asked=_those(Level, efforts),
        attempts=Attempt.objects.filter(**mine, made_on__range=(first, last)).count(),
        settled=_those(AdvocacyState, efforts),
    )


def _counted(rows: Any, asked: Mapping[StrEnum, Any]) -> dict[str, int]:
    """Many counts in one question, by kind and value, so that a level and a sector of one name stay apart."""
    named = {f"{type(one).__name__}_{one.value}": count for one, count in asked.items()}
    return dict(rows.aggregate(**named))


def _those(kinds: type[K], found: Mapping[str, int]) -> dict[K, int]:
    """The counts of one kind that are not nought, in its order."""
    counts = {one: found.get(f"{kinds.__name__}_{one.value}", 0) for one in kinds}
    return {one: number for one, number in counts.items() if number}
