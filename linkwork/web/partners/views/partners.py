"""One partner: who works there, what was done together, what is asked of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import Practice, Sector
from linkwork.web.partners import presenters, words
from linkwork.web.partners.forms import ContactForm, PartnerForm, TogetherForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_short, day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Add a partner."""
    access.check_may_write(request.viewer)
    form = PartnerForm(request.POST or None)
    if form.is_valid():
        partner_id = carried_out(
            form,
            lambda: actions.add_partner(
                name=form.cleaned_data["name"],
                sector=Sector(form.cleaned_data["sector"]),
                note=form.cleaned_data["note"],
                by=request.viewer,
                at=request.at,
            ),
        )
        if partner_id:
            return redirect("partners:partner", partner_id)
    return page(request, "partners/new.html", {"form": form})


@require_GET
def partner(request: Request, partner_id: UUID) -> HttpResponse:
    """The partner's page."""
    return _partner_page(request, partner_id)


def _partner_page(request: Request, partner_id: UUID, form: TogetherForm | None = None) -> HttpResponse:
    card = reads.partner(request.viewer, partner_id)
    today = local_day(request.at)
    values = {
        "partner": card,
        "sector": words.SECTORS[card.sector],
        "reach": words.REACHES[card.reach],
        "contacts": [
            {
                "card": one,
                "since": day_said(one.champion_since, today) if one.champion_since else "",
            }
            for one in card.contacts
        ],
        "together": [
            {
                "when": date_short(one.occurred_on, today),
                "title": words.PRACTICES[one.practice],
                "who": one.worker_name,
                "note": one.note,
                "meeting_id": one.meeting_id,
            }
            for one in card.interactions
        ],
        "practices": [(words.PRACTICES[key], number) for key, number in card.practices.items()],
        "advocacy": presenters.advocacy_lines(request.viewer, today, partner_id),
        "form": form or TogetherForm(initial={"occurred_on": today}),
        "may_write": access.may_write(request.viewer),
        "dots": presenters.dots,
        "tries_said": presenters.tries_said,
    }
    return page(request, "partners/partner.html", values)


@require_POST
def together(request: Request, partner_id: UUID) -> HttpResponse:
    """Note one piece of work with the partner."""
    form = TogetherForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.log_interaction(
            partner_id=partner_id,
            practice=Practice(form.cleaned_data["practice"]),
            occurred_on=form.cleaned_data["occurred_on"],
            note=form.cleaned_data["note"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted."))
        return redirect("partners:partner", partner_id)
    return _partner_page(request, partner_id, form)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_new(request: Request, partner_id: UUID) -> HttpResponse:
    """Add somebody who works there."""
    access.check_may_write(request.viewer)
    form = ContactForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.add_contact(
            partner_id=partner_id, **form.cleaned_data, by=request.viewer, at=request.at
        ),
    ):
        return redirect("partners:partner", partner_id)
    card = reads.partner(request.viewer, partner_id)
    return page(request, "partners/contact_new.html", {"form": form, "partner": card})


@require_POST
def champion(request: Request, contact_id: UUID) -> HttpResponse:
    """This contact stands up for the programme from today."""
    actions.name_champion(
        contact_id=contact_id, since=local_day(request.at), by=request.viewer, at=request.at
    )
    return _back(request)


@require_POST
def champion_end(request: Request, champion_id: UUID) -> HttpResponse:
    """They no longer do."""
    actions.end_champion(
        champion_id=champion_id, until=local_day(request.at), by=request.viewer, at=request.at
    )
    return _back(request)


def _back(request: Request) -> HttpResponse:
    try:
        return redirect("partners:partner", UUID(request.POST.get("partner", "")))
    except ValueError:
        return redirect("partners:home")
