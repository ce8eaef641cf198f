"""Noting what changed for a person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.casework import reads as casework
from linkwork.outcomes import access, actions
from linkwork.outcomes.rules import Direction
from linkwork.trail import actions as trail
from linkwork.web.outcomes.forms import ChangeForm
from linkwork.web.outcomes.presenters import panel
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def change_new(request: Request, case_id: UUID) -> HttpResponse:
    """Ask, note, and see what was said before."""
    access.check_may_note(request.viewer)
    case = casework.case(request.viewer, case_id)
    back = _back(request, case_id)
    form = ChangeForm(request.POST or None, initial={"noted_on": local_day(request.at)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.record_change(
            case_id=case_id,
            direction=Direction(form.cleaned_data["direction"]),
            words=form.cleaned_data["words"],
            noted_on=form.cleaned_data["noted_on"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted, in their words."))
        return redirect(back or request.path)
    trail.look(by=request.viewer, at=request.at, page="outcomes:change_new", person_id=case.person_id)
    values = {
        "form": form,
        "name": case.name,
        "outcomes": panel(request.standing, case_id, request.at) | {"add": ""},
        "back": back,
    }
    return page(request, "outcomes/change_new.html", values)


def _back(request: Request, case_id: UUID) -> str:
    """The page about the person, where there is one; an address given is taken only if it is ours."""
    given = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure()):
        return given
    try:
        return reverse("people:person", args=[case_id])
    except NoReverseMatch:
        return ""
