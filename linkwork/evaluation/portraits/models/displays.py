"""Joint displays: figures beside quotations, row by row."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class JointDisplay(ProgrammeRow):
    """Live until frozen: then `frozen` keeps what stood in it and `frozen_hash` proves that."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=160)
    extract_id = models.UUIDField(null=True)
    frozen_at = models.DateTimeField(null=True)
    frozen = models.JSONField(null=True)
    frozen_hash = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "to find it again"),
        "extract_id": kept(PrivacyClass.PROGRAMME, "which dated extract its figures come from"),
        "frozen_at": kept(PrivacyClass.PROGRAMME, "since when it no longer changes"),
        "frozen": kept(
            PrivacyClass.SENSITIVE, "the figures and quotations as they stood, for whoever cites it"
        ),
        "frozen_hash": kept(PrivacyClass.PROGRAMME, "to show that what was frozen is unchanged"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "title"], name="display_title_once"),
            models.CheckConstraint(
                condition=Q(frozen_at__isnull=True, frozen__isnull=True, frozen_hash="")
                | (Q(frozen_at__isnull=False, frozen__isnull=False) & ~Q(frozen_hash="")),
                name="display_frozen_whole",
            ),
        ]


class DisplayRow(ProgrammeRow):
    """One question put to both sides. `component` is a construct of the process-evaluation frame, or empty."""

    display = ProgrammeKey("portraits.JointDisplay", related_name="rows")
    place = models.PositiveSmallIntegerField()
    component = models.CharField(max_length=80, blank=True)
    question = models.CharField(max_length=300)
    verdict = models.CharField(max_length=12, choices=[(v.value, v.value) for v in Verdict])
    reasoning = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "display": kept(PrivacyClass.PROGRAMME, "which display it stands in"),
        "place": kept(PrivacyClass.PROGRAMME, "the order of reading"),
        "component": kept(PrivacyClass.PROGRAMME, "which part of process evaluation it asks about"),
        "question": kept(PrivacyClass.PROGRAMME, "what is asked of figures and quotations"),
        "verdict": kept(PrivacyClass.PROGRAMME, "how the two sides fit"),
        "reasoning": kept(PrivacyClass.PROGRAMME, "why the evaluator thinks so"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "display", "place"], name="display_row_place_once"),
        ]


class DisplayFigure(ProgrammeRow):
    """A figure in a row, whole or for one group."""

    row = ProgrammeKey("portraits.DisplayRow", on_delete=models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=80)
    grouping = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=80, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "row": kept(PrivacyClass.PROGRAMME, "which row it stands in"),
        "indicator": kept(PrivacyClass.PROGRAMME, "which definition it is computed by"),
        "grouping": kept(PrivacyClass.PROGRAMME, "by what it is broken down"),
        "group": kept(PrivacyClass.PROGRAMME, "which part of the breakdown"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "row", "indicator", "grouping", "group"], name="display_figure_once"
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
