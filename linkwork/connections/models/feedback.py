"""What people say of the support, and of the services they went to."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.connections.models.fields import one_of
from linkwork.connections.rules.feedback import Rating
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Feedback(ProgrammeRow):
    """How something was, as one person says; without `service` it is about the support itself.

    Said again, it says what they think now.
    """

    case = ProgrammeKey("casework.Case", related_name="+")
    service = ProgrammeKey("directory.Service", null=True, related_name="+")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    rating = one_of(Rating)
    words = models.TextField(blank=True)
    said_on = models.DateField()
    by_person = models.BooleanField(default=False)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "to count each person once"),
        "service": kept(PrivacyClass.PERSONAL, "which service it is about"),
        "worker": kept(PrivacyClass.PROGRAMME, "who wrote it down with them"),
        "rating": kept(PrivacyClass.PERSONAL, "how people find it"),
        "words": kept(PrivacyClass.SENSITIVE, "what to keep, and what to do better"),
        "said_on": kept(PrivacyClass.PERSONAL, "how it changes over time"),
        "by_person": kept(PrivacyClass.PERSONAL, "people answer differently alone and with somebody"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "case", "service"],
                condition=Q(service__isnull=False),
                name="connections_feedback_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "case"],
                condition=Q(service__isnull=True),
                name="connections_feedback_of_support_once",
            ),
            models.CheckConstraint(
                condition=Q(by_person=False) | Q(worker__isnull=True), name="connections_feedback_by_one"
            ),
            models.CheckConstraint(
                condition=Q(rating__in=[rating.value for rating in Rating]),
                name="connections_feedback_is_known",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "service"], name="connections_feedback_service")
        ]
