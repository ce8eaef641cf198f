"""The door of the person's own pages: the link opens it, the page speaks their language, nothing leaks the address."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.debug import sensitive_variables

from linkwork.casework import reads
from linkwork.casework.reads import OwnPage
from linkwork.core.errors import Refused
from linkwork.web.shared import lists
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import language_named, page
from linkwork.web.shared.languages import EVERY, spoken
from linkwork.web.shared.request import Request

P = ParamSpec("P")
LANGUAGE_COOKIE = "linkwork_mine_language"
# Other sites and our own log of what was asked for see the name of the site, never the address of the page.
REFERRER_POLICY = "strict-origin"

View = Callable[Concatenate[Request, str, OwnPage, P], HttpResponse]


def by_own_link(view: View[P]) -> Callable[..., HttpResponse]:
    """For a view `(request, token, own, ...)` of an address that begins with the token.

    A link that does not open shows one calm page, 404. What the view draws is in the person's language.
    """

    @wraps(view)
    @sensitive_variables("token")
    def opened(request: Request, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            own = reads.own_page(token, request.at)
        except Refused:
            return closed(request)
        language = language_for(request, own)
        with translation.override(language), lists.spoken(own.programme):
            response = view(request, token, own, *args, **kwargs)
        response.headers["Content-Language"] = language
        response.headers["Referrer-Policy"] = REFERRER_POLICY
        return response

    return opened


def closed(request: Request) -> HttpResponse:
    """The same page for every link that does not open: it gives nothing away."""
    return page(request, "mine/closed.html", {}, 404)


def own_page(
    request: Request, template: str, own: OwnPage, token: str, values: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Draw a page inside the frame of the person's own pages: no navigation, the programme's name, their language."""
    around = {
        "token": token,
        "programme": own.programme,
        "words": own.programme.words,
        "demo": own.programme.demonstration,
        "own": own,
        "until": date_said(local_day(own.open_until)),
        "languages": [],
        "own_languages": [language_named(code) for code in EVERY],
        "viewer": own.viewer,
        "nav": [],
    }
    return page(request, template, around | values, status)


def language_for(request: Request, own: OwnPage) -> str:
    """The language chosen on this page, else the person's own where its catalogue is there, else the browser's."""
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    if chosen in EVERY:
        return chosen
    return spoken(own.language) or translation.get_language() or settings.LANGUAGE_CODE
