"""The letters that wait to be sent. No words: those are drawn by kind on the way out."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.rules import LetterState
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class LetterRow(ProgrammeRow):
    """An outgoing letter: written inside the action that it tells of, sent after it.

    `about_id` is a row of a room above, so that there is no foreign key; `kind` ("connections.ask") says which room.
    """

    kind = models.CharField(max_length=60)
    about_id = models.UUIDField()
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in LetterState])
    to = models.EmailField()
    language = models.CharField(max_length=10)
    sender = models.CharField(max_length=120, blank=True)
    token = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_from = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "kind": kept(PrivacyClass.PROGRAMME, "which letter it is: its words are drawn from this"),
        "about_id": kept(PrivacyClass.PSEUDONYM, "what the letter is about"),
        "state": kept(PrivacyClass.PROGRAMME, "to send it once"),
        "to": kept(PrivacyClass.IDENTIFYING, "the address of a partner, a referrer or a person"),
        "language": kept(PrivacyClass.PROGRAMME, "the language it is written in"),
        "sender": kept(PrivacyClass.IDENTIFYING, "so that who reads it knows who writes"),
        "token": kept(PrivacyClass.SECRET, "the link in the letter; wiped once it is done"),
        "tries": kept(PrivacyClass.PROGRAMME, "to stop trying at some point"),
        "try_from": kept(PrivacyClass.PROGRAMME, "when to try next, so that two posts do not send it twice"),
        "done_at": kept(PrivacyClass.PROGRAMME, "when it was sent, given up or stopped"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=LetterState.WAITING.value, done_at__isnull=True)
                | (~Q(state=LetterState.WAITING.value) & Q(done_at__isnull=False, token="")),
                name="programme_letter_done_is_wiped",
            ),
            models.CheckConstraint(condition=~Q(to="") & ~Q(kind=""), name="programme_letter_has_address"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "try_from"], name="programme_letters_waiting"),
            models.Index(fields=["programme", "about_id"], name="programme_letters_about"),
        ]
