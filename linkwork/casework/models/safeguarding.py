"""A safeguarding concern: accounts and steps that are added and never changed, and the question that may lead to one.

The database itself refuses to change or remove them (see the migration's triggers): only a demonstration may be
thrown away.
"""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.safeguarding import (
    UNACKNOWLEDGED,
    Agreed,
    Answer,
    Capacity,
    ConcernState,
    Decision,
    EntryKind,
    RiskAnswer,
    RiskSource,
)
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


def one_of(values: type[StrEnum], **options: Any) -> "models.CharField[str, str]":
    """A short text that holds one of an enum's values."""
    return models.CharField(max_length=12, choices=[(v.value, v.value) for v in values], **options)


class Concern(ProgrammeRow):
    """The head of a concern: about whom, where it stands, who has to acknowledge it by when.

    `about` says in words whom it is about where they are no case. `lead` is who is asked now, None while there is
    nobody to ask. What is known stands in its accounts, what happened in its entries.
    """

    case = ProgrammeKey("casework.Case", null=True, related_name="+")
    about = models.TextField(blank=True)
    author = ProgrammeKey("programmes.Worker", related_name="+")
    danger = models.BooleanField(default=False)
    raised_at = models.DateTimeField()
    state = one_of(ConcernState)
    lead = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    due_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.SENSITIVE, "whom it is about"),
        "about": kept(PrivacyClass.SENSITIVE, "whom it is about, where they are nobody's case"),
        "author": kept(PrivacyClass.SENSITIVE, "who raised it, who alone sees it beside the leads"),
        "danger": kept(PrivacyClass.SENSITIVE, "how soon somebody has to act"),
        "raised_at": kept(PrivacyClass.SENSITIVE, "when it was raised"),
        "state": kept(PrivacyClass.SENSITIVE, "what has to be done with it"),
        "lead": kept(PrivacyClass.SENSITIVE, "who has to acknowledge it"),
        "due_at": kept(PrivacyClass.SENSITIVE, "when it goes to the next lead"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, about="") | (Q(case__isnull=True) & ~Q(about="")),
                name="casework_concern_is_about_one",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNACKNOWLEDGED, due_at__isnull=False)
                | (~Q(state__in=UNACKNOWLEDGED) & Q(due_at__isnull=True)),
                name="casework_concern_clock_runs",
            ),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(due_at__gte=F("raised_at")),
                name="casework_concern_in_order",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "due_at"], name="casework_concern_due"),
            models.Index(fields=["programme", "author", "state"], name="casework_concern_author"),
        ]


class ConcernAccount(ProgrammeRow):
    """What somebody knew and wrote down once. A later account stands beside it. `number` counts from 1."""

    concern = ProgrammeKey("casework.Concern", related_name="accounts")
    number = models.PositiveSmallIntegerField()
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    facts = models.TextField()
    opinion = models.TextField(blank=True)
    care_needs = one_of(Answer, blank=True)
    at_risk = one_of(Answer, blank=True)
    cannot_protect = one_of(Answer, blank=True)
    child = models.BooleanField(default=False)
    danger = models.BooleanField(default=False)
    wishes = models.TextField(blank=True)
    outcomes = models.TextField(blank=True)
    capacity = one_of(Capacity)
    capacity_words = models.TextField(blank=True)
    agreed = one_of(Agreed)
    without_agreement = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "concern": kept(PrivacyClass.SENSITIVE, "which concern it tells of"),
        "number": kept(PrivacyClass.SENSITIVE, "the order in which accounts came"),
        "worker": kept(PrivacyClass.SENSITIVE, "who tells it"),
        "facts": kept(PrivacyClass.SENSITIVE, "what was seen or said"),
        "opinion": kept(PrivacyClass.SENSITIVE, "what the teller makes of it, apart from the facts"),
        "care_needs": kept(PrivacyClass.SENSITIVE, "whether the duty to enquire holds"),
        "at_risk": kept(PrivacyClass.SENSITIVE, "whether the duty to enquire holds"),
        "cannot_protect": kept(PrivacyClass.SENSITIVE, "whether the duty to enquire holds"),
        "child": kept(PrivacyClass.SENSITIVE, "whether a child is at risk"),
        "danger": kept(PrivacyClass.SENSITIVE, "whether somebody has to act at once"),
        "wishes": kept(PrivacyClass.SENSITIVE, "so that what is done is what the person wants"),
        "outcomes": kept(PrivacyClass.SENSITIVE, "what should be better for the person in the end"),
        "capacity": kept(PrivacyClass.SENSITIVE, "whether the person can decide about this"),
        "capacity_words": kept(PrivacyClass.SENSITIVE, "for which decision, and why it is in doubt"),
        "agreed": kept(PrivacyClass.SENSITIVE, "whether the person agrees that others are told"),
        "without_agreement": kept(PrivacyClass.SENSITIVE, "why others are told all the same"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "concern", "number"], name="casework_concern_account_once"
            ),
            models.CheckConstraint(condition=~Q(facts=""), name="casework_concern_account_says_something"),
            models.CheckConstraint(
                condition=Q(capacity=Capacity.PRESUMED) | ~Q(capacity_words=""),
                name="casework_concern_doubt_says_why",
            ),
            models.CheckConstraint(
                condition=Q(agreed=Agreed.YES) | ~Q(without_agreement=""),
                name="casework_concern_untold_says_why",
            ),
        ]


