"""The table of frozen codebooks: written once, never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class CodebookVersion(ProgrammeRow):
    """A study's codebook as it was on one day, whole, with a hash of its content."""

    study = ProgrammeKey("studies.Study", related_name="+")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    note = models.CharField(max_length=300, blank=True)
    frozen_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "whose codebook it is"),
        "number": kept(PrivacyClass.PROGRAMME, "to cite it"),
        "name": kept(PrivacyClass.PROGRAMME, "what it was frozen for"),
        "note": kept(PrivacyClass.PROGRAMME, "what a reader should know about it"),
        "frozen_by": kept(PrivacyClass.PROGRAMME, "who answers for it"),
        "content": kept(PrivacyClass.SENSITIVE, "the codes as they were; examples may be somebody's words"),
        "sha256": kept(PrivacyClass.PROGRAMME, "to show that it has not changed"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "number"], name="coding_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="coding_versions_begin_at_one"),
        ]
