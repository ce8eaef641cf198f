"""The Jinja2 environment of our pages."""

from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from jinja2 import Environment, StrictUndefined

from linkwork.web.shared.icons import icon


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page by its name, for templates."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def number(value: int) -> str:
    """A number as the language groups it: 13,685."""
    return number_format(value, use_l10n=True, force_grouping=True)


def environment(**options: Any) -> Environment:
    """Autoescaped, strict about misspelt names, with translations and a few helpers."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    options.setdefault("extensions", []).append("jinja2.ext.i18n")
    made = Environment(**options)  # noqa: S701  Django's backend passes autoescape=True
    made.globals |= {"static": static, "url": url, "icon": icon, "get_messages": get_messages}
    made.filters["number"] = number
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    return made
