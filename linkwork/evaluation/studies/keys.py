"""Sealing the names behind pseudonyms: a key for each study, in a file readable by its owner only.

The key never enters the database or a backup of it. Whoever loses it keeps the texts with their pseudonyms, and nobody
can read the names any more.
"""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from linkwork.core.text import fold


def seal(study_id: UUID, words: str) -> str:
    """The words, encrypted and signed (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return _fernet(study_id).encrypt(words.encode()).decode("ascii")


def unseal(study_id: UUID, sealed: str) -> str | None:
    """The words again; None where the key is another one."""
    try:
        return _fernet(study_id).decrypt(sealed.encode("ascii")).decode()
    except InvalidToken:
        return None


def mark_of(study_id: UUID, words: str) -> str:
    """The same for the same words, without case and accents, and meaningless without the key: 64 hex digits."""
    return hmac.new(_key(study_id), b"mark:" + fold(words).encode(), hashlib.sha256).hexdigest()


def _fernet(study_id: UUID) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key(study_id)))


def _key(study_id: UUID) -> bytes:
    folder = Path(settings.HOME) / "keys" / "pseudonyms"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{study_id}.key"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(32))
    return path.read_bytes()
