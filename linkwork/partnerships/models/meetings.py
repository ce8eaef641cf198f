"""Meetings across sectors: what to talk about, who was asked, who came, what was said, who does what next."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import ItemState
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Meeting(ProgrammeRow):
    """One meeting with partners. `kept_at` says when its minutes were kept: until then it is planned.

    Meetings planned at once share a `series`. `agenda` holds what was typed before topics were rows of their own.
    """

    title = models.CharField(max_length=160)
    starts_at = models.DateTimeField()
    lasts = models.PositiveSmallIntegerField(default=60)
    organiser = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    series = models.UUIDField(null=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    called_off_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=160, blank=True)
    agenda = models.TextField(blank=True)
    minutes = models.TextField(blank=True)
    kept_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.PROGRAMME, "what it is about"),
        "starts_at": kept(PrivacyClass.PROGRAMME, "to come in time"),
        "lasts": kept(PrivacyClass.PROGRAMME, "to keep the time free, in minutes"),
        "organiser": kept(PrivacyClass.PSEUDONYM, "who reminds partners of what they took on"),
        "series": kept(PrivacyClass.PROGRAMME, "which meetings belong together"),
        "sequence": kept(PrivacyClass.PROGRAMME, "so that calendars know the newest invitation"),
        "called_off_at": kept(PrivacyClass.PROGRAMME, "so that nobody comes for nothing"),
        "place": kept(PrivacyClass.PROGRAMME, "to find the way"),
        "agenda": kept(PrivacyClass.PROGRAMME, "to prepare"),
        "minutes": kept(PrivacyClass.SENSITIVE, "to remember what was said"),
        "kept_at": kept(PrivacyClass.PROGRAMME, "to see which meetings still need their minutes"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kept_at__isnull=False) | Q(minutes=""), name="partnerships_minutes_are_kept"
            ),
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True) | Q(called_off_at__isnull=True),
                name="partnerships_called_off_is_not_kept",
            ),
            models.CheckConstraint(condition=Q(lasts__gte=5), name="partnerships_meetings_last"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "starts_at"], name="partnerships_by_start"),
            models.Index(fields=["programme", "series", "starts_at"], name="partnerships_by_series"),
        ]


class AgendaItem(ProgrammeRow):
    """One topic of a meeting, numbered from 1, and what was said about it."""

    meeting = ProgrammeKey("partnerships.Meeting", related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=240)
    said = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=[(x.value, x.value) for x in ItemState])
    carried_from = ProgrammeKey("partnerships.AgendaItem", related_name="+", null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "meeting": kept(PrivacyClass.PROGRAMME, "which meeting"),
        "number": kept(PrivacyClass.PROGRAMME, "the order of the topics"),
        "words": kept(PrivacyClass.PROGRAMME, "to prepare"),
        "said": kept(PrivacyClass.SENSITIVE, "to remember what was said"),
        "state": kept(PrivacyClass.PROGRAMME, "what is left for the next meeting"),
        "carried_from": kept(PrivacyClass.PROGRAMME, "where it was left over"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "meeting", "number"], name="partnerships_item_number_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "carried_from"], name="partnerships_item_carried_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="partnerships_items_from_one"),
        ]


class Attendance(ProgrammeRow):
    """One partner asked to one meeting; `came` is not known until the minutes are kept, `number` says how many did."""

    meeting = ProgrammeKey("partnerships.Meeting", related_name="+")
    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    came = models.BooleanField(null=True)
    number = models.PositiveSmallIntegerField(null=True)
    invited_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "meeting": kept(PrivacyClass.PROGRAMME, "which meeting"),
        "partner": kept(PrivacyClass.PROGRAMME, "who was asked"),
        "came": kept(PrivacyClass.PROGRAMME, "who takes part"),
        "number": kept(PrivacyClass.PROGRAMME, "how many people of theirs took part"),
        "invited_at": kept(PrivacyClass.PROGRAMME, "so that changes reach those who were written to"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "meeting", "partner"], name="partnerships_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(came=True, number__gte=1),
                name="partnerships_number_of_those_who_came",
            ),
        ]


class MeetingAction(ProgrammeRow):
    """What a worker or a partner took on at a meeting; `carried_to` is the later meeting that asks for it again."""

    meeting = ProgrammeKey("partnerships.Meeting", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    partner = ProgrammeKey("partnerships.Partner", related_name="+", null=True)
    carried_to = ProgrammeKey("partnerships.Meeting", related_name="+", null=True)
    what = models.CharField(max_length=240)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "meeting": kept(PrivacyClass.PROGRAMME, "where it was agreed"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who does it"),
        "partner": kept(PrivacyClass.PROGRAMME, "who does it, where it is a partner"),
        "carried_to": kept(PrivacyClass.PROGRAMME, "which meeting asks for it again"),
        "what": kept(PrivacyClass.SENSITIVE, "what to do"),
        "due_on": kept(PrivacyClass.PROGRAMME, "to show it on the day"),
        "done_at": kept(PrivacyClass.PROGRAMME, "to stop showing it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(worker__isnull=False, partner__isnull=True)
                | Q(worker__isnull=True, partner__isnull=False),
                name="partnerships_action_has_one_owner",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["programme", "worker", "due_on"],
                condition=Q(done_at__isnull=True),
                name="partnerships_actions_due",
            )
        ]
