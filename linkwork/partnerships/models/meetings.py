"""Meetings across sectors: who was asked, who came, what was said, who does what next."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Meeting(ProgrammeRow):
    """One meeting with partners. `kept_at` says when its minutes were kept: until then it is planned."""

    title = models.CharField(max_length=160)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)
    agenda = models.TextField(blank=True)
    minutes = models.TextField(blank=True)
    kept_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.PROGRAMME, "what it is about"),
        "starts_at": kept(PrivacyClass.PROGRAMME, "to come in time"),
        "place": kept(PrivacyClass.PROGRAMME, "to find the way"),
        "agenda": kept(PrivacyClass.PROGRAMME, "to prepare"),
        "minutes": kept(PrivacyClass.SENSITIVE, "to remember what was said"),
        "kept_at": kept(PrivacyClass.PROGRAMME, "to see which meetings still need their minutes"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kept_at__isnull=False) | Q(minutes=""), name="partnerships_minutes_are_kept"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "starts_at"], name="partnerships_by_start")]


class Attendance(ProgrammeRow):
    """One partner asked to one meeting; `came` is not known until the minutes are kept."""

    meeting = ProgrammeKey("partnerships.Meeting", related_name="+")
    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    came = models.BooleanField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "meeting": kept(PrivacyClass.PROGRAMME, "which meeting"),
        "partner": kept(PrivacyClass.PROGRAMME, "who was asked"),
        "came": kept(PrivacyClass.PROGRAMME, "who takes part"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "meeting", "partner"], name="partnerships_asked_once"
            )
        ]


class MeetingAction(ProgrammeRow):
    """What somebody of the programme took on at a meeting."""

    meeting = ProgrammeKey("partnerships.Meeting", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    what = models.CharField(max_length=240)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "meeting": kept(PrivacyClass.PROGRAMME, "where it was agreed"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who does it"),
        "what": kept(PrivacyClass.SENSITIVE, "what to do"),
        "due_on": kept(PrivacyClass.PROGRAMME, "to show it on the day"),
        "done_at": kept(PrivacyClass.PROGRAMME, "to stop showing it"),
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["programme", "worker", "due_on"],
                condition=Q(done_at__isnull=True),
                name="partnerships_actions_due",
            )
        ]
