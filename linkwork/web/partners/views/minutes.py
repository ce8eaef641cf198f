"""After a meeting: who came, what was said, who does what, and what is left for the next one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linkwork.partnerships import actions, reads
from linkwork.web.partners.forms import CarryForm, MinutesForm, TakeOnForm
from linkwork.web.partners.views.meetings import later, meeting_page, minutes_form, workers
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_POST
def keep(request: Request, meeting_id: UUID) -> HttpResponse:
    """Keep who came and what was said."""
    card = reads.meeting(request.viewer, meeting_id)
    form = minutes_form(card, reads.partner_names(request.viewer), request.POST)
    if form.is_valid() and carried_out(form, lambda: _keep(request, meeting_id, form)):
        messages.success(request, _("Kept. Each partner who came counts as work together."))
        return redirect("partners:meeting", meeting_id)
    return meeting_page(request, card, minutes_form=form)


def _keep(request: Request, meeting_id: UUID, form: MinutesForm) -> None:
    actions.keep_minutes(
        meeting_id=meeting_id,
        came=[UUID(one) for one in form.cleaned_data["came"]],
        minutes=form.cleaned_data["minutes"],
        numbers=form.numbers(),
        said=form.said(),
        done=form.done(),
        by=request.viewer,
        at=request.at,
    )


@require_POST
def take_on(request: Request, meeting_id: UUID) -> HttpResponse:
    """Note what somebody takes on."""
    card = reads.meeting(request.viewer, meeting_id)
    asked = [(one.partner_id, one.name) for one in card.asked]
    form = TakeOnForm(workers(request), asked, request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.take_on(
            meeting_id=meeting_id,
            what=form.cleaned_data["what"],
            due_on=form.cleaned_data["due_on"],
            by=request.viewer,
            at=request.at,
            **form.whose(),
        ),
    ):
        return redirect("partners:meeting", meeting_id)
    return meeting_page(request, card, take_on_form=form)


@require_POST
def carry(request: Request, meeting_id: UUID) -> HttpResponse:
    """Put what was left on a later meeting."""
    card = reads.meeting(request.viewer, meeting_id)
    form = CarryForm(later(request, card), request.POST)
    if form.is_valid():
        to = UUID(form.cleaned_data["to"])
        actions.carry_over(meeting_id=meeting_id, to_meeting_id=to, by=request.viewer, at=request.at)
        messages.success(request, _("It is asked for again there."))
        return redirect("partners:meeting", to)
    return meeting_page(request, card, carry_form=form)


@require_POST
def done(request: Request, action_id: UUID) -> HttpResponse:
    """What was taken on is done."""
    actions.finish_meeting_action(action_id=action_id, by=request.viewer, at=request.at)
    meeting_id = id_in(request.POST.get("meeting", ""))
    return redirect("partners:meeting", meeting_id) if meeting_id else redirect("partners:home")
