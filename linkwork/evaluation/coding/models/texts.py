"""Where codings stood before a text was edited, and those whose words are gone."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class EarlierPlace(ProgrammeRow):
    """Where a coding stood in an earlier version of its text."""

    coding = ProgrammeKey("coding.Coding", related_name="earlier_places")
    text_hash = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    changed_from = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "coding": kept(PrivacyClass.PROGRAMME, "which coding stood there"),
        "text_hash": kept(PrivacyClass.SENSITIVE, "in which version of the text"),
        "start": kept(PrivacyClass.PROGRAMME, "where the passage began"),
        "end": kept(PrivacyClass.PROGRAMME, "where the passage ended"),
        "changed_from": kept(
            PrivacyClass.SENSITIVE, "the words it was made on, where an edit had changed them"
        ),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "coding", "text_hash"], name="coding_earlier_place_once"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="coding_earlier_place_is_not_empty"),
        ]


class LostCoding(ProgrammeRow):
    """A coding whose words an edit took out of the text. It counts nowhere until somebody places it anew."""

    coding = ProgrammeKey("coding.Coding", related_name="lost")
    words = models.TextField()
    before = models.CharField(max_length=100, blank=True)
    after = models.CharField(max_length=100, blank=True)
    settled_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "coding": kept(PrivacyClass.PROGRAMME, "which coding lost its words"),
        "words": kept(PrivacyClass.SENSITIVE, "the words it stood on, to place it anew"),
        "before": kept(PrivacyClass.SENSITIVE, "what stood before them"),
        "after": kept(PrivacyClass.SENSITIVE, "what stood after them"),
        "settled_at": kept(PrivacyClass.PROGRAMME, "when it was placed anew, let go, or came back"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "coding"], condition=Q(settled_at__isnull=True), name="coding_lost_once"
            ),
        ]
