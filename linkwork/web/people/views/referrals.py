"""Answering a referral, and the address by which others refer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import PersonCard, ReferralCard
from linkwork.casework.rules.states import ReferralState
from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.people import words
from linkwork.web.people.forms import AcceptForm, DeclineForm
from linkwork.web.people.presenters import waiting_said
from linkwork.web.refer.links import address_for
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def referral(request: Request, referral_id: UUID) -> HttpResponse:
    """One referral: who, why, how long it has waited; accepted here with a worker in one step."""
    card = reads.referral(request.viewer, referral_id, request.at)
    form = _accept_form(request, card, request.POST or None)
    if request.method == "POST" and form.is_valid():
        known = form.cleaned_data.get("known")
        case_id = carried_out(
            form,
            lambda: actions.accept_referral(
                referral_id=card.id,
                worker_id=UUID(form.cleaned_data["worker"]),
                known_person_id=UUID(known) if known else None,
                by=request.viewer,
                at=request.at,
            ),
        )
        if case_id:
            messages.success(request, _("Accepted. The case is open."))
            return redirect("people:person", case_id)
    return _drawn(request, card, form, DeclineForm())


@require_POST
def decline(request: Request, referral_id: UUID) -> HttpResponse:
    """Say no, with a reason the referrer can read."""
    card = reads.referral(request.viewer, referral_id, request.at)
    form = DeclineForm(request.POST)
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
        messages.success(request, _("Declined. Tell the referrer why."))
        return redirect("people:referral", card.id)
    return _drawn(request, card, _accept_form(request, card, None), form)


def _accept_form(request: Request, card: ReferralCard, data: object) -> AcceptForm:
    alike = reads.look_alikes(request.viewer, card.person_id) if _is_open(card) else []
    workers = programmes.workers(request.viewer, Role.WORKER) if _is_open(card) else []
    return AcceptForm(
        data,
        known=[one for one in alike if one.open_case_id is None],
        workers=workers,
        initial={"worker": str(request.viewer.id), "known": ""},
    )


def _is_open(card: ReferralCard) -> bool:
    return card.state is ReferralState.RECEIVED


def _drawn(request: Request, card: ReferralCard, accept: AcceptForm, decline: DeclineForm) -> HttpResponse:
    person = reads.person(request.viewer, card.person_id)
    trail.look(by=request.viewer, at=request.at, page="people:referral", person_id=card.person_id)
    today = timezone.localdate(request.at)
    return page(
        request,
        "people/referral.html",
        {
            "referral": card,
            "said_by": ", ".join(_referrer(card)),
            "is_open": _is_open(card),
            "chip_text": waiting_said(card) or str(words.REFERRALS[card.state]),
            "late": card.waiting is not None and card.waiting.late,
            "facts": _facts(card, person),
            "received": day_said(card.received_on, today),
            "reason": words.label("decline_reasons", card.reason),
            "case_id": person.open_case_id,
            "accept": accept,
            "decline": decline,
        },
        422 if accept.errors or decline.errors else 200,
    )


def _facts(card: ReferralCard, person: PersonCard) -> list[tuple[str, str]]:
    agreed = {True: _("Yes"), False: _("Not asked yet"), None: _("Not known")}[card.agreed]
    rows = [
        (_("Comes from"), words.label("referral_sources", card.source)),
        (_("Referred by"), ", ".join(_referrer(card))),
        (_("Reach the referrer"), card.referrer_contact),
        (_("How soon"), str(words.URGENCIES[card.urgency])),
        (_("Agreed to be contacted"), agreed),
        (_("Language"), words.language_said(person.language, person.interpreter)),
        (_("Phone"), person.phone),
        (_("E-mail"), person.email),
        (_("Likes to be reached by"), str(words.PREFERENCES[person.prefers])),
        (_("Lives"), person.area),
        (_("Born"), str(person.born_on or person.born_year or "")),
    ]
    return [(label, value) for label, value in rows if value]


def _referrer(card: ReferralCard) -> list[str]:
    return [part for part in (card.referrer_name, card.referrer_organisation) if part]


@require_GET
def address(request: Request) -> HttpResponse:
    """The referral form's address, to give to practices and other partners."""
    return page(
        request,
        "people/address.html",
        {"address": request.build_absolute_uri(address_for(request.viewer.programme))},
    )
