"""Where do the typefaces lie? In Python packages, so that none is kept in the project."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

PACKAGES: Final[tuple[tuple[str, str], ...]] = (
    ("fonts/atkinson", "fontpkg_atkinson_hyperlegible"),
    ("fonts/source-serif", "fontpkg_source_serif_4"),
    ("fonts/noto-sans", "fontpkg_noto_sans"),
    ("fonts/noto-arabic", "fontpkg_noto_sans_arabic"),
)


def font_dirs() -> list[tuple[str, str]]:
    """Pairs of (prefix under the static address, folder on disk), as STATICFILES_DIRS wants them.

    A package that is not installed is left out: pages then fall back to the reader's own fonts.
    """
    found: list[tuple[str, str]] = []
    for prefix, package in PACKAGES:
        try:
            folder = Path(str(files(package))) / "files"
        except ModuleNotFoundError:
            continue
        if folder.is_dir():
            found.append((prefix, str(folder)))
    return found
