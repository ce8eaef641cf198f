"""Private notes of workers. Not encrypted apart: whoever holds the machine holds the key too; the wall is in access."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.reflections import ReflectionKind


class Reflection(ProgrammeRow):
    """A note its author alone reads, until they share it with a supervisor they name, and again once taken back."""

    author = ProgrammeKey("programmes.Worker", related_name="+")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ReflectionKind])
    words = models.TextField()
    written_on = models.DateField()
    shared_with = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    shared_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "author": kept(PrivacyClass.SENSITIVE, "whose note it is"),
        "kind": kept(PrivacyClass.SENSITIVE, "for the author to find it again"),
        "words": kept(PrivacyClass.SENSITIVE, "to think over, and to talk over if the author wants to"),
        "written_on": kept(PrivacyClass.SENSITIVE, "for the author to find it again"),
        "shared_with": kept(PrivacyClass.SENSITIVE, "the one other who may read it"),
        "shared_at": kept(PrivacyClass.SENSITIVE, "since when they may"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(shared_with__isnull=True, shared_at__isnull=True)
                | Q(shared_with__isnull=False, shared_at__isnull=False),
                name="workforce_sharing_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(shared_with__isnull=True) | ~Q(shared_with=F("author")),
                name="workforce_shared_with_another",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "author", "written_on"], name="workforce_reflection_by_author"),
            models.Index(fields=["programme", "shared_with"], name="workforce_reflection_shared"),
        ]
