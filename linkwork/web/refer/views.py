"""Taking in a referral from outside. Nothing about anybody is shown here, before or after."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions
from linkwork.casework.rules.persons import Urgency
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.refer.forms import ReferralForm
from linkwork.web.refer.links import programme_of
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def form(request: Request, token: str) -> HttpResponse:
    """The form of the programme the address was made for."""
    card = programmes.programme_with_id(programme_of(token))
    referral = ReferralForm(request.POST or None, initial={"prefers": "any"})
    sent = request.method == "POST" and referral.is_valid()
    if sent and (referral.cleaned_data["website"] or _received(request, card, referral)):
        return redirect("refer:thanks", token)
    return _drawn(request, card, "refer/form.html", {"form": referral, "token": token}, bool(referral.errors))


def _received(request: Request, card: ProgrammeCard, referral: ReferralForm) -> object:
    data = referral.cleaned_data
    by = Viewer(Kind.PARTNER, programme_id=card.id)
    return carried_out(
        referral,
        lambda: actions.receive_referral(
            details=referral.details(),
            source=data["source"],
            wants=data["wants"],
            referrer_name=data["referrer_name"],
            referrer_organisation=data["referrer_organisation"],
            referrer_contact=data["referrer_contact"],
            urgency=Urgency(data["urgency"]),
            agreed=data["agreed"] == "yes",
            by=by,
            at=request.at,
        ),
    )


@require_GET
def thanks(request: Request, token: str) -> HttpResponse:
    """What happens next, without a word about whom."""
    card = programmes.programme_with_id(programme_of(token))
    return _drawn(request, card, "refer/thanks.html", {"token": token}, False)


def _drawn(
    request: Request, card: ProgrammeCard, template: str, values: dict[str, object], wrong: bool
) -> HttpResponse:
    around = {
        "programme": card,
        "words": card.words,
        "demo": card.demonstration,
        "days": card.answer_within_days,
    }
    return page(request, template, around | values, 422 if wrong else 200)