class ConcernEntry(ProgrammeRow):
    """One step or telling: who, when, why. `number` counts from 1; `worker` is None where the clock passed it on."""

    concern = ProgrammeKey("casework.Concern", related_name="entries")
    number = models.PositiveSmallIntegerField()
    kind = one_of(EntryKind)
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    words = models.TextField(blank=True)
    decision = one_of(Decision, blank=True)
    told = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    lead = ProgrammeKey("programmes.Worker", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "concern": kept(PrivacyClass.SENSITIVE, "which concern it belongs to"),
        "number": kept(PrivacyClass.SENSITIVE, "the order in which it happened"),
        "kind": kept(PrivacyClass.SENSITIVE, "what happened"),
        "worker": kept(PrivacyClass.SENSITIVE, "who did it"),
        "words": kept(PrivacyClass.SENSITIVE, "why it was done"),
        "decision": kept(PrivacyClass.SENSITIVE, "what was decided"),
        "told": kept(PrivacyClass.SENSITIVE, "who was told"),
        "told_at": kept(PrivacyClass.SENSITIVE, "when they were told"),
        "lead": kept(PrivacyClass.SENSITIVE, "who was asked from then on"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "concern", "number"], name="casework_concern_entry_once"
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.TOLD, told_at__isnull=False) & ~Q(told="")
                | (~Q(kind=EntryKind.TOLD) & Q(told_at__isnull=True, told="")),
                name="casework_concern_told_says_whom",
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.DECIDED) & ~Q(decision="") & ~Q(words="")
                | (~Q(kind=EntryKind.DECIDED) & Q(decision="")),
                name="casework_concern_decision_says_why",
            ),
            models.CheckConstraint(
                condition=Q(worker__isnull=False) | Q(kind=EntryKind.PASSED_ON),
                name="casework_concern_entry_has_a_hand",
            ),
        ]


class RiskQuestion(ProgrammeRow):
    """Does this need a concern? Asked once about a note or an answered measure, never a block; the choice is kept.

    The words themselves are not copied: they stand in the note.
    """

    case = ProgrammeKey("casework.Case", related_name="+")
    contact = ProgrammeKey("casework.Contact", null=True, on_delete=models.SET_NULL, related_name="+")
    source = one_of(RiskSource)
    kinds = models.JSONField(default=list)
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    asked_at = models.DateTimeField()
    answer = one_of(RiskAnswer, blank=True)
    words = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.SENSITIVE, "whom it is about"),
        "contact": kept(PrivacyClass.SENSITIVE, "in which note the words stand"),
        "source": kept(PrivacyClass.SENSITIVE, "whether a note or a measure raised it"),
        "kinds": kept(PrivacyClass.SENSITIVE, "which harm the words may point to"),
        "worker": kept(PrivacyClass.SENSITIVE, "who was asked"),
        "asked_at": kept(PrivacyClass.SENSITIVE, "when they were asked"),
        "answer": kept(PrivacyClass.SENSITIVE, "what they chose"),
        "words": kept(PrivacyClass.SENSITIVE, "why no concern was needed"),
        "answered_at": kept(PrivacyClass.SENSITIVE, "when they chose"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_at__gte=F("asked_at"))),
                name="casework_risk_answer_whole",
            ),
            models.UniqueConstraint(fields=["programme", "contact"], name="casework_risk_asked_once"),
        ]
