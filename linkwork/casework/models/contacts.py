"""One encounter with a person, what it was about, and what was changed in its record afterwards."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.casework.rules.contacts import DAY_OF_MINUTES
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


def within_a_day(field: str) -> Q:
    """Minutes that are not said, or fit into a day."""
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": DAY_OF_MINUTES})


class Contact(ProgrammeRow):
    """One encounter. `reached` is false for an attempt nobody answered, which is work, but no encounter.

    `marked_first` is what the worker said, None where nobody said; what the record says is derived, never stored.
    `session` ties the contacts of people met together; their common note and the time around it stand there.
    """

    case = ProgrammeKey("casework.Case", related_name="contacts")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    entered_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    site = ProgrammeKey("programmes.Site", null=True, related_name="+")
    session = ProgrammeKey("casework.Session", null=True, related_name="contacts")
    occurred_at = models.DateTimeField()
    mode = models.CharField(max_length=12)
    minutes = models.PositiveSmallIntegerField(null=True)
    minutes_travel = models.PositiveSmallIntegerField(null=True)
    minutes_admin = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=12, blank=True)
    interpreter = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    reached = models.BooleanField(default=True)
    marked_first = models.BooleanField(null=True)
    planned = models.BooleanField(null=True)
    accompanied_to = models.CharField(max_length=160, blank=True)
    partner_present = models.CharField(max_length=160, blank=True)
    linking = models.BooleanField(null=True)
    education = models.BooleanField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose contact it is"),
        "worker": kept(PrivacyClass.PROGRAMME, "who met the person"),
        "entered_by": kept(PrivacyClass.PROGRAMME, "who may take the entry back"),
        "site": kept(PrivacyClass.PROGRAMME, "where people are met"),
        "session": kept(PrivacyClass.PSEUDONYM, "who was met together"),
        "occurred_at": kept(PrivacyClass.PERSONAL, "when it happened"),
        "mode": kept(PrivacyClass.PERSONAL, "how people are met"),
        "minutes": kept(PrivacyClass.PERSONAL, "how much support a person gets; missing stays missing"),
        "minutes_travel": kept(PrivacyClass.PERSONAL, "what the work takes besides the person"),
        "minutes_admin": kept(PrivacyClass.PERSONAL, "what the work takes besides the person"),
        "language": kept(PrivacyClass.PERSONAL, "in which language people are met"),
        "interpreter": kept(PrivacyClass.PERSONAL, "how often an interpreter is there"),
        "note": kept(PrivacyClass.SENSITIVE, "so that nobody has to tell it all again"),
        "reached": kept(PrivacyClass.PERSONAL, "to tell an encounter from an attempt"),
        "marked_first": kept(PrivacyClass.PERSONAL, "to compare the worker's mark with the record"),
        "planned": kept(PrivacyClass.PERSONAL, "how much of the work can be planned"),
        "accompanied_to": kept(PrivacyClass.SENSITIVE, "where the person was gone along with"),
        "partner_present": kept(PrivacyClass.SENSITIVE, "who else was there"),
        "linking": kept(PrivacyClass.PERSONAL, "how much of the work links people to support"),
        "education": kept(PrivacyClass.PERSONAL, "how much of the work explains and teaches"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=within_a_day("minutes"), name="casework_contact_within_a_day"),
            models.CheckConstraint(
                condition=within_a_day("minutes_travel") & within_a_day("minutes_admin"),
                name="casework_contact_rest_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(reached=True) | Q(marked_first__isnull=True) | Q(marked_first=False),
                name="casework_contact_attempt_is_not_first",
            ),
            models.UniqueConstraint(
                fields=["programme", "session", "case"], name="casework_contact_once_in_a_session"
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


class ContactChange(ProgrammeRow):
    """What was put right in a contact's record, or added to its note: nothing that stood there is ever lost.

    `before` and `after` hold the fields that differ; `fields` names them, separated by commas.
    """

    contact = ProgrammeKey("casework.Contact", related_name="changes")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    changed_at = models.DateTimeField()
    fields = models.CharField(max_length=300, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    addition = models.TextField(blank=True)
    why = models.CharField(max_length=200, blank=True)
    when_locked = models.BooleanField(default=False)

    privacy: ClassVar = BASE_PRIVACY | {
        "contact": kept(PrivacyClass.PSEUDONYM, "which contact was changed"),
        "worker": kept(PrivacyClass.PROGRAMME, "who changed it"),
        "changed_at": kept(PrivacyClass.PERSONAL, "when it was changed"),
        "fields": kept(PrivacyClass.PERSONAL, "what was changed"),
        "before": kept(PrivacyClass.SENSITIVE, "what stood there before"),
        "after": kept(PrivacyClass.SENSITIVE, "what stands there since"),
        "addition": kept(PrivacyClass.SENSITIVE, "what was added to a note that is locked"),
        "why": kept(PrivacyClass.SENSITIVE, "why it was put right"),
        "when_locked": kept(PrivacyClass.PERSONAL, "to tell an early correction from a late one"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(fields="", addition=""), name="casework_contact_change_says_something"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "contact", "id"], name="casework_contact_history")
        ]
