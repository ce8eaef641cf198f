"""Changes to the programme in the words of FRAME."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request
from linkwork.web.team import words
from linkwork.web.team.forms.proposals import AdaptationForm, ResultForm
from linkwork.web.team.one_form import form_page
from linkwork.workforce import access, actions, reads
from linkwork.workforce.rules.proposals import Decider, Fidelity, Planned


@require_http_methods(["GET", "HEAD", "POST"])
def adaptation_new(request: Request) -> HttpResponse:
    """Write down a change; of an accepted proposal where the address names one."""
    access.check_may_manage(request.viewer)
    proposal_id = _proposal(request)
    initial = {
        "made_on": local_day(request.at),
        "planned": Planned.PROACTIVE.value,
        "decided_by": Decider.MANAGER.value,
        "fidelity": Fidelity.UNKNOWN.value,
    }
    if proposal_id:
        card, _comments = reads.proposal(request.viewer, proposal_id)
        initial |= {"title": card.title, "why": card.why}
    form = AdaptationForm(request.POST or None, initial=initial)
    if form.is_valid():
        made = carried_out(
            form,
            lambda: actions.note_adaptation(
                change=form.change(), proposal_id=proposal_id, by=request.viewer, at=request.at
            ),
        )
        if made:
            messages.success(request, _("Written down."))
            return redirect("team:adaptation", made)
    return page(request, "team/adaptation_new.html", {"form": form}, 422 if form.errors else 200)


def _proposal(request: Request) -> UUID | None:
    return id_in(request.GET.get("proposal", ""))


@require_GET
def adaptation(request: Request, adaptation_id: UUID) -> HttpResponse:
    """One change."""
    card = reads.adaptation(request.viewer, adaptation_id)
    today = local_day(request.at)
    values = {
        "change": card,
        "when": day_said(card.made_on, today),
        "said": [
            (question, words.frame_said(name, card.codes[name]))
            for name, question in words.ASKS.items()
            if card.codes[name]
        ],
        "result_day": day_said(card.result_on, today) if card.result_on else "",
        "manages": access.may_manage(request.viewer),
    }
    return page(request, "team/adaptation.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def adaptation_result(request: Request, adaptation_id: UUID) -> HttpResponse:
    """Say what came of it."""
    access.check_may_manage(request.viewer)
    card = reads.adaptation(request.viewer, adaptation_id)
    form = ResultForm(request.POST or None, initial={"result": card.result})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.note_result(
            adaptation_id=adaptation_id, result=form.cleaned_data["result"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:adaptation", adaptation_id)
    return form_page(
        request, form, card.title, _("Keep"), "team:adaptation", _("The change"), back_to=adaptation_id
    )
