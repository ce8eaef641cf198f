"""Answering a referral, and the addresses by which others refer and people ask for themselves."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import NewsCard, ReferralCard
from linkwork.casework.rules.referrals import Occasion
from linkwork.casework.rules.states import ReferralState
from linkwork.trail import actions as trail
from linkwork.web.people import triaging, words
from linkwork.web.people.presenters import waiting_said
from linkwork.web.people.referral_forms import NOBODY_YET, QuestionForm, SayNoForm, TakeOnForm, WithdrawForm
from linkwork.web.people.referral_words import TOLD, WAYS
from linkwork.web.people.taking import hands
from linkwork.web.people.telling import tell_answered
from linkwork.web.refer.links import address_for, own_address_for
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def referral(request: Request, referral_id: UUID) -> HttpResponse:
    """One referral: who, why, how long it has waited; accepted here in one step, with a worker or without."""
    card = reads.referral(request.viewer, referral_id, request.at)
    if request.method == "GET":
        return drawn(request, card)
    form, _running = _accept_form(request, card, request.POST)
    if form.is_valid():
        known, worker = form.cleaned_data.get("known"), form.cleaned_data["worker"]
        case_id = carried_out(
            form,
            lambda: actions.accept_referral(
                referral_id=card.id,
                worker_id=None if worker == NOBODY_YET else UUID(worker),
                known_person_id=UUID(known) if known else None,
                by=request.viewer,
                at=request.at,
            ),
        )
        if case_id:
            if form.cleaned_data.get("tell"):
                tell_answered(request.standing, card.id, Occasion.ACCEPTED, request.at)
            messages.success(request, _("Accepted. The case is open."))
            return redirect("people:person", case_id)
    return drawn(request, card, accept=form)


@require_POST
def decline(request: Request, referral_id: UUID) -> HttpResponse:
    """Say no, with a reason the referrer can read."""
    card = reads.referral(request.viewer, referral_id, request.at)
    form = SayNoForm(request.POST, may_write=bool(card.referrer_email))
    if form.is_valid() and carried_out(
        form,
        lambda: actions.decline_referral(
            referral_id=card.id,
            reason=form.cleaned_data["reason"],
            words=form.cleaned_data["reply"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        told = form.cleaned_data.get("tell")
        if told:
            tell_answered(request.standing, card.id, Occasion.DECLINED, request.at)
        said = _("Declined. The referrer reads why.") if told else _("Declined. Tell the referrer why.")
        messages.success(request, said)
        return redirect("people:referral", card.id)
    return drawn(request, card, decline=form)


def _accept_form(request: Request, card: ReferralCard, data: object) -> tuple[TakeOnForm, list[str]]:
    """The form, and the names of people like this one who are supported already."""
    waits = card.state is ReferralState.RECEIVED
    alike = reads.look_alikes_of(request.viewer, card) if waits else []
    today = timezone.localdate(request.at)
    workers = hands(request.viewer, today).choices(card.language, today) if waits else []
    mine = str(request.viewer.id) if str(request.viewer.id) in dict(workers) else NOBODY_YET
    form = TakeOnForm(
        data,
        known=[one for one in alike if one.open_case_id is None],
        workers=workers,
        may_write=bool(card.referrer_email),
        initial={"worker": mine, "known": ""},
    )
    return form, [one.name for one in alike if one.open_case_id is not None]


def drawn(
    request: Request,
    card: ReferralCard,
    *,
    accept: TakeOnForm | None = None,
    decline: SayNoForm | None = None,
    question: QuestionForm | None = None,
) -> HttpResponse:
    """The page of one referral, with whichever of its forms was sent and found wanting."""
    begun, running = _accept_form(request, card, None)
    accept, decline = accept or begun, decline or SayNoForm(may_write=bool(card.referrer_email))
    question = question or QuestionForm()
    trail.look(by=request.viewer, at=request.at, page="people:referral", person_id=card.person_id)
    today = timezone.localdate(request.at)
    waits = card.state is ReferralState.RECEIVED
    values = {
        "referral": card,
        "said_by": ", ".join(triaging.said_by(card)),
        "is_open": waits,
        "chip_text": waiting_said(card) or str(words.REFERRALS[card.state]),
        "late": card.waiting is not None and card.waiting.late,
        "needs": words.labels("needs", card.needs),
        "facts": triaging.facts(card),
        "received": day_said(card.received_on, today),
        "reason": words.label("decline_reasons", card.reason),
        "case_id": card.case_id,
        "codes": triaging.record_codes_of(card),
        "running": running,
        "questions": reads.questions_to_referrer(request.viewer, card.id),
        "news": [_told(one, today) for one in reads.news_of(request.viewer, card.id)],
        "accept": accept,
        "decline": decline,
        "question": question,
        "withdraw": WithdrawForm(),
    }
    wrong = accept.errors or decline.errors or question.errors
    return page(request, "people/referral.html", values, 422 if wrong else 200)


def _told(one: NewsCard, today: dt.date) -> dict[str, object]:
    return {
        "id": one.id,
        "when": day_said(one.told_on, today),
        "what": str(TOLD[one.occasion]),
        "way": str(WAYS[one.way]),
        "by": one.told_by,
        "shares": one.shares,
    }


@require_GET
def address(request: Request) -> HttpResponse:
    """The addresses of the forms, to give to practices and other partners, and to people themselves."""
    programme_id = request.viewer.programme
    values = {
        "address": request.build_absolute_uri(address_for(programme_id)),
        "own_address": request.build_absolute_uri(own_address_for(programme_id)),
    }
    return page(request, "people/address.html", values)
