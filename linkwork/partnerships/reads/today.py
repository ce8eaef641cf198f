"""What does today hold with partners? All of it in one question, because the page of the day has few to spend."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from linkwork.core.viewer import Role, Viewer
from linkwork.partnerships.access import asked_openly, check_may_read
from linkwork.partnerships.models import (
    AdvocacyAction,
    Agreement,
    Attempt,
    Interaction,
    Meeting,
    MeetingAction,
    Partner,
)
from linkwork.partnerships.rules import QUIET_AFTER, AdvocacyState, Tried, next_attempt_on

A_DAY = dt.timedelta(days=1)


class DueKind(StrEnum):
    """What something of the day is."""

    MEETING = "meeting"
    TAKEN_ON = "taken_on"
    PARTNERS = "partners"
    TRY = "try"
    NEXT_STEP = "next_step"
    REVIEW = "review"
    QUIET = "quiet"


@dataclass(frozen=True)
class Due:
    """One thing of the day. `page_id` is what its page shows; `number` counts attempts.

    A meeting has a `moment`, and the `number` 1 where its minutes are this worker's to keep.
    """

    kind: DueKind
    id: UUID
    page_id: UUID
    title: str
    other: str
    day: dt.date
    moment: dt.datetime | None = None
    number: int = 0


@dataclass(frozen=True)
class Day:
    """For whom and until when: what the parts of the question share."""

    viewer: Viewer
    worker_id: UUID
    day: dt.date
    before: dt.datetime
    quiet_since: dt.date


Part = Callable[[Day], "QuerySet[Any]"]


def due_today(
    viewer: Viewer,
    day: dt.date,
    before: dt.datetime,
    worker_id: UUID,
    quiet_after: dt.timedelta = QUIET_AFTER,
) -> list[Due]:
    """Everything about partners that needs this worker by `day` (meetings: that begin before `before`).

    Meetings without minutes (of today everybody's, of earlier days those they held), what they took on, their asks to
    try again, next steps with partners, agreements to look at again (for a manager: everybody's), and partners they
    worked with that have gone quiet. One question.
    """
    check_may_read(viewer)
    asked = Day(viewer, worker_id, day, before, day - quiet_after)
    first, *others = [part(asked) for part in PARTS]
    found = [_due(row) for row in first.union(*others, all=True)]
    return sorted((one for one in found if one.day <= day), key=lambda one: (one.day, one.id))


def _columns(kind: DueKind, page: str, title: str, **given: Any) -> tuple[Any, ...]:
    """The ten columns every part has, in order; a day that is not there is empty."""
    no_day = Cast(Value(None), DateField())
    return (
        Value(kind.value, output_field=CharField()),
        F("id"),
        F(page),
        Cast(F(title), TextField()),
        given.get("other", Value("", output_field=TextField())),
        given.get("opened", no_day),
        given.get("tried", no_day),
        given.get("planned", no_day),
        given.get("moment", Cast(Value(None), DateTimeField())),
        given.get("number", Value(0, output_field=IntegerField())),
    )


def _due(row: tuple[Any, ...]) -> Due:
    kind, id_, page_id, title, other, opened, tried, planned, moment, number = row
    kind = DueKind(kind)
    day = opened if moment is None else timezone.localdate(moment)
    if kind is DueKind.TRY:
        day = next_attempt_on(opened, [Tried(tried, planned)] if number else [])
    return Due(kind, id_, page_id, title, other, day, moment, number)


def _meetings(asked: Day) -> "QuerySet[Any]":
    rows = Meeting.objects.filter(
        Q(starts_at__gte=asked.before - A_DAY) | _held(asked),
        programme_id=asked.viewer.programme,
        starts_at__lt=asked.before,
        kept_at__isnull=True,
        called_off_at__isnull=True,
    )
    return rows.values_list(
        *_columns(
            DueKind.MEETING,
            "id",
            "title",
            other=Cast(F("place"), TextField()),
            moment=F("starts_at"),
            number=Case(When(_held(asked), then=1), default=0, output_field=IntegerField()),
        )
    )


def _held(asked: Day) -> Q:
    """They called it, or took something on there; a manager has those whose organiser has left."""
    took = MeetingAction.objects.filter(
        programme_id=asked.viewer.programme, meeting_id=OuterRef("id"), worker_id=asked.worker_id
    )
    held = Q(organiser_id=asked.worker_id) | Q(Exists(took))
    if asked.viewer.has(Role.MANAGER):
        held |= Q(organiser__isnull=True) | Q(organiser__until__lt=asked.day)
    return held


def _taken_on(asked: Day) -> "QuerySet[Any]":
    rows = MeetingAction.objects.filter(
        programme_id=asked.viewer.programme,
        done_at__isnull=True,
        due_on__lte=asked.day,
        worker_id=asked.worker_id,
    )
    return rows.values_list(
        *_columns(
            DueKind.TAKEN_ON,
            "meeting_id",
            "what",
            other=Cast(F("meeting__title"), TextField()),
            opened=F("due_on"),
        )
    )


def _taken_on_by_partners(asked: Day) -> "QuerySet[Any]":
    """What partners took on lands with whoever called the meeting, to ask for it."""
    rows = MeetingAction.objects.filter(
        programme_id=asked.viewer.programme,
        done_at__isnull=True,
        due_on__lte=asked.day,
        partner__isnull=False,
        meeting__organiser_id=asked.worker_id,
    )
    return rows.values_list(
        *_columns(
            DueKind.PARTNERS,
            "meeting_id",
            "what",
            other=Cast(F("partner__name"), TextField()),
            opened=F("due_on"),
        )
    )


def _tries(asked: Day) -> "QuerySet[Any]":
    made = Attempt.objects.filter(programme_id=asked.viewer.programme, action_id=OuterRef("id"))
    counted = made.order_by().values("action_id").annotate(number=Count("id")).values("number")
    newest = made.order_by("-number")
    rows = AdvocacyAction.objects.filter(
        asked_openly(asked.viewer),
        programme_id=asked.viewer.programme,
        state=AdvocacyState.OPEN,
        worker_id=asked.worker_id,
    )
    return rows.values_list(
        *_columns(
            DueKind.TRY,
            "id",
            "ask",
            other=Coalesce(Cast(F("partner__name"), TextField()), Cast(F("target"), TextField())),
            opened=F("opened_on"),
            tried=Subquery(newest.values("made_on")[:1]),
            planned=Subquery(newest.values("next_on")[:1]),
            number=Coalesce(Subquery(counted), Value(0), output_field=IntegerField()),
        )
    )


def _next_steps(asked: Day) -> "QuerySet[Any]":
    rows = Interaction.objects.filter(
        asked_openly(asked.viewer),
        programme_id=asked.viewer.programme,
        worker_id=asked.worker_id,
        next_on__lte=asked.day,
        next_done_at__isnull=True,
    )
    return rows.values_list(
        *_columns(
            DueKind.NEXT_STEP,
            "partner_id",
            "next_step",
            other=Cast(F("partner__name"), TextField()),
            opened=F("next_on"),
        )
    )


def _reviews(asked: Day) -> "QuerySet[Any]":
    newer = Agreement.objects.filter(
        programme_id=asked.viewer.programme, partner_id=OuterRef("partner_id"), number__gt=OuterRef("number")
    )
    rows = Agreement.objects.filter(
        ~Exists(newer),
        programme_id=asked.viewer.programme,
        review_on__lte=asked.day,
        ended_on__isnull=True,
    )
    if not asked.viewer.has(Role.MANAGER):
        rows = rows.filter(worker_id=asked.worker_id)
    return rows.values_list(*_columns(DueKind.REVIEW, "partner_id", "partner__name", opened=F("review_on")))


def _quiet(asked: Day) -> "QuerySet[Any]":
    done = Interaction.objects.filter(programme_id=asked.viewer.programme, partner_id=OuterRef("id"))
    newest = done.order_by("-occurred_on").values("occurred_on")[:1]
    rows = Partner.objects.filter(
        Q(Exists(done.filter(worker_id=asked.worker_id))),
        ~Exists(done.filter(occurred_on__gte=asked.quiet_since)),
        programme_id=asked.viewer.programme,
    )
    return rows.values_list(*_columns(DueKind.QUIET, "id", "name", opened=Subquery(newest)))


# A room's items of the day are parts of one question: add a part here, and its kind above.
PARTS: tuple[Part, ...] = (_meetings, _taken_on, _taken_on_by_partners, _tries, _next_steps, _reviews, _quiet)
