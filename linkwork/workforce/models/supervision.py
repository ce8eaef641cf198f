"""Times a worker’s work was talked over, what was agreed there, and how often it should be."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.supervision import MOST_WEEKS, USUAL_WEEKS, WELLBEING, SupervisionKind


class Supervision(ProgrammeRow):
    """One time a worker's work was talked over. `partner` is who with; empty where it was somebody from outside.

    A group has a row for each worker who was there; they share `together`.
    """

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    partner = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in SupervisionKind])
    held_on = models.DateField()
    agreed = models.TextField(blank=True)
    next_on = models.DateField(null=True)
    together = models.UUIDField(null=True)
    wellbeing = models.PositiveSmallIntegerField(null=True)
    worker_confirmed_at = models.DateTimeField(null=True)
    partner_confirmed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "whose work was talked over"),
        "partner": kept(PrivacyClass.PSEUDONYM, "who with"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether each kind of support is in place"),
        "held_on": kept(PrivacyClass.PROGRAMME, "to notice a gap"),
        "agreed": kept(PrivacyClass.SENSITIVE, "to do what was agreed; for the two alone"),
        "next_on": kept(PrivacyClass.PROGRAMME, "so that the next one is in both calendars"),
        "together": kept(PrivacyClass.PSEUDONYM, "which rows are one talk of a group"),
        "wellbeing": kept(PrivacyClass.SENSITIVE, "how the worker is, said by themselves to one other"),
        "worker_confirmed_at": kept(PrivacyClass.PROGRAMME, "that the worker says so too"),
        "partner_confirmed_at": kept(PrivacyClass.PROGRAMME, "that the other says so too"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(partner__isnull=True) | ~Q(partner=F("worker")), name="workforce_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("held_on")),
                name="workforce_next_is_later",
            ),
            models.CheckConstraint(
                condition=Q(wellbeing__isnull=True) | Q(wellbeing__in=list(WELLBEING)),
                name="workforce_wellbeing_of_five",
            ),
            models.CheckConstraint(
                condition=Q(partner_confirmed_at__isnull=True) | Q(partner__isnull=False),
                name="workforce_who_confirms_was_there",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "worker", "held_on"], name="workforce_by_worker"),
            models.Index(fields=["programme", "partner", "held_on"], name="workforce_by_partner"),
        ]


class TalkedCase(ProgrammeRow):
    """A case that was talked over. Its id alone stands here."""

    supervision = ProgrammeKey("workforce.Supervision", related_name="cases")
    case = ProgrammeKey("casework.Case", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "supervision": kept(PrivacyClass.PSEUDONYM, "when it was talked over"),
        "case": kept(PrivacyClass.PSEUDONYM, "which case it was"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "supervision", "case"], name="workforce_case_once_a_talk"
            )
        ]


class AgreedAction(ProgrammeRow):
    """Something one of the two said they would do."""

    supervision = ProgrammeKey("workforce.Supervision", related_name="actions")
    owner = ProgrammeKey("programmes.Worker", related_name="+")
    what = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "supervision": kept(PrivacyClass.PSEUDONYM, "where it was agreed"),
        "owner": kept(PrivacyClass.PSEUDONYM, "who does it"),
        "what": kept(PrivacyClass.SENSITIVE, "to do it; for the two alone"),
        "due_on": kept(PrivacyClass.PROGRAMME, "when it comes back to them"),
        "done_on": kept(PrivacyClass.PROGRAMME, "that it is done"),
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["programme", "owner", "done_on"], name="workforce_action_by_owner")
        ]


class SupervisionRule(ProgrammeRow):
    """How often a programme wants work talked over. Without a row: every six weeks, with anybody."""

    anybody = models.PositiveSmallIntegerField(default=USUAL_WEEKS)
    managerial = models.PositiveSmallIntegerField(null=True)
    clinical = models.PositiveSmallIntegerField(null=True)
    peer = models.PositiveSmallIntegerField(null=True)
    group = models.PositiveSmallIntegerField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "anybody": kept(PrivacyClass.PROGRAMME, "weeks after which a gap is shown"),
        "managerial": kept(PrivacyClass.PROGRAMME, "weeks between talks with a manager, where asked for"),
        "clinical": kept(PrivacyClass.PROGRAMME, "weeks between talks with a clinician, where asked for"),
        "peer": kept(PrivacyClass.PROGRAMME, "weeks between talks with a colleague, where asked for"),
        "group": kept(PrivacyClass.PROGRAMME, "weeks between talks in a group, where asked for"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme"], name="workforce_supervision_rule_once"),
            models.CheckConstraint(
                condition=Q(anybody__gte=1, anybody__lte=MOST_WEEKS), name="workforce_rule_has_weeks"
            ),
        ]
