"""Reading the environment: where Linkwork keeps its things, and the key it signs with."""

import os
import secrets
from pathlib import Path


def flag(name: str) -> bool:
    """Whether an on-off variable is on: 1, true, yes or on, in any case."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def home() -> Path:
    """The folder for database, extracts, media and keys (LINKWORK_HOME, default ./var); made where it is missing."""
    folder = Path(os.environ.get("LINKWORK_HOME", "var")).expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """LINKWORK_SECRET_KEY, or the key kept in the home folder: made at the first start, readable by its owner only."""
    if given := os.environ.get("LINKWORK_SECRET_KEY"):
        return given
    path = folder / "secret.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key
