"""A case and what belongs to it: who works with it, needs, what was said, what has to be followed up."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.states import CaseState
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Case(ProgrammeRow):
    """One spell of support. A person has one at a time; later spells are new cases.

    Where two records turned out to be one person's, both may be running: one then says that it `continues_in` the
    other, and is settled and closed like any case.
    """

    person = ProgrammeKey("casework.Person", related_name="cases")
    referral = ProgrammeKey("casework.Referral", related_name="+")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in CaseState])
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    close_reason = models.CharField(max_length=24, blank=True)
    close_note = models.TextField(blank=True)
    continues_in = ProgrammeKey("casework.Case", null=True, related_name="also_open")

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whose case it is"),
        "referral": kept(PrivacyClass.PSEUDONYM, "how it began"),
        "worker": kept(PrivacyClass.PROGRAMME, "who works with the person now"),
        "state": kept(PrivacyClass.PERSONAL, "whether support goes on"),
        "opened_on": kept(PrivacyClass.PERSONAL, "how long support lasts"),
        "closed_on": kept(PrivacyClass.PERSONAL, "how long support lasts"),
        "close_reason": kept(PrivacyClass.PERSONAL, "how cases end"),
        "close_note": kept(PrivacyClass.SENSITIVE, "what a next worker should know"),
        "continues_in": kept(
            PrivacyClass.PSEUDONYM, "the case that goes on, where two records were one person's"
        ),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "referral"], name="casework_case_one_per_referral"),
            models.UniqueConstraint(
                fields=["programme", "person"],
                condition=~Q(state=CaseState.CLOSED) & Q(continues_in__isnull=True),
                name="casework_case_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.CLOSED, closed_on__isnull=False) & ~Q(close_reason="")
                | Q(state__in=[CaseState.OPEN, CaseState.PAUSED], closed_on__isnull=True, close_reason=""),
                name="casework_case_closed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="casework_case_in_order",
            ),
            models.CheckConstraint(
                condition=Q(continues_in__isnull=True) | ~Q(continues_in=F("id")),
                name="casework_case_not_in_itself",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "worker", "id"], name="casework_case_caseload"),
            models.Index(fields=["programme", "id"], name="casework_case_page"),
        ]


class Allocation(ProgrammeRow):
    """Who worked with a case from when until when."""

    case = ProgrammeKey("casework.Case", related_name="allocations")
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "which case"),
        "worker": kept(PrivacyClass.PROGRAMME, "who worked with it"),
        "since": kept(PrivacyClass.PERSONAL, "from when"),
        "until": kept(PrivacyClass.PERSONAL, "until when"),
        "note": kept(PrivacyClass.SENSITIVE, "what the one before wanted the next one to know"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "case"],
                condition=Q(until__isnull=True),
                name="casework_allocation_one_now",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="casework_allocation_in_order",
            ),
        ]


class Need(ProgrammeRow):
    """What the person wants help with. `contact` is where it came up, if it came up in a contact."""

    case = ProgrammeKey("casework.Case", related_name="needs")
    contact = ProgrammeKey("casework.Contact", null=True, related_name="needs")
    term = models.CharField(max_length=24)
    words = models.TextField(blank=True)
    raised_on = models.DateField()
    met_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose need it is"),
        "contact": kept(PrivacyClass.PSEUDONYM, "when it came up"),
        "term": kept(PrivacyClass.PERSONAL, "to find support, and to count what people need"),
        "words": kept(PrivacyClass.SENSITIVE, "what the person said, which no term says"),
        "raised_on": kept(PrivacyClass.PERSONAL, "how long it has been open"),
        "met_on": kept(PrivacyClass.PERSONAL, "whether it still is"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | Q(met_on__gte=F("raised_on")),
                name="casework_need_in_order",
            ),
            models.CheckConstraint(condition=~Q(term=""), name="casework_need_has_a_term"),
        ]


class Statement(ProgrammeRow):
    """What matters to the person, or what was planned, in their words on a day. New words never replace old ones."""

    case = ProgrammeKey("casework.Case", related_name="statements")
    contact = ProgrammeKey("casework.Contact", null=True, related_name="statements")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in StatementKind])
    words = models.TextField()
    said_on = models.DateField()

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose words they are"),
        "contact": kept(PrivacyClass.PSEUDONYM, "in which contact they were said"),
        "kind": kept(PrivacyClass.PERSONAL, "what matters, or what is planned"),
        "words": kept(PrivacyClass.SENSITIVE, "to work from what matters to them"),
        "said_on": kept(PrivacyClass.PERSONAL, "to see how it changes"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_statement_says_something")
        ]


class FollowUp(ProgrammeRow):
    """Something promised for a day."""

    case = ProgrammeKey("casework.Case", related_name="follow_ups")
    contact = ProgrammeKey("casework.Contact", null=True, related_name="follow_ups")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    due_on = models.DateField()
    about = models.CharField(max_length=200)
    done_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whom it is about"),
        "contact": kept(PrivacyClass.PSEUDONYM, "in which contact it was promised"),
        "worker": kept(PrivacyClass.PROGRAMME, "who promised it; nobody where the case had no worker"),
        "due_on": kept(PrivacyClass.PERSONAL, "when to remind"),
        "about": kept(PrivacyClass.SENSITIVE, "what to do"),
        "done_on": kept(PrivacyClass.PERSONAL, "whether to remind"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(about=""), name="casework_follow_up_says_what")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["programme", "worker", "due_on"],
                condition=Q(done_on__isnull=True),
                name="casework_follow_up_due",
            )
        ]
