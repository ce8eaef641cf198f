"""The tables of the trail. Rows are added and never changed."""

from typing import ClassVar

from django.db import models

from linkwork.core.ids import new_id
from linkwork.core.privacy import PrivacyClass, kept

NO_PROGRAMME = "00000000-0000-0000-0000-000000000000"


class Head(models.Model):
    """The end of one programme's chain: locked while a row is added, so that two writers cannot fork it."""

    programme_id = models.UUIDField(primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    privacy: ClassVar = {
        "programme_id": kept(PrivacyClass.PROGRAMME, "one chain a programme"),
        "sequence": kept(PrivacyClass.PROGRAMME, "to notice a missing row"),
        "hash": kept(PrivacyClass.PROGRAMME, "to chain the next row"),
    }


class ActionRow(models.Model):
    """One action: who, when, what, about which row. Ids and field names only, never what a field held."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme_id = models.UUIDField()
    sequence = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=12)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    what = models.CharField(max_length=80)
    about = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True)
    detail = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)

    privacy: ClassVar = {
        "id": kept(PrivacyClass.PROGRAMME, "to point at the row"),
        "programme_id": kept(PrivacyClass.PROGRAMME, "one chain a programme"),
        "sequence": kept(PrivacyClass.PROGRAMME, "the order of the chain"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether a login, a partner, a person or the system acted"),
        "actor_id": kept(PrivacyClass.PROGRAMME, "accountability"),
        "at": kept(PrivacyClass.PROGRAMME, "accountability"),
        "what": kept(PrivacyClass.PROGRAMME, "accountability"),
        "about": kept(PrivacyClass.PROGRAMME, "which kind of row was changed"),
        "about_id": kept(PrivacyClass.PSEUDONYM, "which row was changed"),
        "detail": kept(PrivacyClass.PROGRAMME, "states and counts that explain the step"),
        "hash": kept(PrivacyClass.PROGRAMME, "to show that no row was changed or removed"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme_id", "sequence"], name="trail_one_row_per_step"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme_id", "about_id", "sequence"], name="trail_by_row")
        ]


class AccessRow(models.Model):
    """One look at a person's record: who, when, which page, why they may."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme_id = models.UUIDField()
    kind = models.CharField(max_length=12)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    page = models.CharField(max_length=80)
    person_id = models.UUIDField()

    privacy: ClassVar = {
        "id": kept(PrivacyClass.PROGRAMME, "to point at the row"),
        "programme_id": kept(PrivacyClass.PROGRAMME, "whose record it is"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether a login, a partner, a person or the system looked"),
        "actor_id": kept(PrivacyClass.PROGRAMME, "to tell a person who has looked at their record"),
        "at": kept(PrivacyClass.PROGRAMME, "to tell a person when"),
        "page": kept(PrivacyClass.PROGRAMME, "to tell a person what was looked at"),
        "person_id": kept(PrivacyClass.PSEUDONYM, "to find the looks at one record"),
    }

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["programme_id", "person_id", "at"], name="trail_access_by_person")
        ]
