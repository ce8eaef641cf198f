"""A warm handover's introduction: whether it took place. And the times a partner proposes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.exchange import mail
from linkwork.web.connect.forms import IntroducedForm, TimeForm, posted
from linkwork.web.connect.looking import look
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def introduced(request: Request, connection_id: UUID) -> HttpResponse:
    """Whether the introduction took place, and what happened."""
    card = reads.connection(request.viewer, connection_id)
    form = IntroducedForm(posted(request), initial={"on": timezone.localdate(request.at)})
    if request.method == "POST" and form.is_valid():
        kept = carried_out(
            form,
            lambda: actions.note_introduction(
                connection_id=connection_id, by=request.viewer, at=request.at, **form.said()
            ),
        )
        if kept:
            messages.success(request, _("Kept."))
            return redirect("connect:detail", connection_id)
    look(request, cases.case(request.viewer, card.case_id).person_id)
    values = {"form": form, "card": card, "title": _("The introduction"), "stands": ""}
    return page(request, "connect/step.html", values, 400 if form.errors else 200)


@require_POST
def time(request: Request, connection_id: UUID) -> HttpResponse:
    """Pick one of the times that the partner proposes, or say that none fits."""
    proposal = reads.open_proposal(request.viewer, connection_id)
    if proposal is None:
        messages.info(request, _("That has been answered already."))
        return redirect("connect:detail", connection_id)
    form = TimeForm(request.POST, times=proposal.times)
    if not form.is_valid():
        messages.error(request, _("Choose one of the times, or say that none fits."))
        return redirect("connect:detail", connection_id)
    actions.choose_time(proposal_id=proposal.id, chosen=form.moment(), by=request.viewer, at=request.at)
    mail.deliver_waiting(request.at, request.viewer.programme)
    messages.success(request, _("The partner is told."))
    return redirect("connect:detail", connection_id)
