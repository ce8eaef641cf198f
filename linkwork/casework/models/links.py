"""The person's own way in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.private_links import LINK_PRIVACY, PrivateLink


class PersonLink(PrivateLink):
    """A private address for the person of one case. Only the hash of its key is stored."""

    case = ProgrammeKey("casework.Case", related_name="+")

    salt = "casework.person_link"
    privacy: ClassVar = LINK_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose page the link opens"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key_hash"], name="casework_person_link_key_once"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="casework_person_link_lives_a_while"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "case"], name="casework_person_link_case")]
