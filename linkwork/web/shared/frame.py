"""The frame around a page: language, navigation, the programme's words, the demo banner."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as django_render
from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.core.viewer import Role
from linkwork.programmes.reads import Standing, Words
from linkwork.web.shared.languages import offered
from linkwork.web.shared.navigation import links_for


@dataclass(frozen=True)
class Language:
    """One choice in the foot of the page, written in its own language."""

    code: str
    name: str
    current: bool


def page(request: HttpRequest, template: str, values: dict[str, Any], status: int = 200) -> HttpResponse:
    """Draw `template` with the page's own plain values inside the frame."""
    framed(request)
    return django_render(request, template, frame(request) | values, status=status)


def framed(request: HttpRequest) -> None:
    """Say that this page brings what it needs: `around_others` then adds nothing, and asks the database nothing."""
    request.framed = True  # type: ignore[attr-defined]


def around_others(request: HttpRequest) -> dict[str, Any]:
    """The frame for pages whose views are not ours (allauth's): a context processor of the templates."""
    return {} if getattr(request, "framed", False) else frame(request)


def frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs. It asks nothing: what it says of the viewer was read once, at the door."""
    standing: Standing = getattr(request, "standing", Standing())
    viewer, card = standing.viewer, standing.programme
    language = translation.get_language() or settings.LANGUAGE_CODE
    return {
        "viewer": viewer,
        "programme": card,
        "programmes": standing.programmes,
        "words": card.words if card else Words(_("link worker"), _("person"), _("people")),
        "demo": card.demonstration if card else False,
        "nav": links_for(viewer, request.path),
        "lang": language,
        "dir": direction(language),
        "languages": [language_named(code, language) for code in offered(request)],
        "Role": Role,
        "path": request.get_full_path(),
    }


def language_named(code: str, current: str = "") -> Language:
    """A language of ours by its own name; `current` is that of the page, the one drawn now where it is not given."""
    names = {"en": "English", "fr": "Français", "ar": "العربية", "sv": "Svenska", "zh-hans": "中文"}
    return Language(code, names[code], code == (current or translation.get_language()))


def problem_page(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    """A calm page for a refusal: what happened, and the way back. `reason` holds no personal data."""
    return page(request, f"errors/{status}.html", {"reason": reason}, status)
