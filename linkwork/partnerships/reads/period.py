"""What was done with partners in a period, in numbers: for a funder, and for whoever looks back."""

import datetime as dt
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
    FactorMove,
    Interaction,
)
from linkwork.partnerships.rules import AdvocacyState, FactorState, Level, Practice, Sector

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
    tries_until_result: int
    factors_solved: int


def work_in(viewer: Viewer, first: dt.date, last: dt.date) -> PeriodWork:
    """The numbers of a period. Nine questions. For managers, who answer for the programme."""
    check_may_manage(viewer)
    mine = {"programme_id": viewer.programme}
    done = Interaction.objects.filter(**mine, occurred_on__range=(first, last))
    begin = timezone.make_aware(dt.datetime.combine(first, dt.time()))
    end = timezone.make_aware(dt.datetime.combine(last + dt.timedelta(days=1), dt.time()))
    came = Attendance.objects.filter(
        **mine, came=True, meeting__starts_at__gte=begin, meeting__starts_at__lt=end
    ).aggregate(meetings=Count("meeting_id", distinct=True), partners=Count("partner_id", distinct=True))
    held = ActivitySession.objects.filter(**mine, held_on__range=(first, last)).aggregate(
        sessions=Count("id"), families=Sum("families"), uncounted=Count("id", filter=Q(families__isnull=True))
    )
    ended = AdvocacyAction.objects.filter(**mine, settled_on__range=(first, last))
    tried = Attempt.objects.filter(**mine)
    return PeriodWork(
        partners=_by(
            Sector, done.values_list("partner__sector").annotate(Count("partner_id", distinct=True))
        ),
        practices=_by(Practice, done.values_list("practice").annotate(Count("id"))),
        meetings=came["meetings"],
        organisations_came=came["partners"],
        sessions=held["sessions"],
        families=held["families"],
        uncounted=held["uncounted"],
        asked=_by(
            Level,
            AdvocacyAction.objects.filter(**mine, opened_on__range=(first, last))
            .values_list("level")
            .annotate(Count("id")),
        ),
        attempts=tried.filter(made_on__range=(first, last)).count(),
        settled=_by(AdvocacyState, ended.values_list("state").annotate(Count("id"))),
        tries_until_result=tried.filter(action__in=ended.values("id")).count(),
        factors_solved=FactorMove.objects.filter(
            **mine, state=FactorState.SOLVED, moved_on__range=(first, last)
        ).count(),
    )


def _by(kinds: type[K], rows: Any) -> dict[K, int]:
    """Rows of (kind, number) in the order of the kinds, those that are there."""
    found = dict(rows)
    return {kind: found[kind.value] for kind in kinds if kind.value in found}
