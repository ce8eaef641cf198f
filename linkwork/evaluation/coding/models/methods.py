"""The tables of how a study is analysed: its method, and how far each phase has come."""

from typing import ClassVar

from django.db import models

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.methods import Method
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class StudyMethod(ProgrammeRow):
    """The method a study follows."""

    study = ProgrammeKey("studies.Study", related_name="+")
    method = models.CharField(max_length=24, choices=[(m.value, m.value) for m in Method])

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study follows it"),
        "method": kept(PrivacyClass.PROGRAMME, "how the analysis goes, for whoever reports it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study"], name="coding_one_method_a_study")
        ]


class MethodPhase(ProgrammeRow):
    """One phase of a method in a study: when it was done, and what was noted."""

    study = ProgrammeKey("studies.Study", related_name="+")
    phase = models.CharField(max_length=40)
    done_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "phase": kept(PrivacyClass.PROGRAMME, "which step of the method"),
        "done_on": kept(PrivacyClass.PROGRAMME, "how far the analysis has come"),
        "note": kept(PrivacyClass.SENSITIVE, "what the team thought while doing it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "phase"], name="coding_phase_once")
        ]
