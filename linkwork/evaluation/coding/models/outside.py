"""By which id another program knows a row of ours: what comes in keeps its name, so that it goes out by it."""

from typing import ClassVar

from django.db import models

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class OutsideId(ProgrammeRow):
    """One row of a study (a source, a code, a coding, a memo) and its GUID in the file it came from."""

    study = ProgrammeKey("studies.Study", related_name="+")
    row = models.UUIDField()
    guid = models.UUIDField()

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "row": kept(PrivacyClass.PROGRAMME, "which row of ours"),
        "guid": kept(PrivacyClass.PROGRAMME, "what other programs call it, to give it back under that id"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "row"], name="coding_one_outside_id"),
            models.UniqueConstraint(fields=["programme", "study", "guid"], name="coding_outside_id_once"),
        ]
