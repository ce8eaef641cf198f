"""The person supported, the keys their name is found by, and what they agreed to."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.persons import Prefers
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Person(ProgrammeRow):
    """Someone supported. Nothing but a name to call them by is required."""

    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80, blank=True)
    search_key = models.CharField(max_length=400)
    born_year = models.PositiveSmallIntegerField(null=True)
    born_on = models.DateField(null=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=12, blank=True)
    interpreter = models.BooleanField(default=False)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    area = models.CharField(max_length=120, blank=True)
    prefers = models.CharField(
        max_length=8, choices=[(p.value, p.value) for p in Prefers], default=Prefers.ANY
    )

    privacy: ClassVar = BASE_PRIVACY | {
        "given_name": kept(PrivacyClass.IDENTIFYING, "to call them by their name"),
        "family_name": kept(PrivacyClass.IDENTIFYING, "to tell two people apart"),
        "search_key": kept(PrivacyClass.IDENTIFYING, "to find them, however the name is written"),
        "born_year": kept(PrivacyClass.PERSONAL, "what is offered to which age; whom the programme reaches"),
        "born_on": kept(PrivacyClass.IDENTIFYING, "where a provider asks for the day"),
        "phone": kept(PrivacyClass.IDENTIFYING, "to call them"),
        "email": kept(PrivacyClass.IDENTIFYING, "to write to them"),
        "language": kept(PrivacyClass.PERSONAL, "to talk with them in a language they speak"),
        "interpreter": kept(PrivacyClass.PERSONAL, "to book an interpreter"),
        "latitude": kept(PrivacyClass.IDENTIFYING, "to find support near them"),
        "longitude": kept(PrivacyClass.IDENTIFYING, "to find support near them"),
        "area": kept(PrivacyClass.IDENTIFYING, "to find support near them, in words"),
        "prefers": kept(PrivacyClass.PERSONAL, "to reach them the way they like"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,  # a bound on nothing is not false, so a half place would pass
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="casework_person_place_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(born_year__isnull=True)
                | Q(born_on__isnull=True, born_year__gte=1900, born_year__lte=2200),
                name="casework_person_born_once",
            ),
            models.CheckConstraint(condition=~Q(given_name=""), name="casework_person_has_a_name"),
        ]


class NameKey(ProgrammeRow):
    """One key a person's name leaves (see `rules.names`)."""

    person = ProgrammeKey("casework.Person", related_name="name_keys")
    key = models.CharField(max_length=6)

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whose name it is"),
        "key": kept(PrivacyClass.IDENTIFYING, "to find somebody by part of a misspelt name"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key", "person"], name="casework_name_key_once")
        ]


class Consent(ProgrammeRow):
    """What a person agreed to: for one purpose, with one recipient, until a day or until they say no."""

    person = ProgrammeKey("casework.Person", related_name="consents")
    purpose = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Purpose])
    recipient = models.CharField(max_length=160, blank=True)
    given_at = models.DateTimeField()
    expires_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whose consent it is"),
        "purpose": kept(PrivacyClass.PERSONAL, "what may be done"),
        "recipient": kept(PrivacyClass.SENSITIVE, "with whom it may be done"),
        "given_at": kept(PrivacyClass.PERSONAL, "from when"),
        "expires_on": kept(PrivacyClass.PERSONAL, "until when"),
        "withdrawn_at": kept(PrivacyClass.PERSONAL, "when they said no"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="casework_consent_in_order",
            )
        ]
