"""What every row of a programme has: an id, its programme, when it was made.

This file, unlike `models`, may be imported by the rooms above.
"""

from typing import ClassVar

from django.db import models

from linkwork.core.ids import new_id
from linkwork.core.privacy import PrivacyClass, kept

BASE_PRIVACY = {
    "id": kept(PrivacyClass.PSEUDONYM, "to point at the row"),
    "programme": kept(PrivacyClass.PROGRAMME, "the tenant: every question states it"),
    "created_at": kept(PrivacyClass.PROGRAMME, "when the row was entered"),
}


class ProgrammeRow(models.Model):
    """The abstract base of every table that belongs to a programme (design: the distribution key is never null)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    privacy: ClassVar = BASE_PRIVACY

    class Meta:
        abstract = True
