"""What the programme and a partner agreed on, each version kept."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Agreement(ProgrammeRow):
    """One version of the agreement with a partner, numbered from 1: the one with the highest number holds."""

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    number = models.PositiveSmallIntegerField()
    we_do = models.TextField()
    they_do = models.TextField()
    shared_what = models.TextField(blank=True)
    shared_how = models.TextField(blank=True)
    words = models.TextField(blank=True)
    starts_on = models.DateField()
    review_on = models.DateField()
    ended_on = models.DateField(null=True)
    signed_by_us = models.CharField(max_length=120, blank=True)
    signed_by_them = models.CharField(max_length=120, blank=True)
    signed_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "with whom"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who is asked to look at it again"),
        "number": kept(PrivacyClass.PROGRAMME, "which version it is"),
        "we_do": kept(PrivacyClass.PROGRAMME, "what the partner may expect of us"),
        "they_do": kept(PrivacyClass.PROGRAMME, "what we may expect of the partner"),
        "shared_what": kept(PrivacyClass.PROGRAMME, "which information is shared"),
        "shared_how": kept(PrivacyClass.PROGRAMME, "how it is shared"),
        "words": kept(PrivacyClass.PROGRAMME, "the agreement as it was written"),
        "starts_on": kept(PrivacyClass.PROGRAMME, "from when it holds"),
        "review_on": kept(PrivacyClass.PROGRAMME, "when to look at it again"),
        "ended_on": kept(PrivacyClass.PROGRAMME, "until when it held"),
        "signed_by_us": kept(PrivacyClass.IDENTIFYING, "who agreed for the programme"),
        "signed_by_them": kept(PrivacyClass.IDENTIFYING, "who agreed for the partner"),
        "signed_on": kept(PrivacyClass.PROGRAMME, "when it was agreed"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "partner", "number"], name="partnerships_agreement_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="partnerships_agreements_from_one"),
            models.CheckConstraint(
                condition=Q(review_on__gte=F("starts_on"))
                & (Q(ended_on__isnull=True) | Q(ended_on__gte=F("starts_on"))),
                name="partnerships_agreement_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(signed_by_us="", signed_by_them="", signed_on__isnull=True)
                | (Q(signed_on__isnull=False) & ~Q(signed_by_us="") & ~Q(signed_by_them="")),
                name="partnerships_agreement_signed_by_both",
            ),
            models.CheckConstraint(
                condition=Q(shared_what="", shared_how="") | (~Q(shared_what="") & ~Q(shared_how="")),
                name="partnerships_agreement_what_and_how",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["programme", "review_on"],
                condition=Q(ended_on__isnull=True),
                name="partnerships_reviews_due",
            )
        ]
