"""The tables of written matrices: cases by themes, each cell with its summaries, the latest of which stands."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class WrittenMatrix(ProgrammeRow):
    """One matrix of a study. Its rows are the study's sources."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in MatrixKind])
    removed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "whose sources it summarises"),
        "title": kept(PrivacyClass.PROGRAMME, "to tell matrices apart"),
        "kind": kept(PrivacyClass.PROGRAMME, "by which method it is filled"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "since when it is offered no more"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "study", "title"],
                condition=Q(removed_at__isnull=True),
                name="coding_matrix_titled_once",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(removed_at__gte=F("created_at")),
                name="coding_matrix_removed_after",
            ),
        ]


class MatrixTheme(ProgrammeRow):
    """One column: a code with all below it, or words of the team's own. One that was left out keeps its summaries."""

    matrix = ProgrammeKey("coding.WrittenMatrix", related_name="themes")
    position = models.PositiveSmallIntegerField()
    frame = models.CharField(max_length=40, blank=True)
    construct = models.CharField(max_length=80, blank=True)
    heading = models.CharField(max_length=200, blank=True)
    left_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "matrix": kept(PrivacyClass.PROGRAMME, "which matrix it stands in"),
        "position": kept(PrivacyClass.PROGRAMME, "in which order themes are shown"),
        "frame": kept(PrivacyClass.PROGRAMME, "from which list its code is"),
        "construct": kept(PrivacyClass.PROGRAMME, "which code gathers its passages"),
        "heading": kept(PrivacyClass.PROGRAMME, "what the team asks of each source"),
        "left_at": kept(PrivacyClass.PROGRAMME, "since when it is not shown"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "matrix", "frame", "construct", "heading"], name="coding_theme_once"
            ),
            models.CheckConstraint(
                condition=(~Q(frame="") & ~Q(construct="") & Q(heading=""))
                | (Q(frame="", construct="") & ~Q(heading="")),
                name="coding_theme_is_code_or_words",
            ),
        ]


class CellSummary(ProgrammeRow):
    """What somebody wrote about one source under one theme. Never changed: a later one takes its place."""

    theme = ProgrammeKey("coding.MatrixTheme", related_name="summaries")
    source = ProgrammeKey("studies.Source", related_name="+")
    text = models.TextField(blank=True)
    links = models.JSONField(default=list)
    basis = models.JSONField(default=dict)
    text_hash = models.CharField(max_length=64)
    written_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "theme": kept(PrivacyClass.PROGRAMME, "in which column it stands"),
        "source": kept(PrivacyClass.PROGRAMME, "in which row it stands"),
        "text": kept(PrivacyClass.SENSITIVE, "what the team makes of what was said"),
        "links": kept(PrivacyClass.PROGRAMME, "which passages show it best"),
        "basis": kept(
            PrivacyClass.PROGRAMME, "which passages there were, to tell when it must be read again"
        ),
        "text_hash": kept(PrivacyClass.SENSITIVE, "which version of the text it is about"),
        "written_by": kept(PrivacyClass.PROGRAMME, "who wrote it"),
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["programme", "source", "theme"], name="coding_summaries_of_source"),
        ]
