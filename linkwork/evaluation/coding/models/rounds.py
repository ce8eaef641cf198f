"""The tables of rounds: who codes which sources together, how far each has come, what practice brought."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Round(ProgrammeRow):
    """Several people code the same sources. While a blind one is open, each sees only their own codings there."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Purpose])
    unit = models.CharField(max_length=12, choices=[(u.value, u.value) for u in Unit])
    window = models.PositiveIntegerField(null=True)
    blind = models.BooleanField()
    expert = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    codebook = models.PositiveIntegerField(null=True)
    opened_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "to tell rounds apart"),
        "purpose": kept(PrivacyClass.PROGRAMME, "how its codings may be used"),
        "unit": kept(PrivacyClass.PROGRAMME, "over what agreement is reckoned"),
        "window": kept(PrivacyClass.PROGRAMME, "how long a fixed window is"),
        "blind": kept(PrivacyClass.PROGRAMME, "whether coders are kept apart"),
        "expert": kept(PrivacyClass.PROGRAMME, "whose codings are the key of a practice set"),
        "codebook": kept(PrivacyClass.PROGRAMME, "which version of the codebook the coders were given"),
        "opened_by": kept(PrivacyClass.PROGRAMME, "who leads it"),
        "closed_at": kept(PrivacyClass.PROGRAMME, "since when coders see each other's codings"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "title"], name="coding_round_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("created_at")),
                name="coding_round_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(unit=Unit.WINDOW.value, window__isnull=False)
                | (~Q(unit=Unit.WINDOW.value) & Q(window__isnull=True)),
                name="coding_round_window_has_length",
            ),
            models.CheckConstraint(
                condition=Q(purpose=Purpose.PRACTICE.value, expert__isnull=False, blind=True)
                | (~Q(purpose=Purpose.PRACTICE.value) & Q(expert__isnull=True)),
                name="coding_practice_has_an_expert",
            ),
        ]


class RoundSource(ProgrammeRow):
    """One source of a round. `settled_at`: since when its consensus stands for it in findings."""

    round = ProgrammeKey("coding.Round", related_name="sources")
    source = ProgrammeKey("studies.Source", related_name="+")
    settled_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "round": kept(PrivacyClass.PROGRAMME, "which round"),
        "source": kept(PrivacyClass.PROGRAMME, "which text is coded together"),
        "settled_at": kept(PrivacyClass.PROGRAMME, "since when the consensus counts"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "round", "source"], name="coding_source_once_in_round"
            ),
            models.UniqueConstraint(
                fields=["programme", "source"],
                condition=Q(settled_at__isnull=False),
                name="coding_source_settled_once",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "source"], name="coding_rounds_of_source")]


class RoundCoder(ProgrammeRow):
    """One person who codes in a round; in a practice set: a learner."""

    round = ProgrammeKey("coding.Round", related_name="coders")
    coder = ProgrammeKey("programmes.Worker", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "round": kept(PrivacyClass.PROGRAMME, "which round"),
        "coder": kept(PrivacyClass.PROGRAMME, "who codes"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "round", "coder"], name="coding_coder_once_in_round"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "coder"], name="coding_rounds_of_coder")]


class RoundDone(ProgrammeRow):
    """A coder is done with a source, also where they found nothing to code in it."""

    round = ProgrammeKey("coding.Round", related_name="marks")
    source = ProgrammeKey("studies.Source", related_name="+")
    coder = ProgrammeKey("programmes.Worker", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "round": kept(PrivacyClass.PROGRAMME, "which round"),
        "source": kept(PrivacyClass.PROGRAMME, "which text is done"),
        "coder": kept(PrivacyClass.PROGRAMME, "who is done with it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "round", "source", "coder"], name="coding_done_once"
            ),
        ]


class Attempt(ProgrammeRow):
    """A learner's finished attempt at a practice set, as it came out then."""

    round = ProgrammeKey("coding.Round", related_name="attempts")
    coder = ProgrammeKey("programmes.Worker", related_name="+")
    number = models.PositiveSmallIntegerField()
    found = models.JSONField()
    digest = models.CharField(max_length=64)

    privacy: ClassVar = BASE_PRIVACY | {
        "round": kept(PrivacyClass.PROGRAMME, "which practice set"),
        "coder": kept(PrivacyClass.PERSONAL, "whose attempt it is: only they and the lead see it"),
        "number": kept(PrivacyClass.PERSONAL, "to see learning from one attempt to the next"),
        "found": kept(PrivacyClass.PERSONAL, "how near the learner came to the expert"),
        "digest": kept(PrivacyClass.PSEUDONYM, "which codings were compared"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "round", "coder", "number"], name="coding_attempt_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="coding_attempts_begin_at_one"),
        ]
