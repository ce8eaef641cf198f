"""Partners, the people there, who among them is a champion, and what was done together."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import Practice, Sector
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Partner(ProgrammeRow):
    """An organisation the programme works with."""

    name = models.CharField(max_length=160)
    sector = models.CharField(max_length=16, choices=[(s.value, s.value) for s in Sector])
    note = models.TextField(blank=True)
    organisation = ProgrammeKey("directory.Organisation", related_name="+", null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "name": kept(PrivacyClass.PROGRAMME, "to know who it is"),
        "organisation": kept(PrivacyClass.PROGRAMME, "which of the directory's organisations it is"),
        "sector": kept(PrivacyClass.PROGRAMME, "to show work within and across sectors"),
        "note": kept(PrivacyClass.SENSITIVE, "what a colleague should know before calling"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "name"], name="partnerships_partner_once")
        ]


class PartnerContact(ProgrammeRow):
    """Somebody who works at a partner."""

    partner = ProgrammeKey("partnerships.Partner", related_name="contacts")
    name = models.CharField(max_length=120)
    part = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "where they work"),
        "name": kept(PrivacyClass.IDENTIFYING, "whom to ask for"),
        "part": kept(PrivacyClass.PROGRAMME, "what they do there"),
        "phone": kept(PrivacyClass.IDENTIFYING, "to call them"),
        "email": kept(PrivacyClass.IDENTIFYING, "to write to them"),
    }


class Champion(ProgrammeRow):
    """A contact who stands up for the programme inside the partner, from a day, perhaps to a day."""

    contact = ProgrammeKey("partnerships.PartnerContact", related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "contact": kept(PrivacyClass.PSEUDONYM, "who the champion is"),
        "since": kept(PrivacyClass.PROGRAMME, "whether a champion was in place when something happened"),
        "until": kept(PrivacyClass.PROGRAMME, "whether a champion was in place when something happened"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "contact"],
                condition=Q(until__isnull=True),
                name="partnerships_champion_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="partnerships_champion_days_in_order",
            ),
        ]


class Interaction(ProgrammeRow):
    """One piece of work with a partner: which of the five practices, who, when."""

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    meeting = ProgrammeKey("partnerships.Meeting", related_name="+", null=True)
    practice = models.CharField(max_length=16, choices=[(p.value, p.value) for p in Practice])
    occurred_on = models.DateField()
    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "with whom"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who collaborates with whom"),
        "meeting": kept(PrivacyClass.PROGRAMME, "so that a meeting is not typed twice"),
        "practice": kept(PrivacyClass.PROGRAMME, "which way of working together it was"),
        "occurred_on": kept(PrivacyClass.PROGRAMME, "to notice a partner who has gone quiet"),
        "note": kept(PrivacyClass.SENSITIVE, "what was said and agreed"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "meeting", "partner"], name="partnerships_meeting_counts_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "partner", "occurred_on"], name="partnerships_by_partner")
        ]
