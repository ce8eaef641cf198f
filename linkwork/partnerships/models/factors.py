"""What helps the programme take hold, and what hinders it."""

from typing import ClassVar

from django.db import models

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import FactorKind, FactorState, Influence
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Factor(ProgrammeRow):
    """One thing that helps, hinders or does both."""

    words = models.CharField(max_length=240)
    influence = models.CharField(max_length=8, choices=[(i.value, i.value) for i in Influence])
    kind = models.CharField(max_length=14, choices=[(k.value, k.value) for k in FactorKind])
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in FactorState])
    partner = ProgrammeKey("partnerships.Partner", related_name="+", null=True)
    noted_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "words": kept(PrivacyClass.SENSITIVE, "what it is, as those who met it say it"),
        "influence": kept(PrivacyClass.PROGRAMME, "whether it helps or hinders"),
        "kind": kept(PrivacyClass.PROGRAMME, "to compare with the published categories"),
        "state": kept(PrivacyClass.PROGRAMME, "whether anything was done about it"),
        "partner": kept(PrivacyClass.PROGRAMME, "with whom it was met"),
        "noted_on": kept(PrivacyClass.PROGRAMME, "in which stage it was met"),
    }
