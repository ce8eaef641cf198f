"""How each side sees the relationship, again and again."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import HIGHEST, LOWEST, Side
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

ANSWERS = ("reach", "together", "word", "openly")


def _in_range() -> Q:
    whole = Q()
    for name in ANSWERS:
        whole &= Q(**{f"{name}__range": (LOWEST, HIGHEST)})
    return whole


class Rating(ProgrammeRow):
    """What one side said on one day: four answers from 1 to 5, and what changed it."""

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    side = models.CharField(max_length=4, choices=[(s.value, s.value) for s in Side])
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    link = ProgrammeKey("partnerships.PartnerLink", related_name="+", null=True)
    rated_on = models.DateField()
    reach = models.PositiveSmallIntegerField()
    together = models.PositiveSmallIntegerField()
    word = models.PositiveSmallIntegerField()
    openly = models.PositiveSmallIntegerField()
    changed = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "the relationship with whom"),
        "side": kept(PrivacyClass.PROGRAMME, "whose view it is"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who answered for the programme"),
        "link": kept(PrivacyClass.PSEUDONYM, "who answered for the partner"),
        "rated_on": kept(PrivacyClass.PROGRAMME, "to see it over time"),
        "reach": kept(PrivacyClass.PROGRAMME, "how strong the relationship is"),
        "together": kept(PrivacyClass.PROGRAMME, "how strong the relationship is"),
        "word": kept(PrivacyClass.PROGRAMME, "how much trust there is"),
        "openly": kept(PrivacyClass.PROGRAMME, "how much trust there is"),
        "changed": kept(PrivacyClass.SENSITIVE, "what changed it, in their words"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=_in_range(), name="partnerships_rating_one_to_five"),
            models.CheckConstraint(
                condition=Q(side=Side.US.value, link__isnull=True)
                | Q(side=Side.THEM.value, link__isnull=False, worker__isnull=True),
                name="partnerships_rating_by_its_side",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "partner", "rated_on"], name="partnerships_ratings")
        ]
