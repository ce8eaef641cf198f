"""How does a page get an icon? Lucide's drawings, inlined, so that no request leaves the house."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from markupsafe import Markup, escape

# Drawings that point along the line of reading turn round in right-to-left scripts.
TURNING = frozenset(
    {"arrow", "chevron", "undo", "redo", "send", "log", "reply", "forward", "route", "footprints"}
)


class UnknownIcon(LookupError):
    """The page asked for a drawing that Lucide does not have."""


@lru_cache(maxsize=1)
def _box() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@lru_cache(maxsize=512)
def _drawing(name: str) -> str:
    try:
        source = _box().read(f"{name}.svg")
    except KeyError:
        raise UnknownIcon(f"Lucide has no icon named {name!r}") from None
    root = ElementTree.fromstring(source)
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    return "".join(ElementTree.tostring(child, encoding="unicode").strip() for child in root)


def _turns(name: str) -> bool:
    parts = name.split("-")
    return parts[0] in TURNING and not {"up", "down"} & set(parts)


def icon(name: str, label: object = None) -> Markup:
    """Inline SVG of one Lucide icon, sized by the text around it.

    Without a label it is decoration and hidden from screen readers; with one it is an image of
    that name; a lazy translation is read in the language of this page. Raises UnknownIcon.
    """
    kind = "icon icon-turns" if _turns(name) else "icon"
    voice = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(
        f'<svg class="{kind}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round" focusable="false" {voice}>{_drawing(name)}</svg>'
    )
