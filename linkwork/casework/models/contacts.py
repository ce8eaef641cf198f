"""One encounter with a person, and what it was about."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Contact(ProgrammeRow):
    """One encounter. `reached` is false for an attempt nobody answered, which is work, but no encounter.

    `marked_first` is what the worker said, None where nobody said; what the record says is derived, never stored.
    """

    case = ProgrammeKey("casework.Case", related_name="contacts")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    site = ProgrammeKey("programmes.Site", null=True, related_name="+")
    occurred_at = models.DateTimeField()
    mode = models.CharField(max_length=12)
    minutes = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)
    reached = models.BooleanField(default=True)
    marked_first = models.BooleanField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose contact it is"),
        "worker": kept(PrivacyClass.PROGRAMME, "who met the person"),
        "site": kept(PrivacyClass.PROGRAMME, "where people are met"),
        "occurred_at": kept(PrivacyClass.PERSONAL, "when it happened"),
        "mode": kept(PrivacyClass.PERSONAL, "how people are met"),
        "minutes": kept(PrivacyClass.PERSONAL, "how much support a person gets; missing stays missing"),
        "language": kept(PrivacyClass.PERSONAL, "in which language people are met"),
        "note": kept(PrivacyClass.SENSITIVE, "so that nobody has to tell it all again"),
        "reached": kept(PrivacyClass.PERSONAL, "to tell an encounter from an attempt"),
        "marked_first": kept(PrivacyClass.PERSONAL, "to compare the worker's mark with the record"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__lte=24 * 60),
                name="casework_contact_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(reached=True) | Q(marked_first__isnull=True) | Q(marked_first=False),
                name="casework_contact_attempt_is_not_first",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "case", "occurred_at"], name="casework_contact_timeline")
        ]


class ContactTerm(ProgrammeRow):
    """One topic or kind of support of one contact: a term of a list."""

    contact = ProgrammeKey("casework.Contact", related_name="terms")
    list = models.CharField(max_length=20)
    term = models.CharField(max_length=24)

    privacy: ClassVar = BASE_PRIVACY | {
        "contact": kept(PrivacyClass.PSEUDONYM, "which contact it describes"),
        "list": kept(PrivacyClass.PROGRAMME, "from which list the term is"),
        "term": kept(PrivacyClass.PERSONAL, "what contacts are about"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "contact", "list", "term"], name="casework_contact_term_once"
            )
        ]
