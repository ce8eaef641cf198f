"""Logging a contact in under a minute."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.casework import actions, reads
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.people.log_form import NEED_ROWS, LogForm, beginnings
from linkwork.web.people.presenters import line
from linkwork.web.safety.prompt import ask_after_note
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def log(request: Request) -> HttpResponse:
    """With `?case=` the form; without, who it was with."""
    try:
        case_id = UUID(request.GET.get("case", ""))
    except ValueError:
        return _who(request)
    case = reads.case(request.viewer, case_id)
    form = LogForm(
        request.POST or None,
        sites=programmes.sites(request.viewer),
        initial=beginnings(case, request.at),
    )
    if request.method == "POST" and form.is_valid():
        values = form.values(request.at)
        contact_id = carried_out(
            form,
            lambda: actions.log_contact(case_id=case.id, by=request.viewer, at=request.at, **values),
        )
        if isinstance(contact_id, UUID):
            messages.success(request, _("Contact kept."))
            ask_after_note(request, case.id, contact_id, values["note"])
            return redirect("people:person", case.id)
    trail.look(by=request.viewer, at=request.at, page="people:log", person_id=case.person_id)
    values = {
        "case": case,
        "form": form,
        "need_rows": [(form[f"need_{n}"], form[f"need_{n}_words"]) for n in range(1, NEED_ROWS + 1)],
        "more_open": bool(form.errors),
    }
    return page(request, "people/log.html", values, 422 if form.errors else 200)


def _who(request: Request) -> HttpResponse:
    """Those the viewer works with, or whoever's name is like what was typed."""
    typed = request.GET.get("q", "").strip()
    mine = None if typed else request.viewer.id
    found = reads.cases(request.viewer, typed, worker_id=mine, closed=False)
    today = timezone.localdate(request.at)
    people = [(line(card, today), f"{reverse('people:log')}?case={card.id}") for card in found.rows]
    return page(request, "people/log_who.html", {"typed": typed, "people": people})
