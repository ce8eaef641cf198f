"""The page about a person, and the small steps on it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import CaseCard
from linkwork.casework.rules.consent import How
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.trail import reads as trail_reads
from linkwork.web.people.about import about_values
from linkwork.web.people.about_forms import (
    AlertForm,
    DetailsForm,
    RenewForm,
    RestrictForm,
    ReviewForm,
    month_typed,
)
from linkwork.web.people.household_forms import DueForm, MemberForm, member_initial
from linkwork.web.people.shell import shell
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import moment_said
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

MOST_LOOKS = 100


@require_GET
def about(request: Request, case_id: UUID) -> HttpResponse:
    """Who the person is. Opening it leaves an access row."""
    around = shell(request.standing, case_id, "people:about", request.at)
    case: CaseCard = around["case"]
    trail.look(by=request.viewer, at=request.at, page="people:about", person_id=case.person_id)
    return page(request, "people/about.html", around | about_values(request.viewer, case, request.at))


@require_http_methods(["GET", "POST"])
def edit(request: Request, case_id: UUID) -> HttpResponse:
    """Who the person is and how to reach them: everything that may be known, and nothing that has to be."""
    case = reads.case(request.viewer, case_id)
    known = reads.person(request.viewer, case.person_id)
    form = DetailsForm(
        request.POST or None, sites=programmes.sites(request.viewer), known=known, care=case.care
    )

    def keep() -> object:
        details = form.all_details()
        return actions.change_person(person_id=known.id, details=details, by=request.viewer, at=request.at)

    return _form(request, case, form, keep, _("Who they are"), _("Keep"), "people/edit.html")


def _form(
    request: Request,
    case: CaseCard,
    form: Form,
    act: Callable[[], object],
    title: str,
    step: str,
    template: str = "people/step.html",
    **more: Any,
) -> HttpResponse:
    """A page with one form about a person; done, back to the page about them."""
    if request.method == "POST" and form.is_valid() and carried_out(form, act):
        messages.success(request, _("Kept."))
        return redirect("people:about", case.id)
    match = request.resolver_match
    trail.look(
        by=request.viewer, at=request.at, page=match.view_name if match else "", person_id=case.person_id
    )
    values = {"case": case, "form": form, "title": title, "step": step} | more
    return page(request, template, values, 422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def alert(request: Request, case_id: UUID) -> HttpResponse:
    """A warning for everybody who meets the person."""
    case = reads.case(request.viewer, case_id)
    form = AlertForm(request.POST or None)

    def keep() -> object:
        return actions.set_alert(person_id=case.person_id, **form.values(), by=request.viewer, at=request.at)

    return _form(request, case, form, keep, _("An alert"), _("Keep the alert"))


@require_http_methods(["GET", "POST"])
def alert_review(request: Request, case_id: UUID, alert_id: UUID) -> HttpResponse:
    """It was looked at and still holds."""
    case = reads.case(request.viewer, case_id)
    form = ReviewForm(request.POST or None)

    def keep() -> object:
        day = form.cleaned_data["review_on"]
        return actions.review_alert(alert_id=alert_id, review_on=day, by=request.viewer, at=request.at)

    return _form(request, case, form, keep, _("The alert still holds"), _("It still holds"))


@require_POST
def alert_end(request: Request, case_id: UUID, alert_id: UUID) -> HttpResponse:
    """It no longer holds."""
    actions.end_alert(alert_id=alert_id, by=request.viewer, at=request.at)
    messages.success(request, _("The alert is over."))
    return redirect("people:about", case_id)


@require_http_methods(["GET", "POST"])
def member_new(request: Request, case_id: UUID) -> HttpResponse:
    """Somebody of the household; people by a name like theirs are offered once a name was typed."""
    case = reads.case(request.viewer, case_id)
    typed = request.POST.get("name", "")
    alike = reads.found(request.viewer, typed, 5) if typed.strip() else []
    people = [card for card in alike if card.id != case.person_id]
    form = MemberForm(request.POST or None, people=people)

    def keep() -> object:
        return actions.add_member(
            person_id=case.person_id,
            details=form.member(),
            known_person_id=form.known_id(),
            by=request.viewer,
            at=request.at,
        )

    if people and "known" not in request.POST and form.is_valid():
        form = MemberForm(people=people, initial=form.cleaned_data | _typed_months(form))
        note = _("Somebody by a name like this is supported here. Is it them?")
        return _form(request, case, form, keep, _("The household"), _("Keep"), note=note)
    return _form(request, case, form, keep, _("The household"), _("Keep"))


def _typed_months(form: MemberForm) -> dict[str, str]:
    return {name: month_typed(form.cleaned_data[name]) for name in ("born", "due")}


@require_http_methods(["GET", "POST"])
def member(request: Request, case_id: UUID, member_id: UUID) -> HttpResponse:
    """Change what is known of somebody of the household."""
    case = reads.case(request.viewer, case_id)
    card = reads.member(request.viewer, member_id, timezone.localdate(request.at))
    if card is None:
        raise NotFound(_("There is no such member of a household in this programme."))
    form = MemberForm(request.POST or None, initial=member_initial(card))

    def keep() -> object:
        return actions.change_member(
            member_id=member_id, details=form.member(), by=request.viewer, at=request.at
        )

    return _form(request, case, form, keep, card.name or card.details.role, _("Keep"))


@require_POST
def member_end(request: Request, case_id: UUID, member_id: UUID) -> HttpResponse:
    """They do not belong to the household."""
    actions.remove_member(member_id=member_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken out of the household."))
    return redirect("people:about", case_id)


@require_http_methods(["GET", "POST"])
def due(request: Request, case_id: UUID) -> HttpResponse:
    """When the person's own baby is due."""
    case = reads.case(request.viewer, case_id)
    home = reads.household_of(request.viewer, case.person_id, timezone.localdate(request.at))
    known = next((card.details.due for card in home if card.person_id == case.person_id), None)
    form = DueForm(request.POST or None, initial={"due": month_typed(known)})

    def keep() -> object:
        month = form.cleaned_data["due"]
        return actions.set_due_month(person_id=case.person_id, due=month, by=request.viewer, at=request.at)

    return _form(request, case, form, keep, _("A baby is due"), _("Keep"))


