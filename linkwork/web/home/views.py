"""The front door, the language switch and the programme switch."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.viewer import Kind
from linkwork.programmes import actions as programmes
from linkwork.programmes.rules import DEMONSTRATION_PASSWORD
from linkwork.web.home.presenters import demonstrations
from linkwork.web.shared.frame import page
from linkwork.web.shared.languages import EVERY
from linkwork.web.shared.middleware import PROGRAMME_KEY
from linkwork.web.shared.navigation import home_for
from linkwork.web.shared.request import Request

YEAR = 365 * 24 * 60 * 60


@require_GET
def home(request: Request) -> HttpResponse:
    """A signed-in viewer goes where their work waits; everybody else reads what Linkwork is."""
    if request.viewer.kind is Kind.LOGIN:
        return redirect(home_for(request.viewer))
    values = {
        "signed_in": request.user.is_authenticated,
        "demonstrations": demonstrations(),
        "password": DEMONSTRATION_PASSWORD,
    }
    return page(request, "home/welcome.html", values)


@require_POST
def language(request: Request) -> HttpResponse:
    """Read on in another language; remembered on this device, and for the login where there is one."""
    chosen = request.POST.get("language", "")
    response = redirect(_back(request))
    if chosen in EVERY:
        name = settings.LANGUAGE_COOKIE_NAME
        response.set_cookie(name, chosen, max_age=YEAR, samesite="Lax", secure=settings.HTTPS)
        if request.viewer.kind is Kind.LOGIN:
            programmes.choose_language(language=chosen, by=request.viewer, at=request.at)
    return response


@require_POST
def choose_programme(request: Request) -> HttpResponse:
    """Work in another programme of one's own. An id that is not one's own changes nothing: see `viewer_for`."""
    try:
        request.session[PROGRAMME_KEY] = str(UUID(request.POST.get("programme", "")))
    except ValueError:
        request.session.pop(PROGRAMME_KEY, None)
    return redirect(reverse("home"))


def _back(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if safe else reverse("home")
