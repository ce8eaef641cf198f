"""What partners say about the programme, and whether they agreed that it is shown."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class PartnerStatement(ProgrammeRow):
    """A partner's own words. Shown outside only once agreed to, and under its name only where that was agreed too."""

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    words = models.TextField()
    said_on = models.DateField()
    agreed_on = models.DateField(null=True)
    may_name = models.BooleanField(default=False)
    withdrawn_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "who said it"),
        "words": kept(PrivacyClass.SENSITIVE, "what they said"),
        "said_on": kept(PrivacyClass.PROGRAMME, "when they said it"),
        "agreed_on": kept(PrivacyClass.PROGRAMME, "whether it may be shown"),
        "may_name": kept(PrivacyClass.PROGRAMME, "whether their name may stand under it"),
        "withdrawn_on": kept(PrivacyClass.PROGRAMME, "so that it is shown no longer"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(may_name=False) | Q(agreed_on__isnull=False),
                name="partnerships_named_when_agreed",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True) | Q(agreed_on__gte=models.F("said_on")),
                name="partnerships_agreed_after_saying",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True)
                | Q(agreed_on__isnull=False, withdrawn_on__gte=models.F("agreed_on")),
                name="partnerships_withdrawn_after_agreeing",
            ),
        ]
