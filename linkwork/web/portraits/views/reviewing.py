"""A public adviser who is signed in: the same steps as by a link, at the portrait as it now stands."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.evaluation.portraits import reads
from linkwork.web.advise import pages
from linkwork.web.advise.desk import Desk
from linkwork.web.shared.request import Request

STEPS = {
    "open": "review",
    "one": "review_one",
    "mark": "review_mark",
    "comment": "review",
    "sign": "sign",
    "voice": "voice",
    "picture": "picture",
}


@require_http_methods(["GET", "POST"])
def review(request: Request, portrait_id: UUID) -> HttpResponse:
    """The whole portrait; sent, it is a comment."""
    desk = _desk(request, portrait_id)
    return pages.comment(request, desk) if request.method == "POST" else pages.whole(request, desk)


@require_safe
def review_one(request: Request, portrait_id: UUID, number: int) -> HttpResponse:
    """One statement."""
    return pages.one(request, _desk(request, portrait_id), number)


@require_POST
def review_mark(request: Request, portrait_id: UUID, number: int) -> HttpResponse:
    """One touch."""
    return pages.mark(request, _desk(request, portrait_id), number)


@require_POST
def sign(request: Request, portrait_id: UUID) -> HttpResponse:
    """The signature."""
    return pages.sign(request, _desk(request, portrait_id))


@require_POST
def voice(request: Request, portrait_id: UUID) -> HttpResponse:
    """Words of one's own."""
    return pages.voice(request, _desk(request, portrait_id))


def _desk(request: Request, portrait_id: UUID) -> Desk:
    card = reads.portrait(request.viewer, portrait_id)
    return Desk(request.viewer, card, _addresses(portrait_id), "base.html", shows_others=True)


def _addresses(portrait_id: UUID) -> Callable[..., str]:
    return lambda name, *args: reverse(f"portraits:{STEPS[name]}", args=[portrait_id, *args])
