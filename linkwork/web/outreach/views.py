"""Outreach: where we were, whom we met without asking their name, and who wanted support."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions, reads
from linkwork.programmes import reads as programmes
from linkwork.web.outreach import presenters
from linkwork.web.outreach.forms import LANGUAGE_ROWS, PresenceForm, TalkForm, WantsForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """Presences, the newest first, and the talks that belong to none."""
    today = timezone.localdate(request.at)
    found, after = reads.presences(request.viewer, id_in(request.GET.get("after", "")))
    values = {
        "presences": [presenters.line(card, today) for card in found],
        "talks": [presenters.talk(card, today) for card in reads.lone_talks(request.viewer)],
        "more": f"{reverse('outreach:home')}?{urlencode({'after': str(after)})}" if after else "",
    }
    return page(request, "outreach/home.html", values)


@require_http_methods(["GET", "POST"])
def presence_new(request: Request) -> HttpResponse:
    """Time at a place, which may have met nobody."""
    form = PresenceForm(
        request.POST or None,
        sites=programmes.sites(request.viewer),
        initial={"day": timezone.localdate(request.at)},
    )
    if request.method == "POST" and form.is_valid():
        values = form.values()
        kept = carried_out(form, lambda: actions.log_presence(by=request.viewer, at=request.at, **values))
        if kept:
            messages.success(request, _("Kept."))
            return redirect("outreach:presence", kept)
    rows = [(form[f"language_{row}"], form[f"people_{row}"]) for row in range(1, LANGUAGE_ROWS + 1)]
    return _form_page(request, "outreach/presence_new.html", form, {"language_rows": rows})


@require_http_methods(["GET", "POST"])
def presence(request: Request, presence_id: UUID) -> HttpResponse:
    """One presence and the talks there. Posted to, it keeps another talk."""
    card = reads.presence(request.viewer, presence_id)
    form = TalkForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _talked(request, form, card.id):
        return redirect("outreach:presence", card.id)
    today = timezone.localdate(request.at)
    values = {
        "presence": presenters.line(card, today),
        "parts": presenters.parts_said(card),
        "note": card.note,
        "talks": [presenters.talk(one, today) for one in reads.talks_at(request.viewer, card.id)],
    }
    return _form_page(request, "outreach/presence.html", form, values)


@require_http_methods(["GET", "POST"])
def talk_new(request: Request) -> HttpResponse:
    """A talk with somebody who gave no name, wherever it was."""
    form = TalkForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _talked(request, form, None):
        return redirect("outreach:home")
    return _form_page(request, "outreach/talk_new.html", form, {})


@require_http_methods(["GET", "POST"])
def refer(request: Request, anonymous_id: UUID) -> HttpResponse:
    """They want support and say who they are: their referral begins here."""
    card = reads.talk(request.viewer, anonymous_id)
    form = WantsForm(request.POST or None, initial={"language": card.language})
    if request.method == "POST" and form.is_valid():
        kept = carried_out(
            form,
            lambda: actions.refer_from_encounter(
                anonymous_id=card.id,
                details=form.details(),
                wants=form.cleaned_data["wants"],
                by=request.viewer,
                at=request.at,
            ),
        )
        if kept:
            messages.success(request, _("Their referral is here and waits for an answer."))
            return redirect("people:referral", kept)
    return _form_page(request, "outreach/refer.html", form, {"presence_id": card.presence_id})


def _talked(request: Request, form: TalkForm, presence_id: UUID | None) -> bool:
    """Keep the talk; whether it could be kept."""
    data = form.cleaned_data
    at = request.at
    if presence_id is not None:
        at = min(at, reads.presence(request.viewer, presence_id).ended_at)
    kept = carried_out(
        form,
        lambda: actions.log_anonymous(
            occurred_at=at, presence_id=presence_id, by=request.viewer, at=request.at, **data
        ),
    )
    if kept:
        messages.success(request, _("The talk is kept, without a name."))
    return bool(kept)


def _form_page(request: Request, template: str, form: Any, values: dict[str, Any]) -> HttpResponse:
    return page(request, template, {"form": form} | values, 422 if form.errors else 200)
