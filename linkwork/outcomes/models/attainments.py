"""How far a goal came."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.outcomes.rules.attainment import Level
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Attainment(ProgrammeRow):
    """Where a goal stood on a day, as the person sees it. A later one stands beside an earlier one, never instead."""

    case = ProgrammeKey("casework.Case", related_name="+")
    goal = ProgrammeKey("casework.Goal", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    level = models.SmallIntegerField(choices=[(level.value, level.name) for level in Level])
    words = models.TextField(blank=True)
    noted_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose goal it is"),
        "goal": kept(PrivacyClass.PSEUDONYM, "which goal it is about"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who heard it"),
        "level": kept(PrivacyClass.PERSONAL, "how far people come with what they wanted"),
        "words": kept(PrivacyClass.SENSITIVE, "how it stands, in the person's words"),
        "noted_on": kept(PrivacyClass.PERSONAL, "how goals move over time"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(level__gte=Level.MUCH_LESS, level__lte=Level.MUCH_MORE),
                name="outcomes_attainment_has_a_level",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "case", "noted_on"], name="outcomes_attainment_by_case")
        ]
