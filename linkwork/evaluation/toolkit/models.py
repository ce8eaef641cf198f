"""The tables of the toolkit: recommendations, and the statements they rest on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.toolkit.rules.kinds import Audience
from linkwork.programmes.rules import Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Recommendation(ProgrammeRow):
    """One piece of advice. A draft until it is published; `strategies` are ids of the ERIC frame."""

    title = models.CharField(max_length=160)
    advice = models.TextField()
    stage = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Stage])
    audience = models.CharField(max_length=12, choices=[(a.value, a.value) for a in Audience])
    barrier = models.CharField(max_length=300, blank=True)
    strategies = models.JSONField(default=list)
    checklist = models.JSONField(default=list)
    published_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.OPEN, "what is advised, in a line"),
        "advice": kept(PrivacyClass.OPEN, "what is advised, in full"),
        "stage": kept(PrivacyClass.OPEN, "when it matters"),
        "audience": kept(PrivacyClass.OPEN, "whom it is for"),
        "barrier": kept(PrivacyClass.OPEN, "what it helps against"),
        "strategies": kept(PrivacyClass.OPEN, "which known strategies it uses"),
        "checklist": kept(PrivacyClass.OPEN, "what to tick off"),
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
