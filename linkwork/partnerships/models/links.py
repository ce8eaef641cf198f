"""The partner's own way in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import Ask
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class PartnerLink(ProgrammeRow):
    """A private address for somebody at a partner: the role card, and how working together goes.

    It shows nothing about any person supported. Only the hash of its key is stored.
    """

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    contact = ProgrammeKey("partnerships.PartnerContact", related_name="+")
    asks = models.CharField(max_length=12, choices=[(a.value, a.value) for a in Ask])
    key_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "which partner answers"),
        "contact": kept(PrivacyClass.PSEUDONYM, "who there answers"),
        "asks": kept(PrivacyClass.PROGRAMME, "what it was sent for, so that nobody is asked twice"),
        "key_hash": kept(PrivacyClass.SECRET, "to know the link again without being able to make it"),
        "expires_at": kept(PrivacyClass.PROGRAMME, "so that an old message opens nothing"),
        "revoked_at": kept(PrivacyClass.PROGRAMME, "so that a stray message opens nothing"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "key_hash"], name="partnerships_partner_link_key_once"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="partnerships_partner_link_lives_a_while"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "partner"], name="partnerships_links")]
