"""Signposts: somebody was told of a service."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.connections.models.fields import one_of
from linkwork.connections.rules import Attendance, Outcome, SignpostState
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Signpost(ProgrammeRow):
    """Somebody was told of a service. Nothing about them went anywhere."""

    case = ProgrammeKey("casework.Case", related_name="+")
    need = ProgrammeKey("casework.Need", related_name="+")
    service = ProgrammeKey("directory.Service", related_name="+")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    state = one_of(SignpostState)
    note = models.TextField(blank=True)
    given_at = models.DateTimeField()
    followed_up_at = models.DateTimeField(null=True)
    went = one_of(Attendance, blank=True)
    outcome = one_of(Outcome, blank=True)
    outcome_words = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whom it was given to"),
        "need": kept(PrivacyClass.PSEUDONYM, "what it is meant to help with"),
        "service": kept(PrivacyClass.PERSONAL, "what the person was told of"),
        "worker": kept(PrivacyClass.PROGRAMME, "who follows it up"),
        "state": kept(PrivacyClass.PERSONAL, "to see what is still open"),
        "note": kept(PrivacyClass.SENSITIVE, "what was said, for the worker"),
        "given_at": kept(PrivacyClass.PERSONAL, "when to ask how it went"),
        "followed_up_at": kept(PrivacyClass.PERSONAL, "that the loop was closed"),
        "went": kept(PrivacyClass.PERSONAL, "whether the person went"),
        "outcome": kept(PrivacyClass.PERSONAL, "what came of it"),
        "outcome_words": kept(PrivacyClass.SENSITIVE, "what came of it, in words"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=SignpostState.GIVEN, followed_up_at__isnull=True, went="", outcome="")
                | (Q(state=SignpostState.FOLLOWED_UP, followed_up_at__isnull=False) & ~Q(went="")),
                name="connections_signpost_whole",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(went=Attendance.WENT), name="connections_signpost_outcome_went"
            ),
            models.CheckConstraint(
                condition=Q(followed_up_at__isnull=True) | Q(followed_up_at__gte=models.F("given_at")),
                name="connections_signpost_days_in_order",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "case", "given_at"], name="connections_signpost_by_case")
        ]
