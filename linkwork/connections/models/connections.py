"""Referrals and warm handovers with their steps."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.connections.models.fields import one_of
from linkwork.connections.rules import (
    NEEDS_REASON,
    Attendance,
    Kind,
    Manner,
    Outcome,
    Owner,
    State,
    Why,
)
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Connection(ProgrammeRow):
    """A referral or a warm handover from a need to a service. The state here is the last step's."""

    case = ProgrammeKey("casework.Case", related_name="+")
    need = ProgrammeKey("casework.Need", related_name="+")
    service = ProgrammeKey("directory.Service", related_name="+")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    kind = one_of(Kind)
    state = one_of(State)
    wants = models.TextField(blank=True)
    shared = models.JSONField(default=list)
    agreed_how = models.CharField(max_length=200, blank=True)
    recipient = models.CharField(max_length=160)
    send_to = models.EmailField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    introduced_by = models.CharField(max_length=120, blank=True)
    accompanied = models.BooleanField(null=True)
    meet_at = models.DateTimeField(null=True)
    manner = one_of(Manner, blank=True)
    introduced = models.BooleanField(null=True)
    introduced_on = models.DateField(null=True)
    introduced_words = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    chased = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    starts_on = models.DateField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    went = one_of(Attendance, blank=True)
    outcome = one_of(Outcome, blank=True)
    outcome_words = models.TextField(blank=True)
    ask_again_on = models.DateField(null=True)
    news_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose connection it is"),
        "need": kept(PrivacyClass.PSEUDONYM, "what it is meant to help with"),
        "service": kept(PrivacyClass.PERSONAL, "where the person was connected to"),
        "worker": kept(PrivacyClass.PROGRAMME, "who is asked when the partner has a question"),
        "kind": kept(PrivacyClass.PERSONAL, "to tell a signpost from a referral from a handover"),
        "state": kept(PrivacyClass.PERSONAL, "to see what is open and who moves next"),
        "wants": kept(PrivacyClass.SENSITIVE, "to tell the partner what the person hopes for"),
        "shared": kept(PrivacyClass.PERSONAL, "to share what the person agreed to and nothing else"),
        "agreed_how": kept(PrivacyClass.PERSONAL, "to show that the person agreed, and how"),
        "recipient": kept(PrivacyClass.PERSONAL, "whom the person agreed to share with"),
        "send_to": kept(PrivacyClass.PROGRAMME, "where the partner is written to"),
        "language": kept(PrivacyClass.PROGRAMME, "the language the partner reads"),
        "introduced_by": kept(PrivacyClass.IDENTIFYING, "who makes the introduction"),
        "accompanied": kept(PrivacyClass.PERSONAL, "whether somebody goes along the first time"),
        "meet_at": kept(PrivacyClass.PERSONAL, "when the introduction is"),
        "manner": kept(PrivacyClass.PERSONAL, "how the introduction is made"),
        "introduced": kept(PrivacyClass.PERSONAL, "whether the introduction happened"),
        "introduced_on": kept(PrivacyClass.PERSONAL, "when it happened, or should have"),
        "introduced_words": kept(PrivacyClass.SENSITIVE, "what happened at the introduction"),
        "sent_at": kept(PrivacyClass.PERSONAL, "how long things take"),
        "asked_at": kept(PrivacyClass.PERSONAL, "when a silent partner was last asked"),
        "chased": kept(PrivacyClass.PERSONAL, "how often a silent partner was asked again"),
        "answered_at": kept(PrivacyClass.PERSONAL, "how long partners take to answer"),
        "starts_on": kept(PrivacyClass.PERSONAL, "when to ask the person how it went"),
        "started_at": kept(PrivacyClass.PERSONAL, "referred is not attended: this is when it began"),
        "ended_at": kept(PrivacyClass.PERSONAL, "how long things take"),
        "went": kept(PrivacyClass.PERSONAL, "whether the person went"),
        "outcome": kept(PrivacyClass.PERSONAL, "what came of it"),
        "outcome_words": kept(PrivacyClass.SENSITIVE, "what came of it, in words"),
        "ask_again_on": kept(PrivacyClass.PERSONAL, "when to ask the person again"),
        "news_at": kept(PrivacyClass.PROGRAMME, "to show the worker an answer not yet noted"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[Kind.REFERRAL, Kind.WARM_HANDOVER]), name="connections_no_signpost_here"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FINISHED) | ~Q(outcome=""), name="connections_finished_has_outcome"
            ),
            models.CheckConstraint(
                condition=Q(outcome="")
                | Q(state=State.FINISHED)
                | Q(state=State.LAPSED, outcome=Outcome.NOT_KNOWN),
                name="connections_outcome_has_end",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | Q(sent_at__isnull=False) | Q(ended_at__isnull=False),
                name="connections_sent_has_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=models.F("sent_at")),
                name="connections_answer_after_sending",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.WARM_HANDOVER)
                | Q(introduced_by="", accompanied__isnull=True, meet_at__isnull=True, manner=""),
                name="connections_handover_fields",
            ),
            models.CheckConstraint(
                condition=Q(introduced__isnull=True, introduced_on__isnull=True)
                | Q(introduced__isnull=False, introduced_on__isnull=False, kind="warm_handover"),
                name="connections_introduction_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "case", "created_at"], name="connections_by_case"),
            models.Index(fields=["programme", "worker", "state"], name="connections_by_worker"),
            models.Index(fields=["programme", "state", "asked_at"], name="connections_silent"),
        ]


class Step(ProgrammeRow):
    """One step of a connection: who took it, who wrote it down, and why."""

    connection = ProgrammeKey("connections.Connection", related_name="steps")
    number = models.PositiveSmallIntegerField()
    state = one_of(State)
    owner = one_of(Owner)
    noted_by = one_of(Owner)
    at = models.DateTimeField()
    implied = models.BooleanField(default=False)
    why = one_of(Why, blank=True)
    reason = models.TextField(blank=True)
    starts_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "connection": kept(PrivacyClass.PSEUDONYM, "whose step it is"),
        "number": kept(PrivacyClass.PROGRAMME, "the order of the steps"),
        "state": kept(PrivacyClass.PERSONAL, "what the state was on any past day"),
        "owner": kept(PrivacyClass.PERSONAL, "whose decision it was"),
        "noted_by": kept(PrivacyClass.PERSONAL, "whether the partner said it or the worker wrote it down"),
        "at": kept(PrivacyClass.PERSONAL, "what the state was on any past day"),
        "implied": kept(PrivacyClass.PERSONAL, "nobody said this: it was passed through"),
        "why": kept(PrivacyClass.PERSONAL, "to learn why partners say no"),
        "reason": kept(PrivacyClass.SENSITIVE, "why, in words, for the worker and the person"),
        "starts_on": kept(PrivacyClass.PERSONAL, "the day it is to start, as said then"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "connection", "number"], name="connections_step_number_once"
            ),
            models.CheckConstraint(
                condition=Q(implied=True)
                | ~Q(state__in=sorted(NEEDS_REASON))
                | ~Q(reason="")
                | Q(state=State.WAITING, starts_on__isnull=False),
                name="connections_step_has_reason",
            ),
        ]
