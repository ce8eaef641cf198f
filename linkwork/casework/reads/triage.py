"""The referrals as they are sorted through: what waits, is urgent or late, what was answered, and how soon?"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, DurationField, ExpressionWrapper, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from linkwork.casework.access import (
    check_may_see_people,
    seen_by,
)
from linkwork.casework.models import Referral
from linkwork.casework.reads.lateness import late
from linkwork.casework.reads.referrals import ReferralCard, card_of, with_names, with_needs
from linkwork.casework.reads.to_do import nobodys
from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referrals import Limits
from linkwork.casework.rules.states import ReferralState
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes

PAGE = 30


class ReferralList(StrEnum):
    """Which referrals a list shows."""

    WAITING = "waiting"
    URGENT = "urgent"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    ALL = "all"


class ReferralOrder(StrEnum):
    """In which order. PRESSING: the urgent first, then the longest waiting."""

    PRESSING = "pressing"
    OLDEST = "oldest"
    NEWEST = "newest"


class Took(StrEnum):
    """How an answer stands to the programme's limit."""

    IN_TIME = "in_time"
    LATE = "late"


@dataclass(frozen=True)
class ReferralQuery:
    """What a list is asked for; what is empty narrows nothing. `since` and `until` are days of receipt, both kept."""

    shown: ReferralList = ReferralList.WAITING
    sort: ReferralOrder = ReferralOrder.PRESSING
    source: str = ""
    door: str = ""
    state: str = ""
    took: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    after: UUID | None = None


@dataclass(frozen=True)
class ReferralPage:
    """Some referrals with their needs; `next` is what to pass as `after`; `counts` is how many each list holds."""

    rows: list[ReferralCard]
    next: UUID | None
    counts: dict[ReferralList, int]


@dataclass(frozen=True)
class Waiter:
    """Somebody whose referral was accepted and whom nobody works with yet."""

    case_id: UUID
    name: str
    language: str
    since: dt.date
    urgency: Urgency


@dataclass(frozen=True)
class ReferralReport:
    """Referrals of a period. `counts` by (source, state), `doors` by door, `days` by whole days to an answer."""

    total: int
    counts: dict[tuple[str, ReferralState], int]
    doors: dict[str, int]
    days: dict[int, int]
    in_time: int
    late: int
    late_waiting: int
    escalated: int

    @property
    def median_days(self) -> int | None:
        """The day by which half of the answers were given; None where there is none."""
        whole, seen = sum(self.days.values()), 0
        for days in sorted(self.days):
            seen += self.days[days]
            if 2 * seen >= whole:
                return days
        return None


def referrals(viewer: Viewer, asked: ReferralQuery, at: dt.datetime) -> ReferralPage:
    """One page of the list asked for. At most five questions of the database."""
    check_may_see_people(viewer)
    limits = _limits(viewer)
    rows = _narrowed(with_names(viewer).filter(_shown(limits, at)[asked.shown]), asked, limits)
    rows = _after(viewer, _sorted(rows, asked.sort), asked)
    found = list(rows[: PAGE + 1])
    cards = with_needs(viewer, [card_of(row, at) for row in found[:PAGE]])
    return ReferralPage(cards, found[PAGE - 1].id if len(found) > PAGE else None, _counts(viewer, limits, at))


def waiting_list(viewer: Viewer) -> list[Waiter]:
    """Who was accepted and has no worker yet, the urgent first, then the longest waiting. One question."""
    check_may_see_people(viewer)
    rows = nobodys(viewer).select_related("person", "referral")
    ordered = rows.annotate(rank=_rank("referral__urgency")).order_by("rank", "id")
    return [
        Waiter(
            case_id=row.id,
            name=f"{row.person.given_name} {row.person.family_name}".strip(),
            language=row.person.language,
            since=row.opened_on,
            urgency=Urgency(row.referral.urgency),
        )
        for row in ordered[:PAGE]
    ]


def referral_report(
    viewer: Viewer, at: dt.datetime, since: dt.date | None = None, until: dt.date | None = None
) -> ReferralReport:
    """What came in a period, by source, state and door, and how soon it was answered. Five questions at most.

    Each number is the length of the list that `referrals` gives for the same conditions.
    """
    check_may_see_people(viewer)
    limits = _limits(viewer)
    rows = _within(Referral.objects.filter(seen_by(viewer), programme_id=viewer.programme), since, until)
    by_state = rows.values_list("source", "state").annotate(number=Count("id")).order_by()
    counts = {(source, ReferralState(state)): number for source, state, number in by_state}
    answered = _took(rows.filter(answered_at__isnull=False))
    some = answered.aggregate(
        in_time=Count("id", filter=_in_time(limits)), late=Count("id", filter=~_in_time(limits))
    )
    waits = Q(state=ReferralState.RECEIVED) & late(limits, at)
    others = rows.aggregate(
        waiting=Count("id", filter=waits), escalated=Count("id", filter=Q(escalated_at__isnull=False))
    )
    lengths: Counter[int] = Counter()
    by_length: Any = answered.values_list("took").annotate(number=Count("id")).order_by()
    for took, number in by_length:
        lengths[took.days] += number
    return ReferralReport(
        total=sum(counts.values()),
        counts=counts,
        doors=dict(rows.values_list("door").annotate(number=Count("id")).order_by()),
        days=dict(lengths),
        in_time=some["in_time"],
        late=some["late"],
        late_waiting=others["waiting"],
        escalated=others["escalated"],
    )


