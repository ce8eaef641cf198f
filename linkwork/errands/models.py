"""The table of errands: who asked for what, how far it is, what it brought."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.errands.rules import State
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Errand(ProgrammeRow):
    """Something long that somebody asked for. Forgotten some days after it ended, and its file with it.

    `kind` is a key of `errands.kinds.KINDS`; `given` are ids and choices; `brought` names a file or a page.
    """

    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=160, blank=True)
    given = models.JSONField(default=dict)
    language = models.CharField(max_length=10)
    asked_by = ProgrammeKey("programmes.Worker", related_name="+")
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in State])
    parts = models.PositiveIntegerField(default=0)
    parts_done = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=600, blank=True)
    brought = models.JSONField(default=dict)

    privacy: ClassVar = BASE_PRIVACY | {
        "kind": kept(PrivacyClass.PROGRAMME, "to know what to do"),
        "about": kept(PrivacyClass.PROGRAMME, "to tell one from another: what an extract is called"),
        "given": kept(PrivacyClass.PROGRAMME, "to do it as it was asked: ids and choices, never a person’s"),
        "language": kept(PrivacyClass.PROGRAMME, "the language it is written in"),
        "asked_by": kept(PrivacyClass.PROGRAMME, "whose rights it is done with, and who may have it"),
        "state": kept(PrivacyClass.PROGRAMME, "to do it once"),
        "parts": kept(PrivacyClass.PROGRAMME, "to say how far it is"),
        "parts_done": kept(PrivacyClass.PROGRAMME, "to say how far it is"),
        "doing": kept(PrivacyClass.PROGRAMME, "to say what is being done"),
        "tries": kept(PrivacyClass.PROGRAMME, "to stop trying at some point"),
        "ended_at": kept(PrivacyClass.PROGRAMME, "when to forget it"),
        "error": kept(PrivacyClass.PERSONAL, "what to do about it; it may say what a file is called"),
        "brought": kept(PrivacyClass.PROGRAMME, "where the file lies, or which page goes on"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "working"], ended_at__isnull=True)
                | Q(state__in=["done", "failed", "stopped"], ended_at__isnull=False),
                name="errands_ended_says_when",
            ),
            models.CheckConstraint(
                condition=Q(state="failed") & ~Q(error="") | ~Q(state="failed") & Q(error=""),
                name="errands_failed_says_why",
            ),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(state="working"), name="errands_one_at_a_time"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "asked_by", "id"], name="errands_of_asker"),
            models.Index(
                fields=["state", "programme"], condition=Q(ended_at__isnull=True), name="errands_to_do"
            ),
        ]
