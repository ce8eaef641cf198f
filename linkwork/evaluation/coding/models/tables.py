"""The table of saved tables: questions about codings under a name."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class SavedTable(ProgrammeRow):
    """One question under a title. Its answer is drawn from the codings each time."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=200)
    asked = models.JSONField()
    saved_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it asks about"),
        "title": kept(PrivacyClass.PROGRAMME, "to find it again"),
        "asked": kept(PrivacyClass.PROGRAMME, "which codes are laid across what, to draw it again"),
        "saved_by": kept(PrivacyClass.PROGRAMME, "who asked"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "since when it is offered no more"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "study", "title"],
                condition=Q(removed_at__isnull=True),
                name="coding_table_titled_once",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(removed_at__gte=F("created_at")),
                name="coding_table_removed_after",
            ),
        ]
