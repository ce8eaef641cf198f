"""What the worker does and does not do, who at the partners has read it, and how clear it is to them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import HIGHEST, LOWEST
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class RoleCard(ProgrammeRow):
    """One version of the programme's role card, numbered from 1: the one with the highest number holds."""

    number = models.PositiveSmallIntegerField()
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    does = models.TextField()
    does_not = models.TextField()
    reach = models.TextField()
    published_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "number": kept(PrivacyClass.OPEN, "which version it is"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who wrote it"),
        "does": kept(PrivacyClass.OPEN, "so that partners know what to come with"),
        "does_not": kept(PrivacyClass.OPEN, "so that partners know what not to come with"),
        "reach": kept(PrivacyClass.OPEN, "so that partners know how to come"),
        "published_on": kept(PrivacyClass.OPEN, "from when it holds"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="partnerships_role_card_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="partnerships_role_cards_from_one"),
        ]


class Acknowledgement(ProgrammeRow):
    """Somebody at a partner said that they have read one version of the role card."""

    role_card = ProgrammeKey("partnerships.RoleCard", related_name="+")
    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    contact = ProgrammeKey("partnerships.PartnerContact", related_name="+")
    name = models.CharField(max_length=120)
    said_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "role_card": kept(PrivacyClass.PROGRAMME, "which version they read"),
        "partner": kept(PrivacyClass.PROGRAMME, "which partners know the role"),
        "contact": kept(PrivacyClass.PSEUDONYM, "who there read it"),
        "name": kept(PrivacyClass.IDENTIFYING, "who said so, as they signed"),
        "said_on": kept(PrivacyClass.PROGRAMME, "since when they know it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "role_card", "contact"], name="partnerships_acknowledged_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "partner"], name="partnerships_acknowledged")]


class Clarity(ProgrammeRow):
    """How clear the worker's role is to somebody at a partner: 1 (not at all) to 5 (fully)."""

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    contact = ProgrammeKey("partnerships.PartnerContact", related_name="+")
    role_card = ProgrammeKey("partnerships.RoleCard", related_name="+", null=True)
    said_on = models.DateField()
    score = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "to which partner it is clear"),
        "contact": kept(PrivacyClass.PSEUDONYM, "who said so"),
        "role_card": kept(PrivacyClass.PROGRAMME, "the version that held then"),
        "said_on": kept(PrivacyClass.PROGRAMME, "to see clarity year by year"),
        "score": kept(PrivacyClass.PROGRAMME, "how clear the role is"),
        "words": kept(PrivacyClass.SENSITIVE, "what is not clear, in their words"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(score__range=(LOWEST, HIGHEST)), name="partnerships_clarity_one_to_five"
            ),
            models.UniqueConstraint(
                fields=["programme", "contact", "said_on"], name="partnerships_clarity_once_a_day"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "partner"], name="partnerships_clarity_of")]
