"""What helps the programme take hold, and what hinders it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

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
    author = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    agreed_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "words": kept(PrivacyClass.SENSITIVE, "what it is, as those who met it say it"),
        "influence": kept(PrivacyClass.PROGRAMME, "whether it helps or hinders"),
        "kind": kept(PrivacyClass.PROGRAMME, "to compare with the published categories"),
        "state": kept(PrivacyClass.PROGRAMME, "whether anything was done about it"),
        "partner": kept(PrivacyClass.PROGRAMME, "with whom it was met"),
        "noted_on": kept(PrivacyClass.PROGRAMME, "in which stage it was met"),
        "author": kept(PrivacyClass.PSEUDONYM, "who alone may let the words go to a study"),
        "agreed_at": kept(PrivacyClass.PROGRAMME, "whether the words may go to a study"),
        "taken_at": kept(PrivacyClass.PROGRAMME, "so that a study takes them in once"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True) | Q(author__isnull=False),
                name="partnerships_factor_agreed_by_its_author",
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True) | Q(agreed_at__isnull=False),
                name="partnerships_factor_taken_when_agreed",
            ),
        ]


class FactorMove(ProgrammeRow):
    """One step of a factor, and at most one thing that brought it about."""

    factor = ProgrammeKey("partnerships.Factor", related_name="+")
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in FactorState])
    moved_on = models.DateField()
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    note = models.CharField(max_length=240, blank=True)
    interaction = ProgrammeKey("partnerships.Interaction", related_name="+", null=True)
    meeting = ProgrammeKey("partnerships.Meeting", related_name="+", null=True)
    advocacy = ProgrammeKey("partnerships.AdvocacyAction", related_name="+", null=True)
    activity = ProgrammeKey("partnerships.Activity", related_name="+", null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "factor": kept(PrivacyClass.PROGRAMME, "which factor"),
        "state": kept(PrivacyClass.PROGRAMME, "how it stood from that day on"),
        "moved_on": kept(PrivacyClass.PROGRAMME, "how the balance changes over time"),
        "worker": kept(PrivacyClass.PSEUDONYM, "whom to ask about it"),
        "note": kept(PrivacyClass.SENSITIVE, "how it came about"),
        "interaction": kept(PrivacyClass.PROGRAMME, "what eased it"),
        "meeting": kept(PrivacyClass.PROGRAMME, "what eased it"),
        "advocacy": kept(PrivacyClass.PROGRAMME, "what eased it"),
        "activity": kept(PrivacyClass.PROGRAMME, "what eased it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(interaction__isnull=True, meeting__isnull=True, advocacy__isnull=True)
                | Q(interaction__isnull=True, meeting__isnull=True, activity__isnull=True)
                | Q(interaction__isnull=True, advocacy__isnull=True, activity__isnull=True)
                | Q(meeting__isnull=True, advocacy__isnull=True, activity__isnull=True),
                name="partnerships_factor_eased_by_one",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "factor", "moved_on"], name="partnerships_by_factor")
        ]
