"""The people at a partner: who they are, who stands up for the programme, who has left."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.reads import ContactCard
from linkwork.web.partners.forms import ChampionForm, ContactForm, SuccessionForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


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
    head = reads.partner_head(request.viewer, partner_id)
    title = _("Somebody at %(partner)s") % {"partner": head.name}
    return _step(request, form, title, _("Add them"), head.id, head.name)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_edit(request: Request, contact_id: UUID) -> HttpResponse:
    """Put right what is known of somebody there."""
    access.check_may_write(request.viewer)
    partner_id, card = reads.contact(request.viewer, contact_id)
    initial = {"name": card.name, "part": card.part, "phone": card.phone, "email": card.email}
    form = ContactForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.change_contact(
            contact_id=contact_id, **form.cleaned_data, by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Changed."))
        return redirect("partners:partner", partner_id)
    title = _("Change %(name)s") % {"name": card.name}
    return _step(request, form, title, _("Change it"), partner_id)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_left(request: Request, contact_id: UUID) -> HttpResponse:
    """They work there no more; whoever takes over as a champion is named at once."""
    access.check_may_write(request.viewer)
    partner_id, card = reads.contact(request.viewer, contact_id)
    form = _succession(request, partner_id, contact_id)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.contact_left(
            contact_id=contact_id,
            left_on=form.cleaned_data["until"],
            reason=form.cleaned_data["reason"],
            successor_id=_chosen(form),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted. Their private links are closed."))
        return redirect("partners:partner", partner_id)
    title = _("%(name)s works there no more") % {"name": card.name}
    return _step(request, form, title, _("Note it"), partner_id)


@require_http_methods(["GET", "HEAD", "POST"])
def champion(request: Request, contact_id: UUID) -> HttpResponse:
    """This contact stands up for the programme; or what is known of that is put right."""
    access.check_may_write(request.viewer)
    partner_id, card = reads.contact(request.viewer, contact_id)
    initial = {"since": card.champion_since or local_day(request.at), "does": card.does}
    form = ChampionForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(form, lambda: _named(request, form, card)):
        messages.success(request, _("Noted."))
        return redirect("partners:partner", partner_id)
    title = _("%(name)s stands up for you") % {"name": card.name}
    return _step(request, form, title, _("Note it"), partner_id)


def _named(request: Request, form: Form, card: ContactCard) -> object:
    said = {**form.cleaned_data, "by": request.viewer, "at": request.at}
    if card.champion_id is not None:
        return actions.change_champion(champion_id=card.champion_id, **said)
    return actions.name_champion(contact_id=card.id, **said)


@require_http_methods(["GET", "HEAD", "POST"])
def champion_end(request: Request, contact_id: UUID) -> HttpResponse:
    """They no longer do: why, and who takes it over."""
    access.check_may_write(request.viewer)
    partner_id, card = reads.contact(request.viewer, contact_id)
    form = _succession(request, partner_id, contact_id)
    ended = card.champion_id
    if ended is None:
        return redirect("partners:partner", partner_id)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.end_champion(
            champion_id=ended,
            until=form.cleaned_data["until"],
            reason=form.cleaned_data["reason"],
            successor_id=_chosen(form),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted."))
        return redirect("partners:partner", partner_id)
    title = _("%(name)s is no longer a champion") % {"name": card.name}
    return _step(request, form, title, _("Note it"), partner_id)


def _succession(request: Request, partner_id: UUID, contact_id: UUID) -> SuccessionForm:
    there = reads.people_at(request.viewer, partner_id)
    others = [(one.id, one.name) for one in there if one.id != contact_id]
    return SuccessionForm(others, request.POST or None, initial={"until": local_day(request.at)})


def _chosen(form: Form) -> UUID | None:
    chosen = form.cleaned_data["successor"]
    return UUID(chosen) if chosen else None


def _step(
    request: Request, form: Form, title: str, label: str, partner_id: UUID, back_label: str = ""
) -> HttpResponse:
    values = {
        "form": form,
        "title": title,
        "label": label,
        "back": ("partners:partner", partner_id, back_label or _("Back")),
    }
    return page(request, "partners/step.html", values, 422 if form.errors else 200)
