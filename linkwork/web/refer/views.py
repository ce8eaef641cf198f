"""Taking in a referral from outside. Nothing about anybody is shown here, before or after."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions
from linkwork.casework.rules.referrals import Door
from linkwork.core.viewer import Kind, Viewer
from linkwork.instruments import lists
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.refer import guard
from linkwork.web.refer.forms import ReferralForm, SelfForm
from linkwork.web.refer.links import programme_of
from linkwork.web.shared import lists as spoken
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def form(request: Request, token: str) -> HttpResponse:
    """A professional refers somebody, by the address made for this programme."""
    card = programmes.programme_with_id(programme_of(token))
    spoken.speak(card)
    asked = ReferralForm(request.POST or None, initial={"prefers": "any"})
    return _taken(request, token, card, asked, Door.FORM)


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def own(request: Request, token: str) -> HttpResponse:
    """Somebody asks for themselves or for somebody they care for, in their language."""
    card = programmes.programme_with_id(programme_of(token))
    spoken.speak(card)
    begun = {"prefers": "any", "for_whom": "self", "language": _spoken_here()}
    return _taken(request, token, card, SelfForm(request.POST or None, initial=begun), Door.SELF)


def _spoken_here() -> str:
    """The language of this page, where the list of languages has it: whoever chose it speaks it."""
    code = (translation.get_language() or "").split("-")[0]
    return code if code != "en" and lists.has("languages", code) else ""


def _taken(
    request: Request, token: str, card: ProgrammeCard, asked: ReferralForm | SelfForm, door: Door
) -> HttpResponse:
    by, sent = Viewer(Kind.PARTNER, programme_id=card.id), request.POST.get("stamp", "")
    over = redirect("refer:thanks" if door is Door.FORM else "refer:own_thanks", token)
    ask = False
    if request.method == "POST":
        judged = guard.judged(request, by, token, sent, request.at)
        ask = judged.ask and not guard.answered(sent, request.POST.get("sum", ""))
        if request.POST.get("website"):
            return over
        if asked.is_valid() and _may_go_on(asked, judged, ask) and _kept(asked, door, judged, by, request):
            return over
    drawn = sent if guard.is_ours(sent) else guard.stamp(request.at)
    values: dict[str, Any] = {
        "form": asked,
        "token": token,
        "stamp": drawn,
        "numbers": guard.question(drawn) if ask else None,
        "typed_sum": request.POST.get("sum", ""),
    }
    template = "refer/form.html" if door is Door.FORM else "refer/own.html"
    return _drawn(request, card, template, values, bool(asked.errors))


def _may_go_on(asked: ReferralForm | SelfForm, judged: guard.Judged, ask: bool) -> bool:
    if judged.refuse:
        asked.add_error(
            None, _("A great many referrals came this way today, so this one was not taken. Please call us.")
        )
    elif ask:
        asked.add_error(None, _("One more question, so that we know that a person writes: see below."))
    return not asked.errors


def _kept(
    asked: ReferralForm | SelfForm, door: Door, judged: guard.Judged, by: Viewer, request: Request
) -> object:
    return carried_out(
        asked,
        lambda: actions.receive_referral(**asked.said(), door=door, knocks=judged.keys, by=by, at=request.at),
    )


@require_GET
@sensitive_variables("token")
def thanks(request: Request, token: str) -> HttpResponse:
    """What happens next, without a word about whom."""
    return _thanks(request, token, for_self=False)


@require_GET
@sensitive_variables("token")
def own_thanks(request: Request, token: str) -> HttpResponse:
    """The same, for whoever asked for themselves."""
    return _thanks(request, token, for_self=True)


def _thanks(request: Request, token: str, *, for_self: bool) -> HttpResponse:
    card = programmes.programme_with_id(programme_of(token))
    return _drawn(request, card, "refer/thanks.html", {"token": token, "for_self": for_self}, False)


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
