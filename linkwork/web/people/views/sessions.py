"""Several people at once: one form, a contact for each who came."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.core.errors import NotFound
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.people.session_form import SessionForm, session_beginnings, session_filled
from linkwork.web.safety.prompt import ask_after_session
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import ids_in
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def session_new(request: Request) -> HttpResponse:
    """Those the viewer works with to tick; `?show=all` offers everybody's people.

    `?case=` ticks somebody; one alone is ticked with those who live with them.
    """
    chosen = _with_household(request, _chosen(request))
    mine = None if request.GET.get("show") == "all" else request.viewer.id
    form = SessionForm(
        request.POST or None,
        sites=programmes.sites(request.viewer),
        people=reads.could_come(request.viewer, mine, tuple(chosen)),
        initial=session_beginnings(chosen, request.at),
    )
    if request.method == "POST" and form.is_valid():
        values = form.values(request.at)
        kept = carried_out(form, lambda: actions.log_session(by=request.viewer, at=request.at, **values))
        if isinstance(kept, UUID):
            undo = reverse("people:session_undo", args=[kept])
            messages.success(request, _kept(len(values["case_ids"])), extra_tags=f"undo:{undo}")
            ask_after_session(request, _came(request, kept, values["note"]), values["note"])
            return redirect("people:session", kept)
    return _page(request, form, _("Several people at once"), {"all": mine is None, "draft": "session"})


@require_http_methods(["GET", "POST"])
def session(request: Request, session_id: UUID) -> HttpResponse:
    """A session, to be read and to be put right for all who came while it is not locked."""
    card = reads.session(request.viewer, session_id, request.at)
    for one in card.people:  # their common note is in everybody’s record
        trail.look(by=request.viewer, at=request.at, page="people:session", person_id=one.person_id)
    came = tuple(one.case_id for one in card.people)
    form = SessionForm(
        request.POST or None,
        sites=programmes.sites(request.viewer),
        people=reads.could_come(request.viewer, request.viewer.id, came),
        initial=session_filled(card),
    )
    if request.method == "POST" and form.is_valid():
        values = form.values(request.at)
        kept = carried_out(
            form,
            lambda: actions.change_session(session_id=card.id, by=request.viewer, at=request.at, **values),
        )
        if kept:
            messages.success(request, _("Put right for everybody who came."))
            now, here = _came(request, card.id, values["note"]), [one.case_id for one in card.people]
            ask_after_session(request, now, values["note"], card.note, here)
            return redirect("people:session", card.id)
    title = card.title or _("Several people at once")
    return _page(request, form, title, {"session": card, "draft": f"session-{card.id}"})


@require_POST
def session_undo(request: Request, session_id: UUID) -> HttpResponse:
    """Take back what was just logged for several people."""
    actions.undo_session(session_id=session_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken back for everybody."))
    return redirect("people:session_new")


def _came(request: Request, session_id: UUID, note: str) -> dict[UUID, UUID]:
    """Each case with its contact; nobody, and no question of the database, where the note says nothing."""
    if not note.strip():
        return {}
    came = reads.session(request.viewer, session_id, request.at).people
    return {one.case_id: one.contact_id for one in came if one.contact_id}


def _page(request: Request, form: SessionForm, title: str, values: dict[str, Any]) -> HttpResponse:
    shown = {"form": form, "title": title, "session": None, "all": False} | values
    return page(request, "people/session.html", shown, 422 if form.errors else 200)


def _chosen(request: Request) -> list[UUID]:
    return ids_in(request.GET.getlist("case"))


def _with_household(request: Request, chosen: list[UUID]) -> list[UUID]:
    if len(chosen) != 1:
        return chosen
    try:
        case = reads.case(request.viewer, chosen[0])
    except NotFound:  # an address that is old, or not theirs, ticks nobody
        return chosen
    home = reads.household_of(request.viewer, case.person_id, timezone.localdate(request.at))
    others = [one.case_id for one in home if one.case_id and one.details.lives_here]
    return list(dict.fromkeys([*chosen, *others]))


def _kept(people: int) -> str:
    said = ngettext(
        "Kept, in the record of %(num)s person.", "Kept, in the records of %(num)s people.", people
    )
    return said % {"num": people}
