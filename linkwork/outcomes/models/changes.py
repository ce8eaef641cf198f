"""The table of what changed, in the person’s words. Measures and their answers lie beside it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.outcomes.rules.changes import Direction
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Change(ProgrammeRow):
    """What changed, as the person says it on a day. A later change stands beside an earlier one, never instead."""

    case = ProgrammeKey("casework.Case", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    direction = models.CharField(max_length=10, choices=[(d.value, d.value) for d in Direction])
    words = models.TextField(blank=True)
    noted_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose change it is"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who heard it"),
        "direction": kept(PrivacyClass.PERSONAL, "how many say that things got better"),
        "words": kept(PrivacyClass.SENSITIVE, "what changed, in the person's words"),
        "noted_on": kept(PrivacyClass.PERSONAL, "how things change over time"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(direction__in=[d.value for d in Direction]), name="outcomes_direction_is_known"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "case", "noted_on"], name="outcomes_by_case")]
