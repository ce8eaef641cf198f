"""What a person agreed to, how that can be shown, and until when."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.consent import How, Purpose
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Consent(ProgrammeRow):
    """What a person agreed to: for one purpose, with one recipient, until a day or until they say no."""

    person = ProgrammeKey("casework.Person", related_name="consents")
    purpose = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Purpose])
    recipient = models.CharField(max_length=160, blank=True)
    given_at = models.DateTimeField()
    expires_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=8, choices=[(h.value, h.value) for h in How], default=How.SAID)
    words = models.TextField(blank=True)
    renews = ProgrammeKey("casework.Consent", null=True, related_name="renewals")

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whose consent it is"),
        "purpose": kept(PrivacyClass.PERSONAL, "what may be done"),
        "recipient": kept(PrivacyClass.SENSITIVE, "with whom it may be done"),
        "given_at": kept(PrivacyClass.PERSONAL, "from when"),
        "expires_on": kept(PrivacyClass.PERSONAL, "until when"),
        "withdrawn_at": kept(PrivacyClass.PERSONAL, "when they said no"),
        "how": kept(PrivacyClass.PERSONAL, "what the yes can be shown by"),
        "words": kept(PrivacyClass.SENSITIVE, "what exactly they agreed to, in their words"),
        "renews": kept(PrivacyClass.PSEUDONYM, "which yes it goes on from"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="casework_consent_in_order",
            ),
            models.UniqueConstraint(fields=["programme", "renews"], name="casework_consent_renewed_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "expires_on"], name="casework_consent_running_out")
        ]
