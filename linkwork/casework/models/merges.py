"""Two records of one person, brought together and, if that was wrong, taken apart again."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Merge(ProgrammeRow):
    """What a merge changed: the fields of the person it went `into`, before and after, and the rows `moved`."""

    into = ProgrammeKey("casework.Person", related_name="merges")
    absorbed = ProgrammeKey("casework.Person", related_name="merged_away")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    why = models.TextField(blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    moved = models.JSONField(default=dict)
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "into": kept(PrivacyClass.PSEUDONYM, "the record that goes on"),
        "absorbed": kept(PrivacyClass.PSEUDONYM, "the record that was the same person"),
        "worker": kept(PrivacyClass.PROGRAMME, "who decided it"),
        "why": kept(PrivacyClass.SENSITIVE, "how it was known that they are one"),
        "before": kept(PrivacyClass.IDENTIFYING, "to take the records apart as they were"),
        "after": kept(PrivacyClass.IDENTIFYING, "to see what was changed since"),
        "moved": kept(PrivacyClass.PSEUDONYM, "to take the records apart as they were"),
        "merged_at": kept(PrivacyClass.PROGRAMME, "in which order merges are undone"),
        "undone_at": kept(PrivacyClass.PROGRAMME, "whether it still holds"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "absorbed"],
                condition=Q(undone_at__isnull=True),
                name="casework_merge_once",
            ),
            models.CheckConstraint(condition=~Q(into=F("absorbed")), name="casework_merge_of_two"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("merged_at")),
                name="casework_merge_in_order",
            ),
        ]
