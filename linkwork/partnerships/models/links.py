"""The partner's own way in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import Ask
from linkwork.programmes.private_links import LINK_PRIVACY, PrivateLink


class PartnerLink(PrivateLink):
    """A private address for somebody at a partner: the role card, and how working together goes.

    It shows nothing about any person supported. Only the hash of its key is stored.
    """

    partner = ProgrammeKey("partnerships.Partner", related_name="+")
    contact = ProgrammeKey("partnerships.PartnerContact", related_name="+")
    asks = models.CharField(max_length=12, choices=[(a.value, a.value) for a in Ask])

    salt = "partnerships.partner_link"
    privacy: ClassVar = LINK_PRIVACY | {
        "partner": kept(PrivacyClass.PROGRAMME, "which partner answers"),
        "contact": kept(PrivacyClass.PSEUDONYM, "who there answers"),
        "asks": kept(PrivacyClass.PROGRAMME, "what it was sent for, so that nobody is asked twice"),
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