@require_http_methods(["GET", "POST"])
def renew(request: Request, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """They say yes again, to the same."""
    case = reads.case(request.viewer, case_id)
    form = RenewForm(request.POST or None)

    def keep() -> object:
        return actions.renew_consent(
            consent_id=consent_id,
            expires_on=form.cleaned_data["expires_on"],
            how=How(form.cleaned_data["how"]),
            words=form.cleaned_data["said"],
            by=request.viewer,
            at=request.at,
        )

    return _form(request, case, form, keep, _("They say yes again"), _("They agree"))


@require_http_methods(["GET", "POST"])
def restrict(request: Request, case_id: UUID) -> HttpResponse:
    """Only those named here, and managers, may know of the person."""
    case = reads.case(request.viewer, case_id)
    standing = reads.restriction_of(request.viewer, case.person_id)
    named = [one for one, _name in standing.readers] if standing else [case.worker_id]
    form = RestrictForm(
        request.POST or None,
        workers=programmes.workers(request.viewer, Role.WORKER),
        initial={"workers": [str(one) for one in named], "why": standing.why if standing else ""},
    )

    def keep() -> object:
        return actions.restrict_person(
            person_id=case.person_id,
            workers=[UUID(one) for one in form.cleaned_data["workers"]],
            why=form.cleaned_data["why"],
            by=request.viewer,
            at=request.at,
        )

    return _form(request, case, form, keep, _("Who may open this record"), _("Restrict it"))


@require_POST
def unrestrict(request: Request, case_id: UUID) -> HttpResponse:
    """Everybody who works here may know of the person again."""
    case = reads.case(request.viewer, case_id)
    actions.unrestrict_person(person_id=case.person_id, by=request.viewer, at=request.at)
    messages.success(request, _("The record is open to all who work here."))
    return redirect("people:about", case_id)


@require_GET
def looks(request: Request, case_id: UUID) -> HttpResponse:
    """Who opened this person's pages, the newest first."""
    case = reads.case(request.viewer, case_id)
    trail.look(by=request.viewer, at=request.at, page="people:looks", person_id=case.person_id)
    merged = [card.absorbed_id for card in reads.merges_of(request.viewer, case.person_id)]
    names = {card.id: card.name for card in programmes.workers(request.viewer)}
    seen = trail_reads.looks_at(request.viewer, case.person_id, merged, MOST_LOOKS)
    rows = [
        (moment_said(one.at), names.get(one.actor_id, "") if one.actor_id else "", one.page) for one in seen
    ]
    return page(request, "people/looks.html", {"case": case, "rows": rows, "most": MOST_LOOKS})
