"""Joint displays: figures beside quotations, row by row."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

VERDICTS = [(v.value, v.value) for v in Verdict]


class JointDisplay(ProgrammeRow):
    """Live until frozen: then `frozen` keeps what stood in it and `frozen_hash` proves that.

    What comes after a frozen one is a new row of the same title that names it as `earlier`.
    """

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=160)
    kind = models.CharField(
        max_length=12, choices=[(k.value, k.value) for k in DisplayKind], default=DisplayKind.CONVERGENT.value
    )
    split = models.CharField(max_length=12, blank=True, choices=[(s.value, s.value) for s in Split])
    extract_id = models.UUIDField(null=True)
    sheet = ProgrammeKey("coding.RatingSheet", null=True, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    earlier = ProgrammeKey("portraits.JointDisplay", null=True, related_name="later")
    opened_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    frozen_at = models.DateTimeField(null=True)
    frozen = models.JSONField(null=True)
    frozen_hash = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "to find it again"),
        "kind": kept(PrivacyClass.PROGRAMME, "what stands beside what"),
        "split": kept(PrivacyClass.PROGRAMME, "by what its cases are told apart"),
        "extract_id": kept(PrivacyClass.PROGRAMME, "which dated extract its figures come from"),
        "sheet": kept(PrivacyClass.PROGRAMME, "which ratings stand in it"),
        "version": kept(PrivacyClass.PROGRAMME, "to tell what came after a frozen one from it"),
        "earlier": kept(PrivacyClass.PROGRAMME, "which frozen display it goes on from"),
        "opened_by": kept(PrivacyClass.PROGRAMME, "who leads its review"),
        "opened_at": kept(
            PrivacyClass.PROGRAMME, "since when reviewers see verdicts that not all have given"
        ),
        "frozen_at": kept(PrivacyClass.PROGRAMME, "since when it no longer changes"),
        "frozen": kept(
            PrivacyClass.SENSITIVE, "the figures and quotations as they stood, for whoever cites it"
        ),
        "frozen_hash": kept(PrivacyClass.PROGRAMME, "to show that what was frozen is unchanged"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "study", "title", "version"], name="display_version_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "earlier"],
                condition=Q(earlier__isnull=False),
                name="display_goes_on_once",
            ),
            models.CheckConstraint(
                condition=Q(frozen_at__isnull=True, frozen__isnull=True, frozen_hash="")
                | (Q(frozen_at__isnull=False, frozen__isnull=False) & ~Q(frozen_hash="")),
                name="display_frozen_whole",
            ),
        ]


class DisplayReviewer(ProgrammeRow):
    """One person who judges the rows of a display, apart from the others."""

    display = ProgrammeKey("portraits.JointDisplay", related_name="reviewers")
    reviewer = ProgrammeKey("programmes.Worker", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "display": kept(PrivacyClass.PROGRAMME, "which display"),
        "reviewer": kept(PrivacyClass.PROGRAMME, "who judges"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "display", "reviewer"], name="display_reviewer_once"
            ),
        ]


class DisplayRow(ProgrammeRow):
    """One question put to both sides. `component` is a construct of `frame`, or empty; `rated` are pairs of both.

    `verdict` is what one named person decided: empty while nobody has, and where two reviewers judged alike.
    A row taken out keeps its place until it is put back.
    """

    display = ProgrammeKey("portraits.JointDisplay", related_name="rows")
    place = models.PositiveSmallIntegerField()
    frame = models.CharField(max_length=40, blank=True)
    component = models.CharField(max_length=80, blank=True)
    question = models.CharField(max_length=300)
    bridge = models.TextField(blank=True)
    rated = models.JSONField(default=list)
    verdict = models.CharField(max_length=12, blank=True, choices=VERDICTS)
    reasoning = models.TextField(blank=True)
    decided_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "display": kept(PrivacyClass.PROGRAMME, "which display it stands in"),
        "place": kept(PrivacyClass.PROGRAMME, "the order of reading"),
        "frame": kept(PrivacyClass.PROGRAMME, "of which list the construct is"),
        "component": kept(PrivacyClass.PROGRAMME, "which part of process evaluation it asks about"),
        "question": kept(PrivacyClass.PROGRAMME, "what is asked of figures and quotations"),
        "bridge": kept(PrivacyClass.PROGRAMME, "what leads from the one side to the other"),
        "rated": kept(PrivacyClass.PROGRAMME, "which rated constructs stand in it"),
        "verdict": kept(PrivacyClass.PROGRAMME, "how the two sides fit"),
        "reasoning": kept(PrivacyClass.PROGRAMME, "why the evaluator thinks so"),
        "decided_by": kept(PrivacyClass.PROGRAMME, "who decided"),
        "decided_at": kept(PrivacyClass.PROGRAMME, "when it was decided"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "since when it is taken out, to put it back"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "display", "place"],
                condition=Q(removed_at__isnull=True),
                name="display_row_place_once",
            ),
            models.CheckConstraint(
                condition=Q(verdict="", decided_by__isnull=True, decided_at__isnull=True) | ~Q(verdict=""),
                name="display_row_decided_whole",
            ),
        ]


class RowVerdict(ProgrammeRow):
    """What one reviewer says of one row, and of which state of it (`fingerprint`)."""

    row = ProgrammeKey("portraits.DisplayRow", related_name="verdicts")
    reviewer = ProgrammeKey("portraits.DisplayReviewer", related_name="verdicts")
    verdict = models.CharField(max_length=12, choices=VERDICTS)
    reasoning = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64)

    privacy: ClassVar = BASE_PRIVACY | {
        "row": kept(PrivacyClass.PROGRAMME, "which row"),
        "reviewer": kept(PrivacyClass.PROGRAMME, "whose verdict it is, to compare reviewers"),
        "verdict": kept(PrivacyClass.PROGRAMME, "how the two sides fit in their eyes"),
        "reasoning": kept(PrivacyClass.PROGRAMME, "why the reviewer thinks so"),
        "fingerprint": kept(PrivacyClass.PROGRAMME, "which state of the row they had read"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "row", "reviewer"], name="display_verdict_once"),
        ]


class DisplayFigure(ProgrammeRow):
    """A figure in a row, whole or for one group. `extract_id` only where it is not the display's: a score of staff."""

    row = ProgrammeKey("portraits.DisplayRow", on_delete=models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=80)
    grouping = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=80, blank=True)
    extract_id = models.UUIDField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "row": kept(PrivacyClass.PROGRAMME, "which row it stands in"),
        "extract_id": kept(PrivacyClass.PROGRAMME, "which survey of staff a score comes from"),
        "indicator": kept(PrivacyClass.PROGRAMME, "which definition it is computed by"),
        "grouping": kept(PrivacyClass.PROGRAMME, "by what it is broken down"),
        "group": kept(PrivacyClass.PROGRAMME, "which part of the breakdown"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "row", "indicator", "grouping", "group"],
                condition=Q(extract_id__isnull=True),
                name="display_figure_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "row", "indicator", "grouping", "group", "extract_id"],
                condition=Q(extract_id__isnull=False),
                name="display_score_once",
            ),
            models.CheckConstraint(
                condition=Q(grouping="", group="") | (~Q(grouping="") & ~Q(group="")),
                name="display_figure_group_whole",
            ),
        ]


class DisplayQuote(ProgrammeRow):
    """A coded passage in a row."""

    row = ProgrammeKey("portraits.DisplayRow", on_delete=models.CASCADE, related_name="quotes")
    coding = ProgrammeKey("coding.Coding", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "row": kept(PrivacyClass.PROGRAMME, "which row it stands in"),
        "coding": kept(PrivacyClass.PROGRAMME, "which coded passage it quotes"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "row", "coding"], name="display_quote_once"),
        ]
