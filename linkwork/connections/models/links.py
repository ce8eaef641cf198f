"""What a partner comes in by and comes back: links and questions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.private_links import LINK_PRIVACY, PrivateLink
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Link(PrivateLink):
    """A partner's way in without an account. Only the hash of its key is stored."""

    connection = ProgrammeKey("connections.Connection", related_name="links")

    salt = "connections.link"
    privacy: ClassVar = LINK_PRIVACY | {
        "connection": kept(PrivacyClass.PSEUDONYM, "what the link opens"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key_hash"], name="connections_link_key_once"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")), name="connections_link_lives_a_while"
            ),
        ]


class Question(ProgrammeRow):
    """What a partner asked by the link, and what the worker answered."""

    connection = ProgrammeKey("connections.Connection", related_name="questions")
    words = models.TextField()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "connection": kept(PrivacyClass.PSEUDONYM, "what the question is about"),
        "words": kept(PrivacyClass.SENSITIVE, "what the partner needs to know"),
        "asked_at": kept(PrivacyClass.PERSONAL, "to answer in time"),
        "answer": kept(PrivacyClass.SENSITIVE, "what the partner was told"),
        "answered_at": kept(PrivacyClass.PERSONAL, "that it was answered"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="connections_answer_whole",
            )
        ]
