"""Between us and the referrer: a question, what they are told, and the letter on paper."""

import hashlib
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.casework import actions, reads
from linkwork.casework.reads import ReferralCard
from linkwork.casework.rules.referrals import Occasion, Way
from linkwork.casework.rules.states import ReferralState
from linkwork.core.errors import NotFound
from linkwork.exchange import mail
from linkwork.exchange.news import Letter, letter_pdf
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.people.referral_forms import QuestionForm, TellForm, WithdrawForm
from linkwork.web.people.telling import letter_for, tell
from linkwork.web.people.views.referrals import drawn
from linkwork.web.refer.news_views import pdf_answer
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

FITTING = {  # on what occasions a referrer is told something
    ReferralState.RECEIVED: [Occasion.ASKED],
    ReferralState.ACCEPTED: [Occasion.ACCEPTED, Occasion.CLOSED, Occasion.ASKED],
    ReferralState.DECLINED: [Occasion.DECLINED, Occasion.ASKED],
    ReferralState.WITHDRAWN: [Occasion.ASKED],
}


@require_POST
def ask(request: Request, referral_id: UUID) -> HttpResponse:
    """Ask the referrer something: by e-mail, with the question behind their link."""
    card = reads.referral(request.viewer, referral_id, request.at)
    form = QuestionForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.ask_referrer(
            referral_id=card.id, words=form.cleaned_data["question"], by=request.viewer, at=request.at
        ),
    ):
        mail.deliver_waiting(request.at, request.viewer.programme)
        messages.success(request, _("Asked. The answer will stand on this page."))
        return redirect("people:referral", card.id)
    return drawn(request, card, question=form)


@require_POST
def withdraw(request: Request, referral_id: UUID) -> HttpResponse:
    """Take the referral back, as the referrer or the person wants."""
    card = reads.referral(request.viewer, referral_id, request.at)
    form = WithdrawForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.withdraw_referral(
            referral_id=card.id, words=form.cleaned_data["why"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("The referral is taken back."))
        return redirect("people:referral", card.id)
    return drawn(request, card)


@require_http_methods(["GET", "POST"])
def tell_page(request: Request, referral_id: UUID) -> HttpResponse:
    """The letter word for word before it goes; what goes is what was seen."""
    card = reads.referral(request.viewer, referral_id, request.at)
    trail.look(by=request.viewer, at=request.at, page="people:tell", person_id=card.person_id)
    asked = request.POST if request.method == "POST" else request.GET
    chosen = TellForm(asked if "occasion" in asked else _begun(card), occasions=FITTING[card.state])
    if not chosen.is_valid():
        chosen = TellForm(_begun(card), occasions=FITTING[card.state])
        chosen.is_valid()
    occasion = chosen.chosen()
    letter = letter_for(request.standing, card, occasion, chosen.parts(), request.at)
    if request.method == "POST":
        if request.POST.get("seen") == _mark(letter):
            return _told(request, card, occasion, letter)
        messages.warning(request, _("The letter has changed meanwhile. Read it again before you send it."))
    values = {
        "referral": card,
        "form": chosen,
        "chosen": [
            (name, "on") for name in ("arranged", "outcome", "own_words") if chosen.cleaned_data[name]
        ],
        "occasion": occasion.value,
        "paragraphs": letter.text.split("\n\n"),
        "shares": letter.shares,
        "may_share": card.case_id is not None,
        "seen": _mark(letter),
        "to": card.referrer_email,
    }
    return page(request, "people/tell.html", values)


def _begun(card: ReferralCard) -> dict[str, str]:
    """What the letter begins with: the answer where it was just given."""
    occasion = Occasion.DECLINED if card.state is ReferralState.DECLINED else Occasion.ASKED
    return {"occasion": occasion.value, "arranged": "on", "outcome": "on"}


def _mark(letter: Letter) -> str:
    return hashlib.sha256(letter.text.encode()).hexdigest()


def _told(request: Request, card: ReferralCard, occasion: Occasion, letter: Letter) -> HttpResponse:
    way = Way.PAPER if request.POST.get("way") == Way.PAPER else Way.MAIL
    news_id = tell(request.standing, card.id, occasion, letter, way, request.at)
    if way is Way.PAPER:
        return redirect("people:letter", card.id, news_id)
    messages.success(request, _("Sent. What you wrote is kept below."))
    return redirect("people:referral", card.id)


@require_safe
def letter(request: Request, referral_id: UUID, news_id: UUID) -> HttpResponse:
    """One letter as it was told, as a PDF to print."""
    card = reads.referral(request.viewer, referral_id, request.at)
    found = next((one for one in reads.news_of(request.viewer, card.id) if one.id == news_id), None)
    if found is None:
        raise NotFound(_("There is no such letter."))
    trail.look(by=request.viewer, at=request.at, page="people:letter", person_id=card.person_id)
    programme = programmes.programme(request.viewer)
    return pdf_answer(letter_pdf(found.text, programme, found.told_on, card.referrer_language))
