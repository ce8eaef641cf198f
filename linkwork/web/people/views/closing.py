"""The end of a case, what comes after it, and how it goes on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions, reads
from linkwork.casework.reads import CaseCard
from linkwork.casework.rules.plan import GoalState, PlanState
from linkwork.casework.rules.states import CaseState, may_still_reopen
from linkwork.trail import actions as trail
from linkwork.web.people import closing
from linkwork.web.people.forms import AgainForm, CloseForm, ReopenForm
from linkwork.web.people.shell import shell
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def close(request: Request, case_id: UUID) -> HttpResponse:
    """End the case once every connection has an end, or "we don’t know" is said for it."""
    case = reads.case(request.viewer, case_id)
    ends = closing.open_ends(request.viewer, case_id)
    form = CloseForm(request.POST or None, open_ends=ends)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        left = {str(end_id) for end_id, _name in ends} - set(data.get("not_known", []))
        if left:
            form.add_error("not_known", _("Follow these up, or tick each one you know nothing of."))
        elif carried_out(
            form,
            lambda: closing.close(
                case.id,
                data["reason"],
                data["note"],
                [end for end, _name in ends],
                request.viewer,
                request.at,
            ),
        ):
            messages.success(request, _("The case is closed."))
            return redirect("people:closed", case.id)
    _look(request, case)
    where = closing.addresses(request.viewer, case_id)
    values = {
        "case": case,
        "form": form,
        "ends": [{"name": name, "url": where.get(str(end_id), "")} for end_id, name in ends],
        "goals": _open_goals(request, case_id),
    }
    return page(request, "people/close.html", values, 422 if form.errors else 200)


def _open_goals(request: Request, case_id: UUID) -> list[dict[str, Any]]:
    plan = reads.plan_of(request.viewer, case_id)
    if plan is None or plan.state is PlanState.CLOSED:
        return []
    return [{"id": one.id, "words": one.words} for one in plan.body.goals if one.state is GoalState.OPEN]


@require_GET
def closed(request: Request, case_id: UUID) -> HttpResponse:
    """What comes after: telling the referrer, asking how it was, and what to do if things change."""
    around = shell(request.standing, case_id, "", request.at)
    case: CaseCard = around["case"]
    if case.state is not CaseState.CLOSED or case.closed_on is None:
        return redirect("people:person", case_id)
    _look(request, case)
    programme = request.standing.programme
    days = programme.reopen_within_days if programme else 0
    values = {
        "days": days,
        "may_reopen": may_still_reopen(case.closed_on, timezone.localdate(request.at), days),
        "links": reads.person_links(request.viewer, case_id, request.at),
    }
    return page(request, "people/closed.html", around | values)


@require_http_methods(["GET", "POST"])
def reopen(request: Request, case_id: UUID) -> HttpResponse:
    """Go on with a case closed a short while ago."""
    case = reads.case(request.viewer, case_id)
    form = ReopenForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.reopen_case(
            case_id=case_id, words=form.cleaned_data["words"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("The case goes on."))
        return redirect("people:person", case_id)
    return _step(request, case, form, _("Go on with the case"), _("Open it again"))


@require_http_methods(["GET", "POST"])
def again(request: Request, case_id: UUID) -> HttpResponse:
    """Take the person on again: a new spell of support."""
    case = reads.case(request.viewer, case_id)
    form = AgainForm(request.POST or None)
    if form.is_valid():
        made = carried_out(
            form,
            lambda: actions.start_again(
                person_id=case.person_id,
                source=form.cleaned_data["source"],
                wants=form.cleaned_data["wants"],
                worker_id=request.viewer.id if form.cleaned_data["mine"] else None,
                by=request.viewer,
                at=request.at,
            ),
        )
        if made:
            messages.success(request, _("Support begins anew."))
            return redirect("people:person", made)
    return _step(request, case, form, _("Support them again"), _("Begin"))


def _step(request: Request, case: CaseCard, form: Form, title: str, step: str) -> HttpResponse:
    _look(request, case)
    values = {"case": case, "form": form, "title": title, "step": step}
    return page(request, "people/step.html", values, 422 if form.errors else 200)


def _look(request: Request, case: CaseCard) -> None:
    name = request.resolver_match.view_name if request.resolver_match else ""
    trail.look(by=request.viewer, at=request.at, page=name, person_id=case.person_id)
