"""The adviser's own page, opened by a private link to one version of one portrait."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from linkwork.core.errors import Refused
from linkwork.evaluation.portraits import reads
from linkwork.web.advise import pages
from linkwork.web.advise.desk import Desk
from linkwork.web.portraits.views.timeline import sent
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

REFERRER_POLICY = "strict-origin"  # other sites see the name of the site, never the address of the page


def by_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view `(request, desk, …)`: a link that does not open shows one calm page, 404."""

    @wraps(view)
    @sensitive_variables("token")
    def opened(request: Request, token: str, **more: Any) -> HttpResponse:
        try:
            own = reads.by_link(token, request.at)
        except Refused:
            return page(request, "reply/closed.html", {}, 404)
        around = {
            "programme": own.programme,
            "demo": own.programme.demonstration,
            "until": date_said(local_day(own.open_until)),
            "newer": own.newer,
        }
        response = view(
            request, Desk(own.viewer, own.card, _addresses(token), "base_public.html", around), **more
        )
        response.headers["Referrer-Policy"] = REFERRER_POLICY
        return response

    return opened


def _addresses(token: str) -> Callable[..., str]:
    return lambda name, *args: reverse(f"advise:{name}", args=[token, *args])


@require_safe
@by_link
def open_link(request: Request, desk: Desk) -> HttpResponse:
    """The whole portrait."""
    return pages.whole(request, desk)


@require_safe
@by_link
def one(request: Request, desk: Desk, number: int) -> HttpResponse:
    """One statement."""
    return pages.one(request, desk, number)


@require_POST
@by_link
def mark(request: Request, desk: Desk, number: int) -> HttpResponse:
    """One touch."""
    return pages.mark(request, desk, number)


@require_POST
@by_link
def comment(request: Request, desk: Desk) -> HttpResponse:
    """A comment."""
    return pages.comment(request, desk)


@require_POST
@by_link
def sign(request: Request, desk: Desk) -> HttpResponse:
    """The signature."""
    return pages.sign(request, desk)


@require_POST
@by_link
def voice(request: Request, desk: Desk) -> HttpResponse:
    """Words of one's own."""
    return pages.voice(request, desk)


@require_safe
@by_link
def picture(request: Request, desk: Desk, event_id: UUID) -> HttpResponse:
    """A picture of the version the link opens."""
    return sent(desk.card.events, event_id)
