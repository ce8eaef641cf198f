"""The tables of measures answered: who is asked, each answering with its scores, and what was corrected or voided."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

OCCASIONS = [one.value for one in Occasion]


class Asking(ProgrammeRow):
    """A measure that waits for its answers: asked of the person by their own link, or begun with the worker.

    What was answered so far is kept here until it is whole.
    """

    case = ProgrammeKey("casework.Case", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    measure = models.CharField(max_length=40)
    occasion = models.CharField(max_length=10, choices=[(one, one) for one in OCCASIONS])
    by_link = models.BooleanField()
    answers = models.JSONField(default=dict)
    kept_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "who is asked"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who asked"),
        "measure": kept(PrivacyClass.PERSONAL, "what is asked"),
        "occasion": kept(PrivacyClass.PERSONAL, "whether a first or a later answering is wanted"),
        "by_link": kept(PrivacyClass.PROGRAMME, "whether the person answers alone"),
        "answers": kept(PrivacyClass.SENSITIVE, "so that a broken-off answering is not lost"),
        "kept_at": kept(PrivacyClass.PROGRAMME, "how old a broken-off answering is"),
        "ended_at": kept(PrivacyClass.PROGRAMME, "that it is answered, or no longer asked"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(occasion__in=OCCASIONS), name="outcomes_asking_occasion_is_known"
            ),
            models.UniqueConstraint(
                fields=["programme", "case", "measure", "by_link"],
                condition=Q(ended_at__isnull=True),
                name="outcomes_asked_once_at_a_time",
            ),
        ]


class Assessment(ProgrammeRow):
    """One answering of a measure. It is never changed: a correction is a row of its own that replaces it.

    Voided rows stay, with the reason. The version of the measure and the licence's reference stand with the answers.
    """

    case = ProgrammeKey("casework.Case", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    measure = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    licence_reference = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12)
    occasion = models.CharField(max_length=10, choices=[(one, one) for one in OCCASIONS])
    mode = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Mode])
    answered_on = models.DateField()
    answers = models.JSONField()
    replaces = ProgrammeKey("outcomes.Assessment", related_name="+", null=True)
    correction_reason = models.CharField(max_length=300, blank=True)
    voided_at = models.DateTimeField(null=True)
    voided_by = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    void_reason = models.CharField(max_length=300, blank=True)
    flagged = models.BooleanField(default=False)
    flag_followed_at = models.DateTimeField(null=True)
    flag_followed_by = ProgrammeKey("programmes.Worker", related_name="+", null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose answers they are"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who asked or typed them in; nobody by the person's own link"),
        "measure": kept(PrivacyClass.PERSONAL, "what was asked"),
        "version": kept(PrivacyClass.PROGRAMME, "scores of different versions are not mixed"),
        "licence_reference": kept(PrivacyClass.PROGRAMME, "under which licence it was asked"),
        "language": kept(PrivacyClass.PERSONAL, "in which words it was asked"),
        "occasion": kept(PrivacyClass.PERSONAL, "to pair a start with what came later"),
        "mode": kept(PrivacyClass.PERSONAL, "people answer differently alone and with somebody"),
        "answered_on": kept(PrivacyClass.PERSONAL, "change over time"),
        "answers": kept(PrivacyClass.SENSITIVE, "to talk about single answers, and to score them anew"),
        "replaces": kept(PrivacyClass.PSEUDONYM, "what stood there before a correction"),
        "correction_reason": kept(PrivacyClass.SENSITIVE, "why it was corrected"),
        "voided_at": kept(PrivacyClass.PROGRAMME, "that it no longer counts"),
        "voided_by": kept(PrivacyClass.PSEUDONYM, "who took it out"),
        "void_reason": kept(PrivacyClass.SENSITIVE, "why it no longer counts"),
        "flagged": kept(PrivacyClass.SENSITIVE, "an answer asks for a talk about safety"),
        "flag_followed_at": kept(PrivacyClass.SENSITIVE, "that somebody asked about safety"),
        "flag_followed_by": kept(PrivacyClass.PSEUDONYM, "who asked about safety"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(occasion__in=OCCASIONS), name="outcomes_occasion_is_known"),
            models.CheckConstraint(
                condition=Q(mode__in=[one.value for one in Mode]), name="outcomes_mode_is_known"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True, correction_reason="")
                | Q(replaces__isnull=False) & ~Q(correction_reason=""),
                name="outcomes_a_correction_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="")
                | Q(voided_at__isnull=False) & ~Q(void_reason=""),
                name="outcomes_a_voiding_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(flagged=True) | Q(flag_followed_at__isnull=True),
                name="outcomes_followed_is_flagged",
            ),
            models.UniqueConstraint(fields=["programme", "replaces"], name="outcomes_corrected_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "case", "answered_on"], name="outcomes_answers_by_case"),
            models.Index(
                fields=["programme", "created_at"],
                condition=Q(flagged=True, flag_followed_at__isnull=True),
                name="outcomes_flags_waiting",
            ),
        ]


class AssessmentScore(ProgrammeRow):
    """What the answers came to. Kept beside them, and recomputed in tests, never typed."""

    assessment = ProgrammeKey("outcomes.Assessment", related_name="scores")
    score = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    band = models.CharField(max_length=40, blank=True)
    missing = models.PositiveSmallIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "assessment": kept(PrivacyClass.PSEUDONYM, "whose score it is"),
        "score": kept(PrivacyClass.PROGRAMME, "which score of the measure"),
        "value": kept(PrivacyClass.PERSONAL, "change over time"),
        "band": kept(PrivacyClass.PERSONAL, "what the number means"),
        "missing": kept(PrivacyClass.PERSONAL, "how many answers were missing"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "assessment", "score"], name="outcomes_scored_once"),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | Q(band=""), name="outcomes_no_band_without_score"
            ),
        ]
