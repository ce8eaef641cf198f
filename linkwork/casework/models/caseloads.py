"""How the work is shared: the rule of weight and pace, a worker's room, what is agreed with a person, cover."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.rhythm import INTERVALS
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

WEEKDAYS = range(7)


def _small(default: int) -> models.PositiveSmallIntegerField:  # type: ignore[type-arg]
    return models.PositiveSmallIntegerField(default=default)


class CaseloadRule(ProgrammeRow):
    """One programme's rule. Without a row the defaults of `rules.rhythm.Pace` and `rules.weight.Weights` hold."""

    first_within = _small(5)
    urgent_within = _small(2)
    early_weeks = _small(4)
    early_every = _small(1)
    later_every = _small(3)
    person = _small(1)
    need = _small(1)
    most_needs = _small(3)
    early = _small(1)
    soon = _small(1)
    urgent = _small(2)
    target_people = _small(50)

    privacy: ClassVar = BASE_PRIVACY | {
        "first_within": kept(PrivacyClass.PROGRAMME, "working days to the first contact"),
        "urgent_within": kept(PrivacyClass.PROGRAMME, "working days to the first contact where it is urgent"),
        "early_weeks": kept(PrivacyClass.PROGRAMME, "how long somebody counts as new"),
        "early_every": kept(PrivacyClass.PROGRAMME, "weeks between contacts early on"),
        "later_every": kept(PrivacyClass.PROGRAMME, "weeks between contacts later"),
        "person": kept(PrivacyClass.PROGRAMME, "points for each person"),
        "need": kept(PrivacyClass.PROGRAMME, "points for each open need"),
        "most_needs": kept(PrivacyClass.PROGRAMME, "how many needs count"),
        "early": kept(PrivacyClass.PROGRAMME, "points for somebody new"),
        "soon": kept(PrivacyClass.PROGRAMME, "points for somebody new to be seen this week"),
        "urgent": kept(PrivacyClass.PROGRAMME, "points for somebody new and urgent"),
        "target_people": kept(PrivacyClass.PROGRAMME, "how many people a worker is meant to have"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme"], name="casework_caseload_rule_once"),
            models.CheckConstraint(
                condition=Q(early_every__gte=1, later_every__gte=1), name="casework_caseload_rule_has_a_pace"
            ),
        ]


class Room(ProgrammeRow):
    """How many people one worker is meant to have, where it is not the programme's usual number."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    people = models.PositiveSmallIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PROGRAMME, "whose room it is"),
        "people": kept(PrivacyClass.PROGRAMME, "how many people they are meant to have"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "worker"], name="casework_room_once")
        ]


class Rhythm(ProgrammeRow):
    """What was agreed with one person about when to be in touch."""

    case = ProgrammeKey("casework.Case", related_name="rhythms")
    every_weeks = models.PositiveSmallIntegerField(null=True)
    weekday = models.PositiveSmallIntegerField(null=True)
    pause_until = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "with whom it was agreed"),
        "every_weeks": kept(PrivacyClass.PERSONAL, "how often"),
        "weekday": kept(PrivacyClass.PERSONAL, "on which day of the week"),
        "pause_until": kept(PrivacyClass.PERSONAL, "until when not to be in touch"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "case"], name="casework_rhythm_once"),
            models.CheckConstraint(
                condition=Q(every_weeks__isnull=True) | Q(every_weeks__in=INTERVALS),
                name="casework_rhythm_known_interval",
            ),
            models.CheckConstraint(
                condition=Q(weekday__isnull=True) | Q(weekday__in=list(WEEKDAYS)),
                name="casework_rhythm_day_of_the_week",
            ),
        ]


class Absence(ProgrammeRow):
    """A worker is away from a day to a day, and who covers. Called off, it stays on record."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    cover = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    note = models.TextField(blank=True)
    called_off_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PROGRAMME, "who is away"),
        "cover": kept(PrivacyClass.PROGRAMME, "who looks after their people"),
        "starts_on": kept(PrivacyClass.PROGRAMME, "from when"),
        "ends_on": kept(PrivacyClass.PROGRAMME, "until when"),
        "note": kept(PrivacyClass.SENSITIVE, "what the cover should know"),
        "called_off_at": kept(PrivacyClass.PROGRAMME, "that it did not happen, or ended early"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="casework_absence_in_order"
            ),
            models.CheckConstraint(
                condition=Q(cover__isnull=True) | ~Q(cover=F("worker")), name="casework_absence_takes_two"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "ends_on"], name="casework_absence_by_day"),
        ]
