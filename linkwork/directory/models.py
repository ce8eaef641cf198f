"""The tables of the directory, in HSDS words. A service here stands at one location, which is kept with it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.directory.rules.kinds import ConfirmedBy, CostKind, LocationType, Precision, Status
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

OPEN, PROGRAMME, PSEUDONYM = PrivacyClass.OPEN, PrivacyClass.PROGRAMME, PrivacyClass.PSEUDONYM


class Organisation(ProgrammeRow):
    """Who runs services."""

    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    website = models.CharField(max_length=500, blank=True)
    phone = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "name": kept(OPEN, "who runs the service"),
        "folded": kept(OPEN, "to find the organisation again however its name is written"),
        "description": kept(OPEN, "what the organisation is"),
        "website": kept(OPEN, "to read on"),
        "phone": kept(OPEN, "to reach the organisation"),
        "email": kept(OPEN, "to reach the organisation"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "folded"], name="directory_organisation_once"),
            models.CheckConstraint(condition=~Q(name=""), name="directory_organisation_has_a_name"),
        ]


class Service(ProgrammeRow):
    """One service at one place, or at none (a helpline, a website)."""

    organisation = ProgrammeKey("directory.Organisation", related_name="services")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    category = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in Status], default=Status.ACTIVE
    )
    phone = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=500, blank=True)
    location_type = models.CharField(max_length=10, choices=[(t.value, t.value) for t in LocationType])
    address = models.CharField(max_length=300, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=8, choices=[(p.value, p.value) for p in Precision])
    directions = models.TextField(blank=True)
    hours_text = models.TextField(blank=True)
    open_times = models.JSONField(null=True)
    cost_kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in CostKind])
    cost_words = models.TextField(blank=True)
    cost_imputed = models.BooleanField(default=False)
    eligibility = models.TextField(blank=True)
    languages = models.JSONField(default=list)
    checked_on = models.DateField(null=True)
    checked_how = models.CharField(max_length=10, blank=True)
    doubt = models.CharField(max_length=300, blank=True)
    doubted_on = models.DateField(null=True)
    edited_on = models.DateField(null=True)
    source_name = models.CharField(max_length=200, blank=True)
    source_key = models.CharField(max_length=120, blank=True)
    source_date = models.DateField(null=True)
    source_url = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=80, blank=True)
    attribution = models.CharField(max_length=300, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "organisation": kept(OPEN, "who runs the service"),
        "name": kept(OPEN, "what the service is called"),
        "folded": kept(OPEN, "to find the same service in a second import"),
        "description": kept(OPEN, "what it offers"),
        "category": kept(OPEN, "what kind of service it is"),
        "status": kept(OPEN, "whether it still runs"),
        "phone": kept(OPEN, "to reach the service"),
        "email": kept(OPEN, "to reach the service"),
        "website": kept(OPEN, "to read on"),
        "location_type": kept(OPEN, "whether one can go there"),
        "address": kept(OPEN, "to go there"),
        "latitude": kept(OPEN, "to say how far it is"),
        "longitude": kept(OPEN, "to say how far it is"),
        "precision": kept(OPEN, "to say how sure the distance is"),
        "directions": kept(OPEN, "how to get there"),
        "hours_text": kept(OPEN, "the hours in the provider's words"),
        "open_times": kept(OPEN, "to find what is open when a person can go"),
        "cost_kind": kept(OPEN, "to find what is free"),
        "cost_words": kept(OPEN, "the cost in the provider's words"),
        "cost_imputed": kept(OPEN, "to say that the provider did not state it"),
        "eligibility": kept(OPEN, "whom it is for"),
        "languages": kept(OPEN, "to find a service in a person's language"),
        "checked_on": kept(OPEN, "how fresh the entry is"),
        "checked_how": kept(OPEN, "how somebody knew it is right"),
        "doubt": kept(PROGRAMME, "to warn the next reader of what seemed wrong"),
        "doubted_on": kept(PROGRAMME, "when it seemed wrong"),
        "edited_on": kept(PROGRAMME, "so that an older import does not undo a correction"),
        "source_name": kept(OPEN, "provenance: which list it came from"),
        "source_key": kept(OPEN, "provenance: its key in that list"),
        "source_date": kept(OPEN, "provenance: how old that list is"),
        "source_url": kept(OPEN, "provenance: where that list is"),
        "licence": kept(OPEN, "provenance: on what terms it may be used"),
        "attribution": kept(OPEN, "provenance: whom the terms ask to name"),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["programme", "folded"], name="directory_service_by_name")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="directory_service_has_a_name"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True, precision=Precision.NONE)
                | (
                    Q(
                        latitude__isnull=False, longitude__isnull=False
                    )  # a comparison with nothing is no refusal
                    & Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                    & ~Q(precision=Precision.NONE)
                ),
                name="directory_service_place_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True, checked_how="")
                | Q(checked_on__isnull=False, checked_how__in=[how.value for how in ConfirmedBy]),
                name="directory_service_check_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(doubted_on__isnull=True, doubt="") | (Q(doubted_on__isnull=False) & ~Q(doubt="")),
                name="directory_service_doubt_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(cost_imputed=False) | Q(cost_kind=CostKind.NOT_STATED),
                name="directory_service_imputed_cost_is_not_stated",
            ),
        ]


class Check(ProgrammeRow):
    """One time somebody said that an entry is right, or what is wrong with it."""

    service = ProgrammeKey("directory.Service", related_name="checks")
    on = models.DateField()
    right = models.BooleanField()
    how = models.CharField(max_length=10, choices=[(h.value, h.value) for h in ConfirmedBy], blank=True)
    note = models.CharField(max_length=300, blank=True)
    by_kind = models.CharField(max_length=8)
    by_id = models.UUIDField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "service": kept(OPEN, "which entry"),
        "on": kept(OPEN, "when it was checked"),
        "right": kept(OPEN, "whether it was right"),
        "how": kept(OPEN, "how they knew"),
        "note": kept(PROGRAMME, "what was wrong, or what changed"),
        "by_kind": kept(PROGRAMME, "whether a worker or a partner checked"),
        "by_id": kept(PSEUDONYM, "who checked, to ask back"),
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["programme", "service", "-id"], name="directory_check_of_service")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(right=True) & ~Q(how="")) | (Q(right=False) & ~Q(note="")),
                name="directory_check_says_how_or_what",
            )
        ]


class Entry(ProgrammeRow):
    """What the search looks at: one narrow row for each service that may be found.

    The words lie beside it, where each database keeps words best: on SQLite in the full-text table directory_words
    (its rowid is `number`), on PostgreSQL in the column `words` with a GIN index. Both are made by a migration.
    (x, y, z) is the place on a sphere of radius 1; bit n of a day is set where it is open in the n-th half hour.
    """

    service = ProgrammeKey("directory.Service", related_name="+")
    number = models.BigIntegerField(null=True)
    checked_on = models.DateField(null=True)
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)
    z = models.FloatField(null=True)
    hours_known = models.BooleanField()
    day0 = models.BigIntegerField(default=0)
    day1 = models.BigIntegerField(default=0)
    day2 = models.BigIntegerField(default=0)
    day3 = models.BigIntegerField(default=0)
    day4 = models.BigIntegerField(default=0)
    day5 = models.BigIntegerField(default=0)
    day6 = models.BigIntegerField(default=0)

    privacy: ClassVar = (
        BASE_PRIVACY
        | {
            "service": kept(OPEN, "which service is found"),
            "number": kept(PROGRAMME, "to reach its words"),
            "checked_on": kept(OPEN, "to put fresh entries first"),
            "hours_known": kept(OPEN, "so that unknown hours exclude nothing"),
        }
        | {axis: kept(OPEN, "to order by distance") for axis in ("x", "y", "z")}
        | {f"day{day}": kept(OPEN, "to find what is open when a person can go") for day in range(7)}
    )

    class Meta:
        indexes: ClassVar = [  # all that ranking needs in one look-up
            models.Index(
                fields=["number", "programme", "service", "checked_on", "x", "y", "z", "hours_known"],
                name="directory_entry_narrow",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "service"], name="directory_entry_once"),
            models.UniqueConstraint(fields=["programme", "number"], name="directory_entry_number_once"),
            models.CheckConstraint(
                condition=Q(x__isnull=True, y__isnull=True, z__isnull=True)
                | Q(x__isnull=False, y__isnull=False, z__isnull=False),
                name="directory_entry_place_is_whole",
            ),
        ]
