"""A person's contacts: all of them, one of them, and putting one right without losing what stood there."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.people.contact_forms import AddForm, ChangeForm, FindForm
from linkwork.web.people.encounter_form import as_filled
from linkwork.web.people.shell import shell
from linkwork.web.people.story import facts, history, told
from linkwork.web.safety.prompt import ask_after_note
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_GET
def contacts(request: Request, case_id: UUID) -> HttpResponse:
    """All contacts of the case, the newest first, by how, what about and words of the notes."""
    around = shell(request.standing, case_id, "people:contacts", request.at)
    trail.look(by=request.viewer, at=request.at, page="people:contacts", person_id=around["case"].person_id)
    form, asked = FindForm(request.GET or None), {}
    if form.is_valid():
        asked = {name: value for name, value in form.cleaned_data.items() if value}
    found = reads.contacts_page(
        request.viewer,
        case_id,
        mode=asked.get("mode", ""),
        topic=asked.get("topic", ""),
        words=asked.get("q", ""),
        after=id_in(request.GET.get("after", "")),
    )
    changes = reads.changes_of(request.viewer, [card.id for card in found.rows])
    today = timezone.localdate(request.at)
    here = reverse("people:contacts", args=[case_id])
    more = f"{here}?{urlencode(asked | {'after': str(found.next)})}" if found.next else ""
    values = {
        "form": form,
        "asked": bool(asked),
        "contacts": [told(card, today, changes.get(card.id, ())) for card in found.rows],
        "more": more,
    }
    return page(request, "people/contacts.html", around | values)


@require_http_methods(["GET", "POST"])
def contact(request: Request, contact_id: UUID) -> HttpResponse:
    """One contact with its history. Posted to, it adds to the note."""
    card = reads.contact(request.viewer, contact_id)
    case = reads.case(request.viewer, card.case_id)
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = form.cleaned_data["words"]
        if carried_out(
            form,
            lambda: actions.add_to_note(contact_id=card.id, words=added, by=request.viewer, at=request.at),
        ):
            messages.success(request, _("Added."))
            ask_after_note(request, case.id, card.id, added, card.note)
            return redirect("people:contact", card.id)
    trail.look(by=request.viewer, at=request.at, page="people:contact", person_id=case.person_id)
    today, sites = timezone.localdate(request.at), programmes.sites(request.viewer)
    changes = reads.changes_of(request.viewer, [card.id]).get(card.id, [])
    values = {
        "case": case,
        "form": form,
        "contact": told(card, today, changes),
        "facts": facts(card, sites),
        "history": history(changes, today, sites),
        "standing": reads.contact_standing(request.viewer, card, request.at),
    }
    return page(request, "people/contact.html", values, 422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def contact_change(request: Request, contact_id: UUID) -> HttpResponse:
    """Put a contact right; what stood there stays in its history."""
    card = reads.contact(request.viewer, contact_id)
    case = reads.case(request.viewer, card.case_id)
    locked = reads.contact_standing(request.viewer, card, request.at).locked
    form = ChangeForm(
        request.POST or None,
        sites=programmes.sites(request.viewer),
        locked=locked,
        initial=as_filled(card),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        kept = carried_out(
            form,
            lambda: (
                actions.change_contact(
                    contact_id=card.id,
                    how=form.how(request.at),
                    note=data["note"],
                    why=data.get("why", ""),
                    by=request.viewer,
                    at=request.at,
                ),
            ),
        )
        if kept:
            messages.success(request, _("Put right. What stood there is kept in the history."))
            ask_after_note(request, case.id, card.id, data["note"], card.note)
            return redirect("people:contact", card.id)
    trail.look(by=request.viewer, at=request.at, page="people:contact_change", person_id=case.person_id)
    values = {"case": case, "form": form, "contact": card, "locked": locked}
    return page(request, "people/contact_change.html", values, 422 if form.errors else 200)


@require_POST
def contact_undo(request: Request, contact_id: UUID) -> HttpResponse:
    """Take back what was just logged."""
    case_id = actions.undo_contact(contact_id=contact_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken back, with the needs and promises entered with it."))
    return redirect("people:person", case_id)
