"""Steps: what each coder did to their codings, so that they can take it back and do it again on any later day."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.steps import StepKind
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Step(ProgrammeRow):
    """One step of one coder: at the desk of a source, or by a search over a study (then without a source)."""

    study = ProgrammeKey("studies.Study", related_name="+")
    source = ProgrammeKey("studies.Source", null=True, related_name="+")
    coder = ProgrammeKey("programmes.Worker", related_name="+")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in StepKind])
    changes = models.JSONField()
    undone_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "in which study it was done"),
        "source": kept(PrivacyClass.PROGRAMME, "at the desk of which text it was done"),
        "coder": kept(PrivacyClass.PROGRAMME, "whose step it is: nobody takes back another’s"),
        "kind": kept(PrivacyClass.PROGRAMME, "to say what would be undone"),
        "changes": kept(PrivacyClass.SENSITIVE, "what it changed, with memos, to take it back"),
        "undone_at": kept(PrivacyClass.PROGRAMME, "whether it is taken back and can be done again"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="search", source__isnull=True) | ~Q(kind="search") & Q(source__isnull=False),
                name="coding_step_has_its_source",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "coder", "source", "id"], name="coding_steps_of_a_coder"),
        ]
