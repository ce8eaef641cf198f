"""Visits somebody makes alone, and the alarm when nothing is heard of them.

What would lead to somebody's door is kept only while the visit is open: `address`, `about` and the place shared are
gone once it is over, and the database refuses to keep them.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.visits import OPEN, RUNNING, AlarmKind, AlarmState, Rung, VisitState


class Visit(ProgrammeRow):
    """One visit: to a case by its id, or `about` in words. `ends_at` moves when more time is asked for."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    case = ProgrammeKey("casework.Case", null=True, related_name="+")
    about = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    buddy = ProgrammeKey("programmes.Worker", related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    extended = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in VisitState])
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "who is out"),
        "case": kept(PrivacyClass.PSEUDONYM, "whom they visit, where it is a case"),
        "about": kept(PrivacyClass.IDENTIFYING, "whom or what they visit; wiped when it is over"),
        "address": kept(PrivacyClass.IDENTIFYING, "where to send help; wiped when it is over"),
        "buddy": kept(PrivacyClass.PSEUDONYM, "who is asked first when nothing is heard"),
        "starts_at": kept(PrivacyClass.PROGRAMME, "when to expect them there"),
        "ends_at": kept(PrivacyClass.PROGRAMME, "from when somebody looks for them"),
        "extended": kept(PrivacyClass.PROGRAMME, "whether visits are planned too short"),
        "state": kept(PrivacyClass.PROGRAMME, "whether they are out"),
        "started_at": kept(PrivacyClass.PROGRAMME, "whether they arrived"),
        "ended_at": kept(PrivacyClass.PROGRAMME, "whether they are back"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="workforce_visit_in_order"),
            models.CheckConstraint(condition=~Q(buddy=F("worker")), name="workforce_visit_buddy_is_another"),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_at__isnull=True) & ~Q(address="")
                | (~Q(state__in=OPEN) & Q(ended_at__isnull=False, address="", about="")),
                name="workforce_visit_over_is_wiped",
            ),
            models.CheckConstraint(
                condition=~Q(state=VisitState.UNDER_WAY) | Q(started_at__isnull=False),
                name="workforce_visit_under_way_started",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "ends_at"], name="workforce_visits_open"),
            models.Index(fields=["programme", "worker", "state"], name="workforce_visits_of"),
        ]


class VisitPlace(ProgrammeRow):
    """Where somebody is, as they chose to share it. The row goes with the end of the visit."""

    visit = ProgrammeKey("workforce.Visit", related_name="places")
    latitude = models.FloatField()
    longitude = models.FloatField()
    within_metres = models.PositiveIntegerField()
    shared_at = models.DateTimeField()

    privacy: ClassVar = BASE_PRIVACY | {
        "visit": kept(PrivacyClass.PSEUDONYM, "whose visit it is"),
        "latitude": kept(PrivacyClass.IDENTIFYING, "to find them; removed with the end of the visit"),
        "longitude": kept(PrivacyClass.IDENTIFYING, "to find them; removed with the end of the visit"),
        "within_metres": kept(PrivacyClass.IDENTIFYING, "how near that is"),
        "shared_at": kept(PrivacyClass.IDENTIFYING, "how old that is"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "visit"], name="workforce_visit_place_once"),
            models.CheckConstraint(
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="workforce_visit_place_on_earth",
            ),
        ]


class VisitAlarm(ProgrammeRow):
    """Somebody has to be reached. It ends by words, or by the visitor’s own sign where they were late."""

    visit = ProgrammeKey("workforce.Visit", related_name="alarms")
    kind = models.CharField(max_length=6, choices=[(k.value, k.value) for k in AlarmKind])
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in AlarmState])
    raised_at = models.DateTimeField()
    reached_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    reached_at = models.DateTimeField(null=True)
    resolved_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    words = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "visit": kept(PrivacyClass.PSEUDONYM, "who has to be reached"),
        "kind": kept(PrivacyClass.PROGRAMME, "how it began"),
        "state": kept(PrivacyClass.PROGRAMME, "whether somebody still has to act"),
        "raised_at": kept(PrivacyClass.PROGRAMME, "how long it took"),
        "reached_by": kept(PrivacyClass.PSEUDONYM, "who reached them"),
        "reached_at": kept(PrivacyClass.PROGRAMME, "how long it took"),
        "resolved_by": kept(PrivacyClass.PSEUDONYM, "who can tell more of it"),
        "resolved_at": kept(PrivacyClass.PROGRAMME, "when it was over"),
        "words": kept(PrivacyClass.SENSITIVE, "what happened, to learn from it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "visit"],
                condition=Q(state__in=RUNNING),
                name="workforce_one_alarm_running",
            ),
            models.CheckConstraint(
                condition=Q(state=AlarmState.RAISED, reached_at__isnull=True, resolved_at__isnull=True)
                | Q(state=AlarmState.ACKNOWLEDGED, reached_at__isnull=False, resolved_at__isnull=True)
                | Q(state=AlarmState.RESOLVED, resolved_at__isnull=False),
                name="workforce_alarm_whole",
            ),
            models.CheckConstraint(
                condition=Q(reached_at__isnull=True, reached_by__isnull=True)
                | Q(reached_at__isnull=False, reached_by__isnull=False),
                name="workforce_alarm_reached_by_one",
            ),
        ]


class VisitRung(ProgrammeRow):
    """Somebody was asked, once. `asked` is empty where every manager was."""

    alarm = ProgrammeKey("workforce.VisitAlarm", related_name="rungs")
    rung = models.CharField(max_length=10, choices=[(r.value, r.value) for r in Rung])
    asked = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    asked_at = models.DateTimeField()

    privacy: ClassVar = BASE_PRIVACY | {
        "alarm": kept(PrivacyClass.PSEUDONYM, "about which alarm"),
        "rung": kept(PrivacyClass.PROGRAMME, "how far it went"),
        "asked": kept(PrivacyClass.PSEUDONYM, "who was asked"),
        "asked_at": kept(PrivacyClass.PROGRAMME, "how long it took"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "alarm", "rung"], name="workforce_rung_once")
        ]
