"""Where are files kept that somebody handed in? In the house's own folder, under names that nobody can guess.

No address leads to them: a view that has checked who asks reads them from here.
"""

import re
import secrets
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound

NAME = re.compile(r"[A-Za-z0-9_-]{32}\.[a-z]{3}")


def keep(content: bytes, ending: str) -> str:
    """Keep a file; its name. `ending` is ".pdf" or the like."""
    name = f"{secrets.token_urlsafe(24)}{ending}"
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    part.write_bytes(content)
    part.rename(folder / name)  # whole or not at all
    return name


def read(name: str) -> bytes:
    """What was kept under this name. Raises NotFound."""
    path = _path(name)
    if not path.is_file():
        raise NotFound(_("This file is no longer here."))
    return path.read_bytes()


def held(name: str) -> bool:
    """Whether there is a file of this name."""
    return bool(NAME.fullmatch(name)) and _path(name).is_file()


def forget(name: str) -> None:
    """Throw a file away. Nothing happens where there is none."""
    if name:
        _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    if not NAME.fullmatch(name):
        raise NotFound(_("This file is no longer here."))
    return _folder() / name


def _folder() -> Path:
    return Path(settings.HOME) / "media"
