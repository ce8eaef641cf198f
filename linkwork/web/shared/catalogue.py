"""Translations, compiled with Babel when the house opens: no system tool is needed, no stale catalogue stays."""

import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_stale(folder: Path) -> list[str]:
    """Compile each LANG/LC_MESSAGES/django.po under `folder` that is newer than its .mo; the languages compiled."""
    return [source.parts[-3] for source in sorted(folder.glob("*/LC_MESSAGES/django.po")) if _compile(source)]


def _compile(source: Path) -> bool:
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3])
    handle, name = tempfile.mkstemp(dir=source.parent)  # whole or not at all: another process may read it now
    with os.fdopen(handle, "wb") as file:
        write_mo(file, catalogue)
    Path(name).replace(target)
    return True
