"""A private address: somebody's way in without an account. Made and opened the same way in every room.

The address carries a signed token: which programme, which link, and a key. Only the key's hash is stored, so that
nobody who reads the table can come in, and the signature is looked at first, so that a guess costs no question.

This file, unlike `models`, may be imported by the rooms above.
"""

import datetime as dt
import hashlib
import secrets
from typing import ClassVar, Self
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

LINK_PRIVACY = BASE_PRIVACY | {
    "key_hash": kept(PrivacyClass.SECRET, "to know the link again without being able to make it"),
    "expires_at": kept(PrivacyClass.PROGRAMME, "so that an old message opens nothing"),
    "revoked_at": kept(PrivacyClass.PROGRAMME, "so that a stray message opens nothing"),
}


def closed() -> Refused:
    """What everybody is told whose link does not open: one sentence for all reasons, so that nothing is given away."""
    return Refused(_("This link does not open. It may have run out or been ended."))


def signed(salt: str, programme_id: UUID, about_id: UUID, rest: str) -> str:
    """The text of a private address: a programme, what it is about there, and `rest`, signed."""
    return Signer(salt=salt, sep="~").sign(f"{programme_id.hex}{about_id.hex}{rest}")


def unsigned(salt: str, token: str) -> tuple[UUID, UUID, str]:
    """(programme, what it is about, rest) as `signed` put them together. Raises Refused for a forged token."""
    try:
        plain = Signer(salt=salt, sep="~").unsign(token)
        return UUID(plain[:32]), UUID(plain[32:64]), plain[64:]
    except (BadSignature, ValueError):
        raise closed() from None


class PrivateLink(ProgrammeRow):
    """The abstract base of the tables of private addresses. `salt` keeps a token of one table from opening another."""

    key_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    salt: ClassVar[str]
    privacy: ClassVar = LINK_PRIVACY

    class Meta:
        abstract = True

    def give_key(self) -> str:
        """Give this link, not stored yet, a new key of 192 bits; the token, which cannot be asked for again."""
        key = secrets.token_urlsafe(24)
        self.key_hash = _hash_of(key)
        return signed(self.salt, self.programme_id, self.id, key)

    @classmethod
    def living(cls, at: dt.datetime) -> models.QuerySet[Self]:
        """The links that open at `at`, of every programme: the asker states theirs."""
        return cls._default_manager.filter(expires_at__gt=at, revoked_at__isnull=True)

    @classmethod
    def opened_by(cls, token: str, at: dt.datetime) -> models.QuerySet[Self]:
        """The living link of a token, as a question of one row at most. Raises Refused for a forged token."""
        programme_id, link_id, key = unsigned(cls.salt, token)
        return cls.living(at).filter(programme_id=programme_id, id=link_id, key_hash=_hash_of(key))


def _hash_of(key: str) -> str:
    # Keys are long and random, so a plain hash is enough.
    return hashlib.sha256(key.encode()).hexdigest()
