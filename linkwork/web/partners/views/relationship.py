"""How strong the relationship is and how much trust is in it, as each side sees it."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import Ask
from linkwork.web.partners import standing
from linkwork.web.partners.forms import AskForm, RatingForm
from linkwork.web.partners.forms.parts import offer
from linkwork.web.partners.shell import shell
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def relationship(request: Request, partner_id: UUID) -> HttpResponse:
    """What each side said, over time."""
    return _relationship(request, partner_id)


def _relationship(
    request: Request, partner_id: UUID, form: AskForm | None = None, link: str = ""
) -> HttpResponse:
    around = shell(request.viewer, partner_id, "partners:relationship")
    people = reads.people_at(request.viewer, partner_id)
    values = standing.values(reads.ratings(request.viewer, partner_id), local_day(request.at))
    links = [
        (one.contact_name, date_said(local_day(one.open_until)))
        for one in reads.open_links(request.viewer, partner_id, request.at)
    ]
    values |= {"form": form or _ask_form(people), "link": link, "links": links, "people": bool(people)}
    return page(request, "partners/relationship.html", around | values, 422 if form else 200)


def _ask_form(people: Sequence[reads.ContactCard], request: Request | None = None) -> AskForm:
    form = AskForm(request.POST if request else None, initial={"asks": Ask.RELATIONSHIP.value})
    offer(
        form,
        "contact",
        [(one.id, f"{one.name} · {one.email}" if one.email else one.name) for one in people],
    )
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: Request, partner_id: UUID) -> HttpResponse:
    """How we see it today."""
    access.check_may_write(request.viewer)
    head = reads.partner_head(request.viewer, partner_id)
    form = RatingForm(request.POST or None, initial={"rated_on": local_day(request.at)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.rate_partner(
            partner_id=partner_id,
            answers=form.answers(),
            changed=form.cleaned_data["changed"],
            rated_on=form.cleaned_data["rated_on"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted."))
        return redirect("partners:relationship", partner_id)
    values = {"partner": head, "form": form}
    return page(request, "partners/rate.html", values, 422 if form.errors else 200)


@require_POST
@sensitive_variables("token")
def ask(request: Request, partner_id: UUID) -> HttpResponse:
    """Send somebody there a private link, or make one to pass on: it is shown this once."""
    form = _ask_form(reads.people_at(request.viewer, partner_id), request)
    if not form.is_valid():
        return _relationship(request, partner_id, form)
    contact_id, asks = UUID(form.cleaned_data["contact"]), Ask(form.cleaned_data["asks"])
    if "make" in request.POST:
        token = actions.make_partner_link(contact_id=contact_id, asks=asks, by=request.viewer, at=request.at)
        address = request.build_absolute_uri(reverse("alongside:open", args=[token]))
        return _relationship(request, partner_id, link=address)
    if carried_out(
        form,
        lambda: actions.send_partner_link(contact_id=contact_id, asks=asks, by=request.viewer, at=request.at),
    ):
        messages.success(request, _("The letter is on its way."))
        return redirect("partners:relationship", partner_id)
    return _relationship(request, partner_id, form)


@require_POST
def links_end(request: Request, partner_id: UUID) -> HttpResponse:
    """Close every private link of this partner."""
    actions.revoke_partner_links(partner_id=partner_id, by=request.viewer, at=request.at)
    messages.success(request, _("Every link of this partner is closed."))
    return redirect("partners:relationship", partner_id)
