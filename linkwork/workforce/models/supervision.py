"""Times a worker’s work was talked over."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.supervision import SupervisionKind


class Supervision(ProgrammeRow):
    """One time a worker's work was talked over. `partner` is who with; empty where it was somebody from outside."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    partner = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in SupervisionKind])
    held_on = models.DateField()
    agreed = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "whose work was talked over"),
        "partner": kept(PrivacyClass.PSEUDONYM, "who with"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether each kind of support is in place"),
        "held_on": kept(PrivacyClass.PROGRAMME, "to notice a gap"),
        "agreed": kept(PrivacyClass.SENSITIVE, "to do what was agreed"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(partner__isnull=True) | ~Q(partner=F("worker")), name="workforce_takes_two"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "worker", "held_on"], name="workforce_by_worker")
        ]
