"""People met together: a group, a household, or any few at once."""

from typing import ClassVar

from django.db import models

from linkwork.casework.models.contacts import within_a_day
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Session(ProgrammeRow):
    """One meeting of several people. Each person known has a contact of their own; the others are a number.

    The time around it and the common note stand here once, so that neither is counted as often as people came.
    """

    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    entered_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    site = ProgrammeKey("programmes.Site", null=True, related_name="+")
    title = models.CharField(max_length=120, blank=True)
    occurred_at = models.DateTimeField()
    mode = models.CharField(max_length=12)
    minutes = models.PositiveSmallIntegerField(null=True)
    minutes_travel = models.PositiveSmallIntegerField(null=True)
    minutes_admin = models.PositiveSmallIntegerField(null=True)
    others = models.PositiveSmallIntegerField(default=0)
    note = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PROGRAMME, "who led it"),
        "entered_by": kept(PrivacyClass.PROGRAMME, "who may take the entry back"),
        "site": kept(PrivacyClass.PROGRAMME, "where people are met"),
        "title": kept(PrivacyClass.PROGRAMME, "which group it was"),
        "occurred_at": kept(PrivacyClass.PROGRAMME, "when it was"),
        "mode": kept(PrivacyClass.PROGRAMME, "how people are met"),
        "minutes": kept(PrivacyClass.PROGRAMME, "how long it lasted"),
        "minutes_travel": kept(PrivacyClass.PROGRAMME, "what the work takes besides the meeting"),
        "minutes_admin": kept(PrivacyClass.PROGRAMME, "what the work takes besides the meeting"),
        "others": kept(PrivacyClass.PROGRAMME, "how many came whom we do not know by name"),
        "note": kept(PrivacyClass.SENSITIVE, "what happened, for everybody who was there"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=within_a_day("minutes")
                & within_a_day("minutes_travel")
                & within_a_day("minutes_admin"),
                name="casework_session_within_a_day",
            ),
        ]
