"""The table of decisions: what became of one place where coders met or differed. Nothing in it is deleted."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Decision(ProgrammeRow):
    """`members` are the coders' codings it is about, `taken` those the consensus follows; both ids as strings."""

    round = ProgrammeKey("coding.Round", related_name="decisions")
    source = ProgrammeKey("studies.Source", related_name="+")
    sort = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Sort])
    choice = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Choice])
    members = models.JSONField()
    taken = models.JSONField()
    digest = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    decided_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "round": kept(PrivacyClass.PROGRAMME, "in which round it was decided"),
        "source": kept(PrivacyClass.PROGRAMME, "in which text"),
        "sort": kept(PrivacyClass.PROGRAMME, "how the coders differed"),
        "choice": kept(PrivacyClass.PROGRAMME, "what was decided"),
        "members": kept(PrivacyClass.PROGRAMME, "which codings it is about"),
        "taken": kept(PrivacyClass.PROGRAMME, "which codings the consensus follows"),
        "digest": kept(PrivacyClass.PSEUDONYM, "to see whether the codings have changed since"),
        "reason": kept(PrivacyClass.SENSITIVE, "why it was decided so"),
        "decided_by": kept(PrivacyClass.PROGRAMME, "who decided"),
        "undone_at": kept(PrivacyClass.PROGRAMME, "to undo, and to show the way of the analysis"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("created_at")),
                name="coding_decision_undone_after",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "round", "source"], name="coding_decisions_of_source"),
        ]
