"""Shows the specimen. Everything on it is invented; nothing is read from the record."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from linkwork.web.look.samples import samples
from linkwork.web.shared.frame import frame, page
from linkwork.web.shared.request import Request


@require_GET
def specimen(request: Request) -> HttpResponse:
    """Every component in every state. Raises Http404 outside a demonstration."""
    if not frame(request)["demo"]:
        raise Http404
    return page(request, "look/specimen.html", samples())
