"""Who learns the work from whom."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.mentoring import Activity, LearnerKind


class Mentoring(ProgrammeRow):
    """A mentor with one learner: a worker of the programme, or a student by name."""

    mentor = ProgrammeKey("programmes.Worker", related_name="+")
    learner = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    learner_name = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in LearnerKind])
    goals = models.TextField()
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    reflection = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "mentor": kept(PrivacyClass.PSEUDONYM, "who teaches"),
        "learner": kept(PrivacyClass.PSEUDONYM, "who learns"),
        "learner_name": kept(PrivacyClass.IDENTIFYING, "who learns, where they have no place in the team"),
        "kind": kept(PrivacyClass.PROGRAMME, "students or new workers"),
        "goals": kept(PrivacyClass.SENSITIVE, "what they work towards; for the two and who looks after them"),
        "started_on": kept(PrivacyClass.PROGRAMME, "since when"),
        "ended_on": kept(PrivacyClass.PROGRAMME, "until when"),
        "reflection": kept(PrivacyClass.SENSITIVE, "what they take with them; for the two alone"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(learner__isnull=True) | ~Q(learner=F("mentor")), name="workforce_mentors_another"
            ),
            models.CheckConstraint(
                condition=(Q(learner__isnull=True) & ~Q(learner_name=""))
                | Q(learner__isnull=False, learner_name=""),
                name="workforce_learner_is_known",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="workforce_mentoring_in_order",
            ),
        ]


class MentoringTime(ProgrammeRow):
    """One time they worked together."""

    mentoring = ProgrammeKey("workforce.Mentoring", related_name="times")
    held_on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    activity = models.CharField(max_length=12, choices=[(a.value, a.value) for a in Activity])

    privacy: ClassVar = BASE_PRIVACY | {
        "mentoring": kept(PrivacyClass.PSEUDONYM, "whose time it was"),
        "held_on": kept(PrivacyClass.PROGRAMME, "when it was"),
        "minutes": kept(PrivacyClass.PROGRAMME, "how much mentoring there is"),
        "activity": kept(PrivacyClass.PROGRAMME, "what mentoring is made of"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(minutes__gte=1), name="workforce_mentoring_takes_time")
        ]
