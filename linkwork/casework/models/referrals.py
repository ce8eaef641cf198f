"""A referral into the programme."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.states import ReferralState
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

ANSWERED = [ReferralState.ACCEPTED, ReferralState.DECLINED, ReferralState.WITHDRAWN]


class Referral(ProgrammeRow):
    """Who asks, for whom, why. `agreed` is whether the person said yes to being contacted; None is not known."""

    person = ProgrammeKey("casework.Person", related_name="referrals")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ReferralState])
    source = models.CharField(max_length=24)
    referrer_name = models.CharField(max_length=120, blank=True)
    referrer_organisation = models.CharField(max_length=160, blank=True)
    referrer_contact = models.CharField(max_length=160, blank=True)
    wants = models.TextField(blank=True)
    urgency = models.CharField(max_length=8, choices=[(u.value, u.value) for u in Urgency])
    agreed = models.BooleanField(null=True)
    received_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=24, blank=True)
    reason_words = models.CharField(max_length=400, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whom it is about"),
        "state": kept(PrivacyClass.PERSONAL, "what has to be done with it"),
        "source": kept(PrivacyClass.PERSONAL, "by which ways people reach the programme"),
        "referrer_name": kept(PrivacyClass.IDENTIFYING, "to answer who asked"),
        "referrer_organisation": kept(PrivacyClass.PERSONAL, "which partners refer"),
        "referrer_contact": kept(PrivacyClass.IDENTIFYING, "to answer who asked"),
        "wants": kept(PrivacyClass.SENSITIVE, "so that the person need not tell it all again"),
        "urgency": kept(PrivacyClass.PERSONAL, "whom to call first"),
        "agreed": kept(PrivacyClass.PERSONAL, "whether we may call at all"),
        "received_at": kept(PrivacyClass.PERSONAL, "how long somebody has waited"),
        "answered_at": kept(PrivacyClass.PERSONAL, "how long answers take"),
        "reason": kept(PrivacyClass.PERSONAL, "why it was declined or withdrawn"),
        "reason_words": kept(PrivacyClass.SENSITIVE, "what the referrer is told"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ReferralState.RECEIVED, answered_at__isnull=True)
                | Q(state__in=ANSWERED, answered_at__isnull=False),
                name="casework_referral_answered_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=models.F("received_at")),
                name="casework_referral_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReferralState.DECLINED, reason=""),
                name="casework_referral_declined_says_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "received_at"], name="casework_referral_waiting")
        ]
