"""What workers have learnt, what the programme asks for, and what they would like to learn."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.training import LEVELS


class Training(ProgrammeRow):
    """One training of one worker. `file_name` is the certificate's random name in the house's media, "" for none."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    term = models.CharField(max_length=60)
    title = models.CharField(max_length=160, blank=True)
    provider = models.CharField(max_length=120, blank=True)
    held_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    expires_on = models.DateField(null=True)
    in_house = models.BooleanField(default=False)
    file_name = models.CharField(max_length=80, blank=True)
    file_kind = models.CharField(max_length=40, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "who was trained"),
        "term": kept(PrivacyClass.PROGRAMME, "in what"),
        "title": kept(PrivacyClass.PROGRAMME, "what the course is called"),
        "provider": kept(PrivacyClass.PROGRAMME, "who gave it"),
        "held_on": kept(PrivacyClass.PROGRAMME, "when it was"),
        "hours": kept(PrivacyClass.PROGRAMME, "how much it was"),
        "expires_on": kept(PrivacyClass.PROGRAMME, "when it has to be done again"),
        "in_house": kept(PrivacyClass.PROGRAMME, "whether the programme itself certifies it"),
        "file_name": kept(PrivacyClass.SECRET, "where the certificate is kept"),
        "file_kind": kept(PrivacyClass.PROGRAMME, "how to show the certificate"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=F("held_on")),
                name="workforce_training_ends_later",
            ),
            models.CheckConstraint(condition=Q(hours__gt=0), name="workforce_training_has_hours"),
            models.CheckConstraint(
                condition=Q(file_name="", file_kind="") | (~Q(file_name="") & ~Q(file_kind="")),
                name="workforce_certificate_is_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "worker", "term"], name="workforce_training_by_worker"),
            models.Index(fields=["programme", "term", "expires_on"], name="workforce_training_by_term"),
        ]


class RequiredTraining(ProgrammeRow):
    """A topic every worker of the programme is to be trained in."""

    term = models.CharField(max_length=60)

    privacy: ClassVar = BASE_PRIVACY | {
        "term": kept(PrivacyClass.PROGRAMME, "what everybody is to be trained in")
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "term"], name="workforce_required_once")
        ]


class TrainingNeed(ProgrammeRow):
    """How much a worker wants training in something, by their own word."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    term = models.CharField(max_length=60)
    level = models.PositiveSmallIntegerField()
    rated_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "who wants it"),
        "term": kept(PrivacyClass.PROGRAMME, "in what"),
        "level": kept(PrivacyClass.PROGRAMME, "what to arrange first"),
        "rated_on": kept(PrivacyClass.PROGRAMME, "whether it is still so"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "worker", "term"], name="workforce_training_need_once"
            ),
            models.CheckConstraint(condition=Q(level__in=list(LEVELS)), name="workforce_need_of_five"),
        ]
