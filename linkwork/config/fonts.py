"""Where the font packages keep their files, so that they are served from this machine and nothing is committed."""

from importlib.resources import files

PACKAGES = {
    "fonts/atkinson": "fontpkg_atkinson_hyperlegible",
    "fonts/source-serif": "fontpkg_source_serif_4",
    "fonts/noto-sans": "fontpkg_noto_sans",
    "fonts/noto-arabic": "fontpkg_noto_sans_arabic",
}


def font_dirs() -> list[tuple[str, str]]:
    """(static prefix, folder) of each font family."""
    return [(prefix, str(files(package) / "files")) for prefix, package in PACKAGES.items()]
