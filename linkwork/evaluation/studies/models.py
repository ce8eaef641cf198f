"""The tables of studies. A source's text is written once and never changed: codings point into it by number."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.studies.rules import Design, Direction, Group, SourceKind
from linkwork.programmes.rules import Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Study(ProgrammeRow):
    """One study of the programme."""

    title = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    design = models.CharField(max_length=20, choices=[(d.value, d.value) for d in Design])
    opened_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.PROGRAMME, "to tell studies apart"),
        "question": kept(PrivacyClass.PROGRAMME, "what the codings are meant to answer"),
        "design": kept(PrivacyClass.PROGRAMME, "how its findings may be read"),
        "opened_on": kept(PrivacyClass.PROGRAMME, "to order studies in time"),
        "note": kept(PrivacyClass.PROGRAMME, "what readers must know first, such as that it is synthetic"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "title"], name="studies_title_once")
        ]


class Source(ProgrammeRow):
    """One text: a document, an interview, a focus group, a field conversation."""

    study = ProgrammeKey("studies.Study", related_name="sources")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in SourceKind])
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=12)
    direction = models.CharField(max_length=3, choices=[(d.value, d.value) for d in Direction])
    group = models.CharField(max_length=12, blank=True, choices=[(g.value, g.value) for g in Group])
    stage = models.CharField(max_length=12, blank=True, choices=[(s.value, s.value) for s in Stage])
    quotable = models.BooleanField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField(default=1)
    note = models.CharField(max_length=300, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "kind": kept(PrivacyClass.PROGRAMME, "to weigh a document and an interview differently"),
        "title": kept(PrivacyClass.SENSITIVE, "to find the source; may hint at who spoke"),
        "language": kept(PrivacyClass.PERSONAL, "to show and search the text rightly"),
        "direction": kept(PrivacyClass.PROGRAMME, "to draw the text the way it runs"),
        "group": kept(PrivacyClass.PERSONAL, "to compare what different groups say"),
        "stage": kept(PrivacyClass.PROGRAMME, "to read findings by stage"),
        "quotable": kept(PrivacyClass.PERSONAL, "whether the speaker agreed to be quoted"),
        "text": kept(PrivacyClass.SENSITIVE, "what was said, to be coded"),
        "sha256": kept(PrivacyClass.SENSITIVE, "to show that a coding points into this very text"),
        "version": kept(PrivacyClass.PROGRAMME, "which state of the text it is"),
        "note": kept(PrivacyClass.SENSITIVE, "what readers must know first, such as that it is synthetic"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "study", "title", "version"], name="studies_source_once"
            ),
            models.UniqueConstraint(fields=["programme", "study", "sha256"], name="studies_text_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="studies_versions_begin_at_one"),
            models.CheckConstraint(condition=~Q(text=""), name="studies_text_is_not_empty"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "study", "title"], name="studies_by_study"),
        ]
