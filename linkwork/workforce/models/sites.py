"""Who sits where on which day, what the place is like, and who stands up for the programme there."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class SiteDay(ProgrammeRow):
    """A worker is at a site on a day of the week (0 is Monday)."""

    site = ProgrammeKey("programmes.Site", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    weekday = models.PositiveSmallIntegerField()
    desk = models.CharField(max_length=80, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "site": kept(PrivacyClass.PROGRAMME, "which place"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who is there"),
        "weekday": kept(PrivacyClass.PROGRAMME, "on which day"),
        "desk": kept(PrivacyClass.PROGRAMME, "where to find them"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "site", "worker", "weekday"], name="workforce_day_at_site_once"
            ),
            models.CheckConstraint(condition=Q(weekday__in=list(range(7))), name="workforce_day_of_the_week"),
        ]


class SiteConditions(ProgrammeRow):
    """What a place is like to work in; None: nobody has said."""

    site = ProgrammeKey("programmes.Site", related_name="+")
    private_room = models.BooleanField(null=True)
    record_access = models.BooleanField(null=True)
    helps = models.TextField(blank=True)
    hinders = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "site": kept(PrivacyClass.PROGRAMME, "which place"),
        "private_room": kept(PrivacyClass.PROGRAMME, "whether people can talk unheard"),
        "record_access": kept(PrivacyClass.PROGRAMME, "whether the practice’s records can be seen there"),
        "helps": kept(PrivacyClass.PROGRAMME, "what makes the place work"),
        "hinders": kept(PrivacyClass.PROGRAMME, "what makes it hard"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "site"], name="workforce_site_once")
        ]


class SiteChampion(ProgrammeRow):
    """Somebody at the site who stands up for the programme, from a day to a day."""

    site = ProgrammeKey("programmes.Site", related_name="+")
    name = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "site": kept(PrivacyClass.PROGRAMME, "which place"),
        "name": kept(PrivacyClass.IDENTIFYING, "whom to turn to there"),
        "since": kept(PrivacyClass.PROGRAMME, "whether there is one"),
        "until": kept(PrivacyClass.PROGRAMME, "whether there is one"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="workforce_champion_in_order",
            )
        ]