def _limits(viewer: Viewer) -> Limits:
    card = programmes.programme(viewer)
    return Limits(card.answer_within_days, card.urgent_within_days)


def _shown(limits: Limits, at: dt.datetime) -> dict[ReferralList, Q]:
    waits = Q(state=ReferralState.RECEIVED)
    return {
        ReferralList.WAITING: waits,
        ReferralList.URGENT: waits & Q(urgency=Urgency.URGENT),
        ReferralList.OVERDUE: waits & late(limits, at),
        ReferralList.ANSWERED: ~waits,
        ReferralList.ALL: Q(),
    }


def _counts(viewer: Viewer, limits: Limits, at: dt.datetime) -> dict[ReferralList, int]:
    rows = Referral.objects.filter(
        seen_by(viewer), programme_id=viewer.programme, state=ReferralState.RECEIVED
    )
    wanted = {
        name: test
        for name, test in _shown(limits, at).items()
        if name in (ReferralList.URGENT, ReferralList.OVERDUE)
    }
    found = rows.aggregate(
        waiting=Count("id"), **{name.value: Count("id", filter=test) for name, test in wanted.items()}
    )
    return {ReferralList(name): number for name, number in found.items()}


def _narrowed(rows: QuerySet[Referral], asked: ReferralQuery, limits: Limits) -> QuerySet[Referral]:
    exact = {"source": asked.source, "door": asked.door, "state": asked.state}
    rows = rows.filter(**{field: value for field, value in exact.items() if value})
    rows = _within(rows, asked.since, asked.until)
    if asked.took:
        in_time = _in_time(limits)
        rows = _took(rows.filter(answered_at__isnull=False))
        rows = rows.filter(in_time if asked.took == Took.IN_TIME else ~in_time)
    return rows


def _within(rows: QuerySet[Referral], since: dt.date | None, until: dt.date | None) -> QuerySet[Referral]:
    if since is not None:
        rows = rows.filter(received_at__gte=_start(since))
    if until is not None:
        rows = rows.filter(received_at__lt=_start(until + dt.timedelta(days=1)))
    return rows


def _start(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _took(rows: Any) -> Any:
    """With `took`: whole days, as the calendar has them here, from receipt to answer."""
    days = TruncDate("answered_at") - TruncDate("received_at")
    return rows.annotate(took=ExpressionWrapper(days, output_field=DurationField()))


def _in_time(limits: Limits) -> Q:
    urgent = dt.timedelta(days=limits.for_urgency(Urgency.URGENT))
    usual = Q(took__lte=dt.timedelta(days=limits.usual)) & ~Q(urgency=Urgency.URGENT)
    return usual | Q(urgency=Urgency.URGENT, took__lte=urgent)


def _rank(field: str) -> models.Case:
    """0 for what is urgent, 1 for this week, 2 for the rest."""
    return models.Case(
        models.When(**{field: Urgency.URGENT}, then=0),
        models.When(**{field: Urgency.SOON}, then=1),
        default=2,
        output_field=models.SmallIntegerField(),
    )


def _sorted(rows: QuerySet[Referral], sort: ReferralOrder) -> QuerySet[Referral]:
    rows = rows.annotate(rank=_rank("urgency"))
    return rows.order_by(
        *{
            ReferralOrder.PRESSING: ("rank", "id"),
            ReferralOrder.OLDEST: ("id",),
            ReferralOrder.NEWEST: ("-id",),
        }[sort]
    )


def _after(viewer: Viewer, rows: QuerySet[Referral], asked: ReferralQuery) -> QuerySet[Referral]:
    if asked.after is None:
        return rows
    if asked.sort is ReferralOrder.NEWEST:
        return rows.filter(id__lt=asked.after)
    if asked.sort is ReferralOrder.OLDEST:
        return rows.filter(id__gt=asked.after)
    last = Referral.objects.filter(programme_id=viewer.programme, id=asked.after).annotate(
        rank=_rank("urgency")
    )
    rank = last.values_list("rank", flat=True).first()
    return rows.filter(Q(rank__gt=rank) | Q(rank=rank, id__gt=asked.after)) if rank is not None else rows
