"""Who we work with, what is coming up, what we are asking for, what helps and hinders."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Refused
from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import FACTOR_STEPS, FactorKind, FactorState, Influence
from linkwork.web.partners import presenters, words
from linkwork.web.partners.forms import FactorForm
from linkwork.web.partners.listing import listed
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """Everything about partners on one page."""
    today = local_day(request.at)
    return page(
        request,
        "partners/home.html",
        {
            **listed(request.standing, request.GET, today),
            "meetings": presenters.meeting_lines(request.viewer, request.at),
            "advocacy": presenters.advocacy_lines(request.viewer, today),
            "factors": [_factor(card) for card in reads.factors(request.viewer)],
            "may_write": access.may_write(request.viewer),
            "dots": presenters.dots,
            "tries_said": presenters.tries_said,
        },
    )


def _factor(card: reads.FactorCard) -> dict[str, object]:
    return {
        "id": card.id,
        "words": card.words,
        "influence": words.INFLUENCES[card.influence],
        "kind": words.FACTOR_KINDS[card.kind],
        "state": card.state.value,
        "state_name": words.FACTOR_STATES[card.state],
        "steps": [
            (to.value, words.FACTOR_STATES[to]) for to in FactorState if to in FACTOR_STEPS[card.state]
        ],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def factor_new(request: Request) -> HttpResponse:
    """Name what helps or hinders."""
    access.check_may_write(request.viewer)
    form = FactorForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.name_factor(
            words=form.cleaned_data["words"],
            influence=Influence(form.cleaned_data["influence"]),
            kind=FactorKind(form.cleaned_data["kind"]),
            noted_on=local_day(request.at),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted."))
        return redirect("partners:home")
    return page(request, "partners/factor_new.html", {"form": form})


@require_POST
def factor_move(request: Request, factor_id: UUID) -> HttpResponse:
    """Say that it was eased, solved, or is open again."""
    to = request.POST.get("to", "")
    if to not in set(FactorState):
        raise Refused(_("Choose one of the steps on the page."))
    actions.move_factor(factor_id=factor_id, to=FactorState(to), by=request.viewer, at=request.at)
    return redirect("partners:home")
