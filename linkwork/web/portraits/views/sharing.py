"""Sending a portrait to public advisers, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.portraits import actions
from linkwork.web.shared.request import Request


@require_POST
def share(request: Request, portrait_id: UUID) -> HttpResponse:
    """Send it to the advisers, or take it back."""
    shared = request.POST.get("shared") == "yes"
    try:
        actions.share_portrait(portrait_id=portrait_id, shared=shared, by=request.viewer, at=request.at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        said = _("Public advisers can read it now.") if shared else _("It is a draft of yours again.")
        messages.success(request, said)
    return redirect("portraits:read", portrait_id)
