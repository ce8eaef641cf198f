"""Who learns the work from whom, towards what, and how many hours is that?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.workforce.access import check_may_read, may_see_all
from linkwork.workforce.models import Mentoring, MentoringTime
from linkwork.workforce.rules.mentoring import Activity, LearnerKind

MOST = 100


@dataclass(frozen=True)
class MentoringCard:
    """One mentoring. `inside`: the viewer is one of the two; `reflection` is empty for everybody else."""

    id: UUID
    mentor_name: str
    learner_name: str
    kind: LearnerKind
    goals: str
    started_on: dt.date
    ended_on: dt.date | None
    minutes: int
    inside: bool
    reflection: str


@dataclass(frozen=True)
class TimeCard:
    """One time together."""

    held_on: dt.date
    minutes: int
    activity: Activity


def mentorings(viewer: Viewer) -> list[MentoringCard]:
    """Those that go on first, then the last ended; a worker sees their own. One question."""
    rows = _seen(viewer).order_by(F("ended_on").desc(nulls_first=True), "-started_on", "-id")
    return [_card(row, viewer) for row in rows[:MOST]]


def mentoring(viewer: Viewer, mentoring_id: UUID) -> tuple[MentoringCard, list[TimeCard]]:
    """One mentoring with its times, the newest first. Raises NotFound. Two questions."""
    row = _seen(viewer).filter(id=mentoring_id).first()
    if row is None:
        raise NotFound(_("There is no such mentoring."))
    times = MentoringTime.objects.filter(programme_id=viewer.programme, mentoring_id=row.id)
    return _card(row, viewer), [
        TimeCard(one.held_on, one.minutes, Activity(one.activity))
        for one in times.order_by("-held_on", "-id")
    ]


def _seen(viewer: Viewer) -> QuerySet[Mentoring]:
    check_may_read(viewer)
    rows = Mentoring.objects.filter(programme_id=viewer.programme).select_related("mentor", "learner")
    if not may_see_all(viewer):
        rows = rows.filter(Q(mentor_id=viewer.id) | Q(learner_id=viewer.id))
    return rows.annotate(whole=Coalesce(Sum("times__minutes"), 0))


def _card(row: Mentoring, viewer: Viewer) -> MentoringCard:
    inside = viewer.id is not None and viewer.id in (row.mentor_id, row.learner_id)
    return MentoringCard(
        id=row.id,
        mentor_name=row.mentor.name,
        learner_name=row.learner.name if row.learner else row.learner_name,
        kind=LearnerKind(row.kind),
        goals=row.goals,
        started_on=row.started_on,
        ended_on=row.ended_on,
        minutes=getattr(row, "whole", 0),
        inside=inside,
        reflection=row.reflection if inside else "",
    )
