"""What the pages of a plan share: one form, one action, and back to the plan."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from linkwork.casework import reads
from linkwork.casework.reads import CaseCard
from linkwork.trail import actions as trail
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


def step(
    request: Request,
    case_id: UUID,
    form: Form,
    title: str,
    go: str,
    act: Callable[[], object],
    template: str = "plan/step.html",
) -> HttpResponse:
    """A page with one form about a person's plan; done, back to the plan. Opening it leaves an access row."""
    case = reads.case(request.viewer, case_id)
    if request.method == "POST" and form.is_valid() and carried_out(form, act):
        messages.success(request, _("Kept."))
        return redirect("plan:plan", case_id)
    look(request, case)
    values = {"case": case, "form": form, "title": title, "go": go}
    return page(request, template, values, 422 if form.errors else 200)


def look(request: Request, case: CaseCard) -> None:
    """The access row of the page that is open."""
    name = request.resolver_match.view_name if request.resolver_match else "plan"
    trail.look(by=request.viewer, at=request.at, page=name, person_id=case.person_id)


def done(request: Request, case_id: UUID, said: str) -> HttpResponse:
    """Back to the plan with a word on what happened."""
    messages.success(request, said)
    return redirect("plan:plan", case_id)
