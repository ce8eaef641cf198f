"""Who lives with a person, among them children who have no record of their own."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Household(ProgrammeRow):
    """People who belong together. It has nothing of its own but a note."""

    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "note": kept(PrivacyClass.SENSITIVE, "what to know of the home as a whole"),
    }


class Member(ProgrammeRow):
    """One of a household: a person on record, or somebody of whom no more is kept than is needed.

    Birth is kept as year and month, enough for an age in months; `due_year` and `due_month` are when a baby is due.
    """

    household = ProgrammeKey("casework.Household", related_name="members")
    person = ProgrammeKey("casework.Person", null=True, related_name="memberships")
    name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=80, blank=True)
    child = models.BooleanField(default=False)
    born_year = models.PositiveSmallIntegerField(null=True)
    born_month = models.PositiveSmallIntegerField(null=True)
    due_year = models.PositiveSmallIntegerField(null=True)
    due_month = models.PositiveSmallIntegerField(null=True)
    lives_here = models.BooleanField(default=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "household": kept(PrivacyClass.PSEUDONYM, "who belongs together"),
        "person": kept(PrivacyClass.PSEUDONYM, "to open their own page"),
        "name": kept(PrivacyClass.IDENTIFYING, "to ask after them by name"),
        "role": kept(PrivacyClass.PERSONAL, "who they are to each other"),
        "child": kept(PrivacyClass.PERSONAL, "to count the children a programme reaches"),
        "born_year": kept(PrivacyClass.PERSONAL, "what is offered to which age"),
        "born_month": kept(PrivacyClass.PERSONAL, "the age of small children in months"),
        "due_year": kept(PrivacyClass.SENSITIVE, "when a baby is due"),
        "due_month": kept(PrivacyClass.SENSITIVE, "when a baby is due"),
        "lives_here": kept(PrivacyClass.PERSONAL, "who lives together"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "household", "person"], name="casework_member_once_a_household"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(name="") | ~Q(role=""),
                name="casework_member_is_somebody",
            ),
            models.CheckConstraint(
                condition=Q(born_year__isnull=True, born_month__isnull=True)
                | Q(
                    born_year__isnull=False,
                    born_month__isnull=False,
                    born_year__range=(1900, 2200),
                    born_month__range=(1, 12),
                ),
                name="casework_member_birth_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(due_year__isnull=True, due_month__isnull=True)
                | Q(
                    due_year__isnull=False,
                    due_month__isnull=False,
                    due_year__range=(1900, 2200),
                    due_month__range=(1, 12),
                ),
                name="casework_member_due_is_whole",
            ),
        ]
