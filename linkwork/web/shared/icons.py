"""Lucide icons as inline SVG, from the package that carries them."""

from functools import cache

import lucide
from markupsafe import Markup


@cache
def icon(name: str, label: str = "") -> Markup:
    """The icon as SVG: silent to a screen reader, or an image called `label`."""
    spoken = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    return Markup(lucide._render_icon(name, 20, **{"class": "icon", "focusable": "false", **spoken}))
