"""Are the typefaces that the style sheet names really in their packages?"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import linkwork
from linkwork.config.fonts import font_dirs

SHEET = Path(linkwork.__file__).parent / "web" / "static" / "css" / "fonts.css"


def test_every_typeface_named_in_the_sheet_is_in_a_package() -> None:
    folders = dict(font_dirs())
    addresses = re.findall(r'url\("\.\./([^"]+)"\)', SHEET.read_text(encoding="utf-8"))
    assert len(addresses) >= 5
    for address in addresses:
        prefix, _, name = unquote(address).rpartition("/")
        assert (Path(folders[prefix]) / name).is_file(), address
