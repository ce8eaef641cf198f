"""When something is not right: saying so, being found, and being reached."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.core.viewer import system
from linkwork.exchange import mail, sms
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.visits.forms import ResolveForm
from linkwork.workforce import actions, reads


@require_POST
def not_safe(request: Request, visit_id: UUID) -> HttpResponse:
    """Everybody on the ladder is asked at once. The page says nothing that a bystander would notice."""
    actions.say_not_safe(visit_id=visit_id, by=request.viewer, at=request.at)
    mail.deliver_waiting(request.at, request.viewer.programme)
    sms.send_waiting(system(request.viewer.programme), request.at)
    messages.success(request, _("Kept."))
    return redirect("visits:visit", visit_id)


@require_POST
def place_shared(request: Request, visit_id: UUID) -> HttpResponse:
    """Where they are, as their own browser told after they pressed the button."""
    try:
        latitude, longitude = float(request.POST["latitude"]), float(request.POST["longitude"])
        within = int(float(request.POST.get("within", "0")))
    except (KeyError, ValueError, OverflowError):
        raise Invalid({"place": _("Your device did not say where you are.")}) from None
    actions.share_place(
        visit_id=visit_id,
        latitude=latitude,
        longitude=longitude,
        within_metres=within,
        by=request.viewer,
        at=request.at,
    )
    messages.success(request, _("Shared until the visit is over."))
    return redirect("visits:visit", visit_id)


@require_POST
def place_back(request: Request, visit_id: UUID) -> HttpResponse:
    """Take it back."""
    actions.unshare_place(visit_id=visit_id, by=request.viewer, at=request.at)
    messages.success(request, _("Wiped."))
    return redirect("visits:visit", visit_id)


@require_POST
def reached(request: Request, visit_id: UUID) -> HttpResponse:
    """Somebody has reached them."""
    actions.acknowledge_alarm(visit_id=visit_id, by=request.viewer, at=request.at)
    messages.success(request, _("Good. Nobody else is asked. Now say how they are."))
    return redirect("visits:resolve", visit_id)


@require_http_methods(["GET", "HEAD", "POST"])
def resolve(request: Request, visit_id: UUID) -> HttpResponse:
    """How they are, and whether they are still out."""
    card = reads.visit(request.viewer, visit_id)
    form = ResolveForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.resolve_alarm(
            visit_id=visit_id,
            words=form.cleaned_data["words"],
            out_until=form.until(request.at),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept. Thank you for looking out."))
        return redirect("visits:visit", visit_id)
    values = {"form": form, "visit": card.line, "may": card.line.alarm is not None and not card.line.mine}
    return page(request, "visits/resolve.html", values, 422 if form.errors else 200)
