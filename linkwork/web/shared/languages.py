"""Which languages may a page be read in, and in which one is it drawn?

Pages for people with an account speak the languages whose catalogue is whole. Pages anybody may open speak more: their
sentences are translated into those as well.
"""

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

WHOLE = tuple(code for code, _name in settings.LANGUAGES)
EVERY = (*WHOLE, *(code for code, _name in settings.PUBLIC_LANGUAGES))
PUBLIC_AREAS = frozenset({"refer", "reply", "mine", "alongside", "advise"})


def offered(request: HttpRequest) -> tuple[str, ...]:
    """The languages to choose from on this page."""
    return EVERY if _area(request) in PUBLIC_AREAS else WHOLE


def language_of(request: HttpRequest) -> str:
    """The language chosen on this device, else the first of the browser's that the page speaks, else the first."""
    chosen, area = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), _area(request)
    if chosen in WHOLE or (chosen in EVERY and area in PUBLIC_AREAS | {""}):
        return chosen
    if area not in PUBLIC_AREAS:
        return translation.get_language_from_request(request)
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return next((code for asked, _weight in accepted if (code := spoken(asked))), WHOLE[0])


def spoken(code: str) -> str:
    """Our code for a language asked for ("zh", "sv-SE"); empty where we do not speak it."""
    asked = code.lower()
    return next((one for one in EVERY if one == asked or one.split("-")[0] == asked.split("-")[0]), "")


def _area(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).namespace.split(":")[0]
    except Resolver404:
        return ""
