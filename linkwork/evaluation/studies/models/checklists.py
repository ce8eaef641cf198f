"""What a paper says to each item of a reporting checklist."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class ChecklistAnswer(ProgrammeRow):
    """One line of a checklist. `drafted`: its text is from the records, and nobody has changed it."""

    study = ProgrammeKey("studies.Study", related_name="+")
    checklist = models.CharField(max_length=20)
    item = models.CharField(max_length=8)
    place = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    drafted = models.BooleanField(default=False)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study is reported"),
        "checklist": kept(PrivacyClass.PROGRAMME, "by which checklist"),
        "item": kept(PrivacyClass.PROGRAMME, "which of its items"),
        "place": kept(PrivacyClass.PROGRAMME, "where in the paper readers find it"),
        "text": kept(PrivacyClass.PROGRAMME, "what the paper reports"),
        "drafted": kept(PrivacyClass.PROGRAMME, "to show what the team has not looked at yet"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "study", "checklist", "item"], name="studies_checklist_item_once"
            ),
            models.CheckConstraint(
                condition=Q(drafted=False) | ~Q(text=""), name="studies_draft_says_something"
            ),
        ]
