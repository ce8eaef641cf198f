"""Activities for families, made together with partners: what for, when, who came, what was learnt."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import Part
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Activity(ProgrammeRow):
    """Something done together more than once, or once. Open until `ended_on`."""

    title = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    place = models.CharField(max_length=160, blank=True)
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    since = models.DateField()
    ended_on = models.DateField(null=True)
    learnt = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.PROGRAMME, "what it is"),
        "purpose": kept(PrivacyClass.PROGRAMME, "what it is for"),
        "place": kept(PrivacyClass.PROGRAMME, "where it is held"),
        "worker": kept(PrivacyClass.PSEUDONYM, "whom to ask about it"),
        "since": kept(PrivacyClass.PROGRAMME, "how long it has been going on"),
        "ended_on": kept(PrivacyClass.PROGRAMME, "how long it went on"),
        "learnt": kept(PrivacyClass.SENSITIVE, "what to do differently next time"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("since")),
                name="partnerships_activity_days_in_order",
            )
        ]


class ActivityPartner(ProgrammeRow):
    """A partner with a part in an activity."""

    activity = ProgrammeKey("partnerships.Activity", related_name="+")
    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    part = models.CharField(max_length=9, choices=[(x.value, x.value) for x in Part])

    privacy: ClassVar = BASE_PRIVACY | {
        "activity": kept(PrivacyClass.PROGRAMME, "which activity"),
        "partner": kept(PrivacyClass.PROGRAMME, "with whom"),
        "part": kept(PrivacyClass.PROGRAMME, "whether it was made together or only joined"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "activity", "partner"], name="partnerships_activity_partner_once"
            )
        ]


class ActivitySession(ProgrammeRow):
    """One time it was held: people and families are numbers, never names."""

    activity = ProgrammeKey("partnerships.Activity", related_name="+")
    held_on = models.DateField()
    people = models.PositiveSmallIntegerField(null=True)
    families = models.PositiveSmallIntegerField(null=True)
    new_families = models.PositiveSmallIntegerField(null=True)
    learnt = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "activity": kept(PrivacyClass.PROGRAMME, "which activity"),
        "held_on": kept(PrivacyClass.PROGRAMME, "activities over time"),
        "people": kept(PrivacyClass.PROGRAMME, "how many came"),
        "families": kept(PrivacyClass.PROGRAMME, "how many families were reached"),
        "new_families": kept(PrivacyClass.PROGRAMME, "how many families were there for the first time"),
        "learnt": kept(PrivacyClass.SENSITIVE, "what to do differently next time"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "activity", "held_on"], name="partnerships_session_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(new_families__isnull=True)
                | Q(families__isnull=False, new_families__lte=models.F("families")),
                name="partnerships_new_families_among_families",
            ),
            models.CheckConstraint(
                condition=Q(families__isnull=True)
                | Q(people__isnull=True)
                | Q(families__lte=models.F("people")),
                name="partnerships_families_are_people",
            ),
        ]
