"""How visits are watched: the ladder, warnings kept for a place, workers' own telephones and the texts to them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules.texts import TextState
from linkwork.workforce.rules.visits import Rung


class VisitLadder(ProgrammeRow):
    """Minutes past the expected end after which each is asked, and what to do when nobody has reached them."""

    worker_after = models.PositiveSmallIntegerField()
    buddy_after = models.PositiveSmallIntegerField()
    manager_after = models.PositiveSmallIntegerField()
    second_after = models.PositiveSmallIntegerField()
    emergency_after = models.PositiveSmallIntegerField()
    manager = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    second = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    words = models.CharField(max_length=400, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker_after": kept(PrivacyClass.PROGRAMME, "when the visitor is asked whether all is well"),
        "buddy_after": kept(PrivacyClass.PROGRAMME, "when the buddy is asked"),
        "manager_after": kept(PrivacyClass.PROGRAMME, "when a manager is asked"),
        "second_after": kept(PrivacyClass.PROGRAMME, "when another manager is asked"),
        "emergency_after": kept(PrivacyClass.PROGRAMME, "when all are told what to do"),
        "manager": kept(PrivacyClass.PROGRAMME, "which manager is asked first"),
        "second": kept(PrivacyClass.PROGRAMME, "which manager is asked then"),
        "words": kept(PrivacyClass.PROGRAMME, "what to do when nobody has reached them"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme"], name="workforce_one_ladder"),
            models.CheckConstraint(
                condition=Q(buddy_after__gte=F("worker_after"))
                & Q(manager_after__gte=F("buddy_after"))
                & Q(second_after__gte=F("manager_after"))
                & Q(emergency_after__gte=F("second_after")),
                name="workforce_ladder_in_order",
            ),
        ]


class PlaceWarning(ProgrammeRow):
    """What to know before going to a place. It is about the place, not about who lives there."""

    place = models.CharField(max_length=200)
    words = models.CharField(max_length=200)
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    review_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "place": kept(PrivacyClass.IDENTIFYING, "to know the place again"),
        "words": kept(PrivacyClass.SENSITIVE, "to be careful there"),
        "worker": kept(PrivacyClass.PSEUDONYM, "whom to ask about it"),
        "review_on": kept(PrivacyClass.PROGRAMME, "so that no old warning sticks to a place"),
        "ended_at": kept(PrivacyClass.PROGRAMME, "whether it still holds"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(place="") & ~Q(words=""), name="workforce_warning_says_something"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "ended_at"], name="workforce_warnings_held")]


class OwnPhone(ProgrammeRow):
    """The number at which a worker is reached on a visit, and from which they may text. One for each."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")
    number = models.CharField(max_length=20)
    heard_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "whose number it is"),
        "number": kept(PrivacyClass.IDENTIFYING, "to reach them, and to know their texts"),
        "heard_at": kept(PrivacyClass.PROGRAMME, "so that no old text counts twice"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "worker"], name="workforce_one_phone"),
            models.UniqueConstraint(fields=["programme", "number"], name="workforce_phone_of_one"),
            models.CheckConstraint(condition=Q(number__startswith="+"), name="workforce_phone_with_country"),
        ]


class VisitText(ProgrammeRow):
    """A text message that waits or went. No words: they are drawn on the way out, from the alarm as it then stands."""

    alarm = ProgrammeKey("workforce.VisitAlarm", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    rung = models.CharField(max_length=10, choices=[(r.value, r.value) for r in Rung])
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in TextState])
    tries = models.PositiveSmallIntegerField(default=0)
    taken_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "alarm": kept(PrivacyClass.PSEUDONYM, "what it tells of"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who gets it"),
        "rung": kept(PrivacyClass.PROGRAMME, "which words it takes"),
        "state": kept(PrivacyClass.PROGRAMME, "to send it once"),
        "tries": kept(PrivacyClass.PROGRAMME, "to stop trying at some point"),
        "taken_until": kept(PrivacyClass.PROGRAMME, "so that two rounds side by side do not send it twice"),
        "done_at": kept(PrivacyClass.PROGRAMME, "when it went"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "alarm", "rung", "worker"], name="workforce_text_once"
            ),
            models.CheckConstraint(
                condition=Q(state=TextState.WAITING, done_at__isnull=True)
                | (~Q(state=TextState.WAITING) & Q(done_at__isnull=False)),
                name="workforce_text_done_when",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "state"], name="workforce_texts_waiting")]
