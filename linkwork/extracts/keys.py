"""Where the keys of the pseudonyms lie: one file for each programme and study key, readable by its owner only.

The key never enters an extract, the database or a backup of either. Whoever loses it can still read old extracts, but
later ones will call everybody by another name.
"""

import hashlib
import os
import secrets
from pathlib import Path
from uuid import UUID

from django.conf import settings


def key_for(programme_id: UUID, study_key: str) -> bytes:
    """The key, made on first use. 32 bytes."""
    folder = Path(settings.HOME) / "keys" / "extracts"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{programme_id}-{hashlib.sha256(study_key.encode()).hexdigest()[:16]}.key"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(32))
    return path.read_bytes()
