"""What I asked for that takes a while: all of it, one of it, its file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.errands import actions, reads, runner
from linkwork.errands.kinds import KINDS
from linkwork.web.errands import presenters
from linkwork.web.shared.errands import file_of
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """All of it, the latest first."""
    found = presenters.latest(reads.errands(request.viewer))
    return page(
        request, "errands/home.html", {"errands": [presenters.line(one, request.at) for one in found]}
    )


@require_GET
def errand(request: Request, errand_id: UUID) -> HttpResponse:
    """How far it is, and what it brought."""
    card = reads.errand(request.viewer, errand_id)
    nobody = not card.ended and not runner.is_there()
    values = {"errand": presenters.shown(card, request.at), "nobody_works": nobody}
    return page(request, "errands/errand.html", values)


@require_POST
def stop(request: Request, errand_id: UUID) -> HttpResponse:
    """It is not wanted any more."""
    actions.stop(errand_id=errand_id, by=request.viewer, at=request.at)
    messages.success(request, _("Stopped. Nothing is kept of it."))
    return redirect("errands:home")


@require_POST
def file(request: Request, errand_id: UUID) -> HttpResponse:
    """The file it brought."""
    card = reads.errand(request.viewer, errand_id)
    KINDS[card.kind].check_may_have(request.viewer)
    return file_of(request, card)
