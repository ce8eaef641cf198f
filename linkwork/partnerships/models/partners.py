"""Partners, the people there, who among them is a champion, and what was done together."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import Practice, Quality, Sector
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
    left_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "where they work"),
        "name": kept(PrivacyClass.IDENTIFYING, "whom to ask for"),
        "part": kept(PrivacyClass.PROGRAMME, "what they do there"),
        "phone": kept(PrivacyClass.IDENTIFYING, "to call them"),
        "email": kept(PrivacyClass.IDENTIFYING, "to write to them"),
        "left_on": kept(PrivacyClass.PROGRAMME, "to ask for somebody who is still there"),
    }


class Champion(ProgrammeRow):
    """A contact who stands up for the programme inside the partner, from a day, perhaps to a day."""

    contact = ProgrammeKey("partnerships.PartnerContact", related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    does = models.CharField(max_length=240, blank=True)
    reason = models.CharField(max_length=240, blank=True)
    successor = ProgrammeKey("partnerships.PartnerContact", related_name="+", null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "contact": kept(PrivacyClass.PSEUDONYM, "who the champion is"),
        "since": kept(PrivacyClass.PROGRAMME, "whether a champion was in place when something happened"),
        "until": kept(PrivacyClass.PROGRAMME, "whether a champion was in place when something happened"),
        "does": kept(PrivacyClass.SENSITIVE, "what the champion does for the programme there"),
        "reason": kept(PrivacyClass.SENSITIVE, "why the champion stopped"),
        "successor": kept(PrivacyClass.PSEUDONYM, "who took it over"),
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
            models.CheckConstraint(
                condition=Q(until__isnull=False) | Q(reason="", successor__isnull=True),
                name="partnerships_champion_left_before_followed",
            ),
        ]


class Interaction(ProgrammeRow):
    """One piece of work with a partner: which of the five practices, who, when, how it went, what follows.

    `case` only where somebody was supported together, by id and nothing else; `from_contact` is the contact of the
    case's log it was noted from, so that it is not noted twice (no key: a contact can be taken back).
    """

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    meeting = ProgrammeKey("partnerships.Meeting", related_name="+", null=True)
    session = ProgrammeKey("partnerships.ActivitySession", related_name="+", null=True)
    practice = models.CharField(max_length=16, choices=[(p.value, p.value) for p in Practice])
    occurred_on = models.DateField()
    note = models.TextField(blank=True)
    quality = models.CharField(max_length=10, blank=True, choices=[(q.value, q.value) for q in Quality])
    agreed = models.TextField(blank=True)
    next_step = models.CharField(max_length=240, blank=True)
    next_on = models.DateField(null=True)
    next_done_at = models.DateTimeField(null=True)
    case = ProgrammeKey("casework.Case", related_name="+", null=True)
    from_contact = models.UUIDField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "with whom"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who collaborates with whom"),
        "meeting": kept(PrivacyClass.PROGRAMME, "so that a meeting is not typed twice"),
        "session": kept(PrivacyClass.PROGRAMME, "so that an activity is not typed twice"),
        "practice": kept(PrivacyClass.PROGRAMME, "which way of working together it was"),
        "occurred_on": kept(PrivacyClass.PROGRAMME, "to notice a partner who has gone quiet"),
        "note": kept(PrivacyClass.SENSITIVE, "what was said"),
        "quality": kept(PrivacyClass.PROGRAMME, "how working together goes"),
        "agreed": kept(PrivacyClass.SENSITIVE, "what was agreed"),
        "next_step": kept(PrivacyClass.SENSITIVE, "what follows from it"),
        "next_on": kept(PrivacyClass.PROGRAMME, "to show the next step on its day"),
        "next_done_at": kept(PrivacyClass.PROGRAMME, "to stop showing it"),
        "case": kept(PrivacyClass.PSEUDONYM, "for whom somebody was supported together"),
        "from_contact": kept(PrivacyClass.PSEUDONYM, "so that a contact’s partner is noted once"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "meeting", "partner"], name="partnerships_meeting_counts_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "from_contact", "partner"], name="partnerships_contact_counts_once"
            ),
            models.CheckConstraint(
                condition=Q(next_step="", next_on__isnull=True, next_done_at__isnull=True)
                | (~Q(next_step="") & Q(next_on__isnull=False, next_on__gte=models.F("occurred_on"))),
                name="partnerships_next_step_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(case__isnull=True) | Q(practice=Practice.CO_INTERVENTION.value),
                name="partnerships_case_only_together",
            ),
            models.CheckConstraint(
                condition=Q(from_contact__isnull=True) | Q(case__isnull=False),
                name="partnerships_contact_has_its_case",
            ),
            models.UniqueConstraint(
                fields=["programme", "session", "partner"], name="partnerships_session_counts_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "partner", "occurred_on"], name="partnerships_by_partner"),
            models.Index(fields=["programme", "occurred_on"], name="partnerships_by_day"),
            models.Index(
                fields=["programme", "worker", "next_on"],
                condition=Q(next_on__isnull=False, next_done_at__isnull=True),
                name="partnerships_next_steps",
            ),
        ]
