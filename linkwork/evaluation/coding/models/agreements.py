"""The table of agreement records: figures as they were on a day, to be cited."""

from typing import ClassVar

from django.db import models

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class AgreementRecord(ProgrammeRow):
    """How far coders agreed on the day it was kept. `asked` is the question as JSON, `found` the figures."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=200)
    asked = models.JSONField()
    found = models.JSONField()
    digest = models.CharField(max_length=64)
    kept_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "to tell records apart"),
        "asked": kept(PrivacyClass.PROGRAMME, "which sources, coders, codes and unit, to reckon it again"),
        "found": kept(PrivacyClass.PROGRAMME, "the figures as they were cited"),
        "digest": kept(PrivacyClass.PSEUDONYM, "to see whether the codings have changed since"),
        "kept_by": kept(PrivacyClass.PROGRAMME, "who kept it"),
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["programme", "study"], name="coding_records_of_study"),
        ]
