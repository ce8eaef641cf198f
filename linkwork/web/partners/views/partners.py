"""One partner: what was done together, what is known of it, and which organisation of the directory it is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import access as casework_access
from linkwork.casework import reads as casework
from linkwork.core.errors import NotFound
from linkwork.directory import reads as directory
from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.actions.interactions import UNDONE_WITHIN
from linkwork.partnerships.rules import Practice, Quality, Sector
from linkwork.web.partners import presenters, words
from linkwork.web.partners.forms import PartnerForm, TogetherForm
from linkwork.web.partners.shell import shell
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_short, day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
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
    around = shell(request.viewer, partner_id, "partners:partner")
    card = reads.partner(request.viewer, partner_id, id_in(request.GET.get("after", "")))
    today = local_day(request.at)
    values = {
        "contacts": [
            {"card": one, "since": day_said(one.champion_since, today) if one.champion_since else ""}
            for one in card.contacts
        ],
        "together": [_done(request, one) for one in card.interactions],
        "next_url": f"?after={card.next}#together" if card.next else "",
        "practices": [(words.PRACTICES[key], number) for key, number in card.practices.items()],
        "advocacy": presenters.advocacy_lines(request.viewer, today, partner_id),
        "form": form or TogetherForm(initial={"occurred_on": today}),
        "dots": presenters.dots,
        "tries_said": presenters.tries_said,
    }
    return page(request, "partners/partner.html", around | values, 422 if form else 200)


def _done(request: Request, one: reads.InteractionCard) -> dict[str, object]:
    """One line of the history. Who was supported together stands there as a link, for those who see people."""
    today = local_day(request.at)
    sees = casework_access.may_see_people(request.viewer)
    own = one.worker_id == request.viewer.id and one.meeting_id is None
    return {
        "id": one.id,
        "when": date_short(one.occurred_on, today),
        "title": words.PRACTICES[one.practice],
        "quality": words.QUALITIES[one.quality] if one.quality else "",
        "needs": one.quality is Quality.DIFFICULT,
        "who": one.worker_name,
        "note": one.note,
        "agreed": one.agreed,
        "next": one.next_step,
        "next_on": day_said(one.next_on, today) if one.next_on else "",
        "next_done": one.next_done,
        "meeting_id": one.meeting_id,
        "case_id": one.case_id if sees else None,
        "may_take_back": own and request.at - one.noted_at <= UNDONE_WITHIN,
    }


@require_POST
def together(request: Request, partner_id: UUID) -> HttpResponse:
    """Note one piece of work with the partner."""
    form = TogetherForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        kept = carried_out(
            form,
            lambda: actions.log_interaction(
                partner_id=partner_id,
                practice=Practice(said["practice"]),
                occurred_on=said["occurred_on"],
                note=said["note"],
                quality=Quality(said["quality"]) if said["quality"] else None,
                agreed=said["agreed"],
                next_step=said["next_step"],
                next_on=said["next_on"],
                by=request.viewer,
                at=request.at,
            ),
        )
        if kept:
            messages.success(request, _("Noted."))
            return redirect("partners:partner", partner_id)
    return _partner_page(request, partner_id, form)


@require_POST
def step_done(request: Request, interaction_id: UUID) -> HttpResponse:
    """What was to follow is done."""
    partner_id = actions.finish_next_step(interaction_id=interaction_id, by=request.viewer, at=request.at)
    messages.success(request, _("Done."))
    return redirect("partners:partner", partner_id)


@require_POST
def take_back(request: Request, interaction_id: UUID) -> HttpResponse:
    """It was noted by mistake."""
    partner_id = actions.take_back_interaction(
        interaction_id=interaction_id, by=request.viewer, at=request.at
    )
    messages.success(request, _("Taken back."))
    return redirect("partners:partner", partner_id)


@require_http_methods(["GET", "HEAD", "POST"])
def there(request: Request, contact_id: UUID) -> HttpResponse:
    """A partner was there at this contact: one press on its name. Those the worker knows come first."""
    contact = casework.contact(request.viewer, contact_id)
    if request.method == "POST":
        partner_id = id_in(request.POST.get("partner", ""))
        if partner_id is None:
            raise NotFound(_("There is no such partner in this programme."))
        actions.note_partner_there(
            contact_id=contact_id, partner_id=partner_id, by=request.viewer, at=request.at
        )
        messages.success(request, _("Noted with the partner: you supported somebody together."))
        return redirect("people:contact", contact_id)
    today, asked = local_day(request.at), request.GET.get("q", "")
    wanted = reads.PartnersAsked(words=asked, sort=reads.PartnerSort.NAME)
    own = reads.PartnersAsked(words=asked, sort=reads.PartnerSort.NAME, worker_id=request.viewer.id)
    known = reads.partners(request.viewer, today, own).rows
    ids = {one.id for one in known}
    values = {
        "contact": contact,
        "q": asked,
        "known": known,
        "others": [one for one in reads.partners(request.viewer, today, wanted).rows if one.id not in ids],
    }
    return page(request, "partners/there.html", values)


@require_GET
def about(request: Request, partner_id: UUID) -> HttpResponse:
    """What it is, what it offers, who was there before, and who has read the role card."""
    around = shell(request.viewer, partner_id, "partners:about")
    today, linked = local_day(request.at), around["partner"].organisation_id
    left, champions = reads.people_before(request.viewer, partner_id)
    values = {
        "organisation": directory.organisation(request.viewer, linked) if linked else None,
        "services": directory.services_of(request.viewer, linked, today) if linked else [],
        "left": [(one.name, one.part, day_said(one.left_on, today)) for one in left if one.left_on],
        "champions": [
            {"card": one, "since": day_said(one.since, today), "until": day_said(one.until, today)}
            for one in champions
        ],
        "known": [
            {"card": one, "when": day_said(one.read_on, today) if one.read_on else ""}
            for one in reads.who_knows_the_role(request.viewer, partner_id)
        ],
    }
    return page(request, "partners/about.html", around | values)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, partner_id: UUID) -> HttpResponse:
    """Put right what is known of a partner."""
    access.check_may_write(request.viewer)
    head = reads.partner_head(request.viewer, partner_id)
    initial = {"name": head.name, "sector": head.sector.value, "note": head.note}
    form = PartnerForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.change_partner(
            partner_id=partner_id,
            name=form.cleaned_data["name"],
            sector=Sector(form.cleaned_data["sector"]),
            note=form.cleaned_data["note"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Changed."))
        return redirect("partners:about", partner_id)
    values = {
        "form": form,
        "title": _("Change %(partner)s") % {"partner": head.name},
        "label": _("Change it"),
        "back": ("partners:about", head.id, head.name),
    }
    return page(request, "partners/step.html", values, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: Request, partner_id: UUID) -> HttpResponse:
    """Which organisation of the directory it is: found as one types, or by the button."""
    access.check_may_write(request.viewer)
    head = reads.partner_head(request.viewer, partner_id)
    if request.method == "POST":
        chosen = request.POST.get("organisation", "")
        if chosen and id_in(chosen) is None:
            raise NotFound(_("There is no such organisation in the directory."))
        actions.link_organisation(
            partner_id=partner_id,
            organisation_id=id_in(chosen),
            by=request.viewer,
            at=request.at,
        )
        messages.success(request, _("Changed."))
        return redirect("partners:about", partner_id)
    asked = request.GET.get("q", head.name)
    found = directory.organisations(request.viewer, asked) if asked.strip() else []
    values = {"partner": head, "q": asked, "found": found}
    part = "partners/organisations.html" if request.headers.get("X-Part") else "partners/organisation.html"
    return page(request, part, values)
