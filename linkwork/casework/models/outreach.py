"""Time spent where people are, and people met there who stay without a name."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from linkwork.casework.models.contacts import within_a_day
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Presence(ProgrammeRow):
    """Outreach time at a place, which may meet nobody. People met are counted, not named."""

    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    site = ProgrammeKey("programmes.Site", null=True, related_name="+")
    place = models.CharField(max_length=160, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    people_met = models.PositiveSmallIntegerField(default=0)
    adults = models.PositiveSmallIntegerField(null=True)
    children = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PROGRAMME, "who was there"),
        "site": kept(PrivacyClass.PROGRAMME, "where people are looked for"),
        "place": kept(PrivacyClass.PROGRAMME, "where people are looked for, in words"),
        "started_at": kept(PrivacyClass.PROGRAMME, "how much time outreach takes"),
        "ended_at": kept(PrivacyClass.PROGRAMME, "how much time outreach takes"),
        "people_met": kept(PrivacyClass.PROGRAMME, "how many people outreach meets"),
        "adults": kept(PrivacyClass.PROGRAMME, "whom outreach meets"),
        "children": kept(PrivacyClass.PROGRAMME, "whom outreach meets"),
        "note": kept(PrivacyClass.SENSITIVE, "what the next one going there should know"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("started_at")), name="casework_presence_in_order"
            ),
            models.CheckConstraint(
                condition=Q(people_met__gte=Coalesce(F("adults"), 0) + Coalesce(F("children"), 0)),
                name="casework_presence_parts_within_all",
            ),
            models.CheckConstraint(
                condition=Q(site__isnull=False) | ~Q(place=""), name="casework_presence_is_somewhere"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "started_at"], name="casework_presence_by_day")
        ]


class PresenceLanguage(ProgrammeRow):
    """How many of the people met at one presence spoke one language."""

    presence = ProgrammeKey("casework.Presence", related_name="languages")
    language = models.CharField(max_length=12)
    people = models.PositiveSmallIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "presence": kept(PrivacyClass.PROGRAMME, "which presence it belongs to"),
        "language": kept(PrivacyClass.PROGRAMME, "which languages outreach needs"),
        "people": kept(PrivacyClass.PROGRAMME, "how many spoke it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "presence", "language"], name="casework_presence_language_once"
            ),
            models.CheckConstraint(condition=Q(people__gt=0), name="casework_presence_language_counts"),
        ]


class AnonymousContact(ProgrammeRow):
    """A talk with somebody who gave no name. `referral` is what it led to, where they wanted support."""

    presence = ProgrammeKey("casework.Presence", null=True, related_name="anonymous")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    site = ProgrammeKey("programmes.Site", null=True, related_name="+")
    referral = ProgrammeKey("casework.Referral", null=True, related_name="+")
    occurred_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "presence": kept(PrivacyClass.PROGRAMME, "where it happened"),
        "worker": kept(PrivacyClass.PROGRAMME, "who talked with them"),
        "site": kept(PrivacyClass.PROGRAMME, "where people are met"),
        "referral": kept(PrivacyClass.PSEUDONYM, "whether outreach leads to support"),
        "occurred_at": kept(PrivacyClass.PERSONAL, "when it happened"),
        "minutes": kept(PrivacyClass.PERSONAL, "how much time outreach gives"),
        "language": kept(PrivacyClass.PERSONAL, "in which language people are met"),
        "note": kept(PrivacyClass.SENSITIVE, "what was talked about"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=within_a_day("minutes"), name="casework_anonymous_within_a_day"),
            models.UniqueConstraint(
                fields=["programme", "referral"], name="casework_anonymous_one_per_referral"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "presence", "id"], name="casework_anonymous_at")
        ]


class AnonymousTerm(ProgrammeRow):
    """One topic of one anonymous contact: a term of a list."""

    contact = ProgrammeKey("casework.AnonymousContact", related_name="terms")
    list = models.CharField(max_length=20)
    term = models.CharField(max_length=24)

    privacy: ClassVar = BASE_PRIVACY | {
        "contact": kept(PrivacyClass.PSEUDONYM, "which talk it describes"),
        "list": kept(PrivacyClass.PROGRAMME, "from which list the term is"),
        "term": kept(PrivacyClass.PERSONAL, "what outreach is about"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "contact", "list", "term"], name="casework_anonymous_term_once"
            )
        ]
