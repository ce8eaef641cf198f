"""The tables of the toolkit: recommendations, what they rest on, the steps they took, and what stands on the site."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.toolkit.rules.kinds import Audience, StepKind
from linkwork.programmes.rules import Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Recommendation(ProgrammeRow):
    """One piece of advice.

    `strategies` are ids of the ERIC frame, `constructs` "frame/construct"; `titles` by language. A change is somebody's
    (`author`), so that somebody else can be asked to read it.
    """

    title = models.CharField(max_length=160)
    advice = models.TextField()
    stage = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Stage])
    audience = models.CharField(max_length=12, choices=[(a.value, a.value) for a in Audience])
    barrier = models.CharField(max_length=300, blank=True)
    settings = models.JSONField(default=list)
    constructs = models.JSONField(default=list)
    strategies = models.JSONField(default=list)
    checklist = models.JSONField(default=list)
    language = models.CharField(max_length=16, default="en")
    titles = models.JSONField(default=dict)
    author = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    published_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.OPEN, "what is advised, in a line"),
        "advice": kept(PrivacyClass.OPEN, "what is advised, in full"),
        "stage": kept(PrivacyClass.OPEN, "when it matters"),
        "audience": kept(PrivacyClass.OPEN, "whom it is for"),
        "barrier": kept(PrivacyClass.OPEN, "what it helps against"),
        "settings": kept(PrivacyClass.OPEN, "where it fits"),
        "constructs": kept(PrivacyClass.OPEN, "which known factors it helps against"),
        "strategies": kept(PrivacyClass.OPEN, "which known strategies it uses"),
        "checklist": kept(PrivacyClass.OPEN, "what to tick off"),
        "language": kept(PrivacyClass.OPEN, "which language it is written in"),
        "titles": kept(PrivacyClass.OPEN, "what it is called in other languages"),
        "author": kept(PrivacyClass.PROGRAMME, "who wrote it last, and so cannot be the one who agrees"),
        "published_at": kept(PrivacyClass.OPEN, "since when it stands in public"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "title"], name="recommendation_title_once"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(advice=""), name="recommendation_says_something"
            ),
        ]


class RestsOn(ProgrammeRow):
    """A statement of a portrait that a recommendation rests on."""

    recommendation = ProgrammeKey("toolkit.Recommendation", on_delete=models.CASCADE, related_name="rests_on")
    statement = ProgrammeKey("portraits.Statement", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "recommendation": kept(PrivacyClass.PROGRAMME, "which advice rests on it"),
        "statement": kept(PrivacyClass.PROGRAMME, "what was found"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "recommendation", "statement"], name="recommendation_statement_once"
            ),
        ]


class Step(ProgrammeRow):
    """Something done with a recommendation: asked for a reading, agreed to, published, withdrawn with a reason."""

    recommendation = ProgrammeKey("toolkit.Recommendation", related_name="steps")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in StepKind])
    text = models.TextField(blank=True)
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    fingerprint = models.CharField(max_length=64)

    privacy: ClassVar = BASE_PRIVACY | {
        "recommendation": kept(PrivacyClass.PROGRAMME, "which advice it is about"),
        "kind": kept(PrivacyClass.PROGRAMME, "what was done"),
        "text": kept(PrivacyClass.PROGRAMME, "what the reader asked for, or why it was withdrawn"),
        "worker": kept(PrivacyClass.PROGRAMME, "who to talk with about it"),
        "fingerprint": kept(PrivacyClass.PROGRAMME, "which words they had read"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind__in=[StepKind.WANT.value, StepKind.WITHDRAW.value]) | ~Q(text=""),
                name="recommendation_step_says_why",
            ),
        ]


class Imprint(ProgrammeRow):
    """What the site says about itself: where it stands, who answers, under which licence."""

    address = models.CharField(max_length=200, blank=True)
    mail = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=20)

    privacy: ClassVar = BASE_PRIVACY | {
        "address": kept(PrivacyClass.OPEN, "where the site is hosted"),
        "mail": kept(PrivacyClass.OPEN, "where readers write to"),
        "licence": kept(PrivacyClass.OPEN, "what others may do with it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme"], name="toolkit_imprint_once"),
            models.CheckConstraint(condition=~Q(licence=""), name="toolkit_imprint_has_licence"),
        ]


class Version(ProgrammeRow):
    """One numbered edition of the site: its words without quotations, which follow consent, and what it changed."""

    number = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    content = models.JSONField()
    changes = models.JSONField()

    privacy: ClassVar = BASE_PRIVACY | {
        "number": kept(PrivacyClass.OPEN, "which edition it is"),
        "hash": kept(PrivacyClass.OPEN, "to tell whether two editions are the same"),
        "content": kept(PrivacyClass.OPEN, "what the edition advised, to read it later"),
        "changes": kept(PrivacyClass.OPEN, "what it changed"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="toolkit_version_number_once"),
        ]
