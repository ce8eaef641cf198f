"""The person supported, and the keys they are found by."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

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
    other_names = models.JSONField(default=list)
    form_of_address = models.CharField(max_length=80, blank=True)
    reading_language = models.CharField(max_length=12, blank=True)
    phone_message_ok = models.BooleanField(null=True)
    other_ways = models.JSONField(default=list)
    best_time = models.CharField(max_length=120, blank=True)
    never_by = models.JSONField(default=list)
    address = models.CharField(max_length=200, blank=True)
    access_needs = models.JSONField(default=list)
    access_words = models.TextField(blank=True)
    trusted_name = models.CharField(max_length=120, blank=True)
    trusted_relation = models.CharField(max_length=80, blank=True)
    trusted_phone = models.CharField(max_length=40, blank=True)
    merged_into = ProgrammeKey("casework.Person", null=True, related_name="absorbed")

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
        "other_names": kept(PrivacyClass.IDENTIFYING, "to find and call them by the names they use"),
        "form_of_address": kept(PrivacyClass.SENSITIVE, "to speak of them as they wish"),
        "reading_language": kept(PrivacyClass.PERSONAL, "to write to them in a language they read"),
        "phone_message_ok": kept(PrivacyClass.PERSONAL, "whether a message left there could harm them"),
        "other_ways": kept(PrivacyClass.IDENTIFYING, "to reach them where the first way fails"),
        "best_time": kept(PrivacyClass.SENSITIVE, "to call when they can talk"),
        "never_by": kept(PrivacyClass.PERSONAL, "ways that are not safe or not wanted"),
        "address": kept(PrivacyClass.IDENTIFYING, "to visit them or write them a letter"),
        "access_needs": kept(PrivacyClass.PERSONAL, "to meet them in a way and place that works"),
        "access_words": kept(PrivacyClass.SENSITIVE, "what a list of access needs does not say"),
        "trusted_name": kept(PrivacyClass.IDENTIFYING, "whom to call if something happens"),
        "trusted_relation": kept(PrivacyClass.SENSITIVE, "who that is to them"),
        "trusted_phone": kept(PrivacyClass.IDENTIFYING, "whom to call if something happens"),
        "merged_into": kept(PrivacyClass.PSEUDONYM, "the record that goes on for the same person"),
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
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                name="casework_person_not_own_double",
            ),
        ]


class NameKey(ProgrammeRow):
    """One key by which a person is found: of a name, a number, a birth year, an address (see `rules.names`)."""

    person = ProgrammeKey("casework.Person", related_name="name_keys")
    key = models.CharField(max_length=6)

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whose name it is"),
        "key": kept(PrivacyClass.IDENTIFYING, "to find somebody by part of a misspelt name or of a number"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key", "person"], name="casework_name_key_once")
        ]
