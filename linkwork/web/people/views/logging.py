"""Logging a contact in under a minute: words first, the rest suggested from them, nothing filled in silently."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import CaseCard
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.people.log_form import NEED_ROWS, LogForm, beginnings, remote_site
from linkwork.web.people.presenters import line
from linkwork.web.people.suggesting import Offer, offers, taken
from linkwork.web.safety.prompt import ask_after_note
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request

STEPS = ("suggest", "take", "take_all")  # buttons that keep nothing


@require_http_methods(["GET", "POST"])
def log(request: Request) -> HttpResponse:
    """With `?case=` the form; without, who it was with."""
    case_id = id_in(request.GET.get("case", ""))
    if case_id is None:
        return _who(request)
    case = reads.case(request.viewer, case_id)
    sites = programmes.sites(request.viewer)
    if any(step in request.POST for step in STEPS):
        return _suggested(request, case, LogForm(sites=sites))
    start = {} if request.method == "POST" else beginnings(case, _last(request, case), request.at)
    form = LogForm(request.POST or None, sites=sites, initial=start)
    made = id_in(request.POST.get("device_id", ""))
    if made and reads.is_logged(request.viewer, made):
        return _kept(request, case.id)
    if request.method == "POST" and form.is_valid():
        values = form.values(request.at) | {"contact_id": made}
        contact_id = carried_out(
            form,
            lambda: actions.log_contact(case_id=case.id, by=request.viewer, at=request.at, **values),
        )
        if isinstance(contact_id, UUID):
            undo = reverse("people:contact_undo", args=[contact_id])
            messages.success(request, _("Contact kept."), extra_tags=f"undo:{undo}")
            ask_after_note(request, case.id, contact_id, values["note"])
            return _kept(request, case.id)
    return _form_page(request, case, form, [])


def _kept(request: Request, case_id: UUID) -> HttpResponse:
    """On to the person's page; the form's own script (`unsent.js`) is told where that is."""
    there = reverse("people:person", args=[case_id])
    return JsonResponse({"kept": there}) if "X-Device" in request.headers else redirect(there)


@require_POST
def no_answer(request: Request, case_id: UUID) -> HttpResponse:
    """Keep with one press that nobody answered a call, and go back to where it was pressed."""
    contact_id = actions.log_contact(
        case_id=case_id,
        occurred_at=request.at,
        mode="phone",
        reached=False,
        site_id=remote_site(programmes.sites(request.viewer)),
        by=request.viewer,
        at=request.at,
    )
    undo = reverse("people:contact_undo", args=[contact_id])
    messages.success(request, _("Kept: you called, nobody answered."), extra_tags=f"undo:{undo}")
    if request.POST.get("back") == "visits":
        return redirect("people:visits")
    return redirect("people:person", case_id)


@require_POST
def suggestions(request: Request) -> HttpResponse:
    """What the note in a form suggests, for the form's own script. Stores nothing, and notes nobody's name."""
    form = LogForm(sites=programmes.sites(request.viewer))
    found = offers(request.POST, form, timezone.localdate(request.at))
    return page(request, "people/suggestions.html", {"offers": found})


def _last(request: Request, case: CaseCard) -> reads.ContactCard | None:
    return reads.last_contact(request.viewer, case.id) if case.last_contact_on else None


def _suggested(request: Request, case: CaseCard, blank: LogForm) -> HttpResponse:
    """The form again with what was typed, what was taken, and what else the note suggests."""
    today = timezone.localdate(request.at)
    chosen = request.POST.getlist("take")
    if "take_all" in request.POST:
        chosen = [one.sets for one in offers(request.POST, blank, today)]
    values = taken(request.POST, chosen)
    form = LogForm(sites=programmes.sites(request.viewer), initial=values)
    return _form_page(request, case, form, offers(values, form, today), asked=True)


def _form_page(
    request: Request, case: CaseCard, form: LogForm, found: list[Offer], asked: bool = False
) -> HttpResponse:
    trail.look(by=request.viewer, at=request.at, page="people:log", person_id=case.person_id)
    errors = form.errors if form.is_bound else {}
    values: dict[str, Any] = {
        "case": case,
        "form": form,
        "offers": found,
        "asked": asked,
        "need_rows": [(form[f"need_{n}"], form[f"need_{n}_words"]) for n in range(1, NEED_ROWS + 1)],
        "more_open": bool(errors),
    }
    return page(request, "people/log.html", values, 422 if errors else 200)


def _who(request: Request) -> HttpResponse:
    """Those the viewer works with, or whoever's name is like what was typed."""
    typed = request.POST.get("q", "").strip()
    mine = None if typed else request.viewer.id
    found = reads.cases(request.viewer, typed, worker_id=mine, closed=False)
    today = timezone.localdate(request.at)
    people = [
        (line(card, today, mine=not typed), f"{reverse('people:log')}?case={card.id}") for card in found.rows
    ]
    return page(request, "people/log_who.html", {"typed": typed, "people": people})
