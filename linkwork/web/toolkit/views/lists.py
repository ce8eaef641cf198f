"""What is advised, what to begin with, what the site says of itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.evaluation.toolkit import access, actions, reads
from linkwork.evaluation.toolkit.rules.kinds import State
from linkwork.programmes.rules import Stage
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.toolkit import presenters
from linkwork.web.toolkit.forms import ImprintForm, SeekForm


@require_GET
def home(request: Request) -> HttpResponse:
    """What is advised, by stage unless asked otherwise, and what of it is public."""
    cards = reads.recommendations(request.viewer)
    form = SeekForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = presenters.sought(cards, wanted)
    by_stage = wanted.get("order") in (None, "", "stage")
    values = {
        "form": form,
        "narrowed": any(wanted.values()),
        "stages": [
            {"key": stage.value, "cards": [presenters.line(card) for card in found if card.stage is stage]}
            for stage in Stage
        ]
        if by_stage
        else [],
        "cards": [] if by_stage else [presenters.line(card) for card in found],
        "found": len(found),
        "published": sum(card.state is State.PUBLISHED for card in cards),
        "waiting": [
            presenters.line(card)
            for card in cards
            if card.state is State.WAITING and card.author_id != request.viewer.id
        ],
        "any": bool(cards),
        "writes": access.may_compose(request.viewer),
    }
    return page(request, "toolkit/home.html", values)


@require_GET
def start(request: Request) -> HttpResponse:
    """What a recommendation could begin with."""
    access.check_may_compose(request.viewer)
    findings, factors = reads.starts(
        request.viewer, reads.statement_choices(request.viewer), reads.without_steps(request.viewer)
    )
    values = {
        "findings": [presenters.finding(one) for one in sorted(findings, key=lambda one: one.advised)],
        "factors": [presenters.factor(one) for one in factors],
    }
    return page(request, "toolkit/start.html", values)


@require_http_methods(["GET", "POST"])
def imprint(request: Request) -> HttpResponse:
    """Where the site stands, who answers, under which licence."""
    access.check_may_compose(request.viewer)
    said = reads.imprint(request.viewer)
    first = {"mail": said.mail, "address": said.address, "licence": said.licence}
    form = ImprintForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid() and carried_out(
        form, lambda: actions.say_imprint(**form.cleaned_data, by=request.viewer, at=request.at)
    ):
        messages.success(request, _("Kept: the next version says so."))
        return redirect("toolkit:home")
    return page(request, "toolkit/imprint.html", {"form": form}, 422 if form.errors else 200)
