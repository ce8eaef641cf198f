"""The person's own way in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class PersonLink(ProgrammeRow):
    """A private address for the person of one case. Only the hash of its key is stored."""

    case = ProgrammeKey("casework.Case", related_name="+")
    key_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose page the link opens"),
        "key_hash": kept(PrivacyClass.SECRET, "to know the link again without being able to make it"),
        "expires_at": kept(PrivacyClass.PROGRAMME, "so that an old message opens nothing"),
        "revoked_at": kept(PrivacyClass.PROGRAMME, "so that a stray message opens nothing"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key_hash"], name="casework_person_link_key_once"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="casework_person_link_lives_a_while"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "case"], name="casework_person_link_case")]
