"""Pen portraits: sections by stage, statements, and what they rest on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes.rules import Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

STAGES = [(s.value, s.value) for s in Stage]


class Portrait(ProgrammeRow):
    """The story of the programme. Figures come from one dated extract, so that it says the same tomorrow."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=160)
    focus = models.TextField(blank=True)
    extract_id = models.UUIDField(null=True)
    interpretation = models.TextField(blank=True)
    plain = models.TextField(blank=True)
    plain_language = models.CharField(max_length=12, default="en")
    plain_of = models.CharField(max_length=64, blank=True)
    shared_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "what the story is called"),
        "focus": kept(PrivacyClass.PROGRAMME, "what the portrait looks at, and what it leaves out"),
        "extract_id": kept(PrivacyClass.PROGRAMME, "which dated extract its figures come from"),
        "interpretation": kept(PrivacyClass.PROGRAMME, "what runs through the whole story"),
        "plain": kept(PrivacyClass.PROGRAMME, "the story in plain language, for everybody"),
        "plain_language": kept(PrivacyClass.PROGRAMME, "by which formula its reading ease is counted"),
        "plain_of": kept(PrivacyClass.PROGRAMME, "which statements it told when it was written"),
        "shared_at": kept(PrivacyClass.PROGRAMME, "since when advisers may read it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "title"], name="portrait_title_once"),
        ]


class StageSection(ProgrammeRow):
    """One chapter. Its dates are the programme's own."""

    portrait = ProgrammeKey("portraits.Portrait", related_name="sections")
    stage = models.CharField(max_length=12, choices=STAGES)
    heading = models.CharField(max_length=160, blank=True)
    summary = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "portrait": kept(PrivacyClass.PROGRAMME, "which portrait it belongs to"),
        "stage": kept(PrivacyClass.PROGRAMME, "which stage the chapter tells of"),
        "heading": kept(PrivacyClass.PROGRAMME, "what the chapter is called"),
        "summary": kept(PrivacyClass.PROGRAMME, "how the chapter begins"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "portrait", "stage"], name="portrait_stage_once"),
        ]


class Statement(ProgrammeRow):
    """One sentence or two that somebody could disagree with, so it says what it rests on.

    One that was taken out stays, with its links, until it is put back or thrown away.
    """

    portrait = ProgrammeKey("portraits.Portrait", related_name="statements")
    stage = models.CharField(max_length=12, choices=STAGES)
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in StatementKind])
    text = models.TextField()
    plain = models.TextField(blank=True)
    plain_of = models.CharField(max_length=64, blank=True)
    removed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "portrait": kept(PrivacyClass.PROGRAMME, "which portrait it belongs to"),
        "stage": kept(PrivacyClass.PROGRAMME, "which chapter it stands in"),
        "place": kept(PrivacyClass.PROGRAMME, "the order of reading"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether it helped, hindered, was done or happened"),
        "text": kept(PrivacyClass.PROGRAMME, "what is said of the programme"),
        "plain": kept(PrivacyClass.PROGRAMME, "the same in plain language"),
        "plain_of": kept(PrivacyClass.PROGRAMME, "which words the plain ones told"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "since when it is out, so that it can be put back"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "portrait", "stage", "place"], name="statement_place_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="statement_says_something"),
        ]


class EvidenceLink(ProgrammeRow):
    """What a statement rests on: a coded passage, or a figure of an extract. Exactly one of the two."""

    statement = ProgrammeKey("portraits.Statement", on_delete=models.CASCADE, related_name="links")
    coding = ProgrammeKey("coding.Coding", null=True, related_name="+")
    extract_id = models.UUIDField(null=True)
    indicator = models.CharField(max_length=80, blank=True)
    grouping = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=80, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "statement": kept(PrivacyClass.PROGRAMME, "which statement rests on it"),
        "coding": kept(PrivacyClass.PROGRAMME, "which coded passage"),
        "extract_id": kept(PrivacyClass.PROGRAMME, "which dated extract the figure comes from"),
        "indicator": kept(PrivacyClass.PROGRAMME, "which definition the figure is computed by"),
        "grouping": kept(PrivacyClass.PROGRAMME, "by what the figure is broken down"),
        "group": kept(PrivacyClass.PROGRAMME, "which part of the breakdown"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    coding__isnull=False, extract_id__isnull=True, indicator="", grouping="", group=""
                )
                | (Q(coding__isnull=True, extract_id__isnull=False) & ~Q(indicator="")),
                name="evidence_quote_or_figure",
            ),
            models.CheckConstraint(
                condition=Q(grouping="", group="") | (~Q(grouping="") & ~Q(group="")),
                name="evidence_figure_group_whole",
            ),
            models.UniqueConstraint(
                fields=["programme", "statement", "coding"],
                condition=Q(coding__isnull=False),
                name="evidence_quote_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "statement", "extract_id", "indicator", "grouping", "group"],
                condition=Q(coding__isnull=True),
                name="evidence_figure_once",
            ),
        ]
