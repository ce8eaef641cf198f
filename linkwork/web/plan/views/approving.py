"""Plans that wait for a yes: shown without a name to whoever decides."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions, reads
from linkwork.trail import actions as trail
from linkwork.web.plan.forms import ApproveForm
from linkwork.web.plan.mine import sheet
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import ago_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def waiting(request: Request) -> HttpResponse:
    """The plans that wait, the longest waiting first."""
    today = timezone.localdate(request.at)
    lines = [
        {
            "id": head.id,
            "initials": head.initials,
            "worker": head.worker_name,
            "asked": ago_said(local_day(head.asked_at), today) if head.asked_at else "",
        }
        for head in reads.plans_waiting(request.viewer)
    ]
    return page(request, "plan/waiting.html", {"lines": lines})


@require_http_methods(["GET", "POST"])
def approve(request: Request, plan_id: UUID) -> HttpResponse:
    """One plan: yes, or what should change."""
    head = reads.plan_head(request.viewer, plan_id)
    card = reads.plan_to_approve(request.viewer, plan_id)
    form = ApproveForm(request.POST or None)
    agreed = "agreed" in request.POST
    if form.is_valid() and carried_out(
        form,
        lambda: actions.answer_plan(
            plan_id=plan_id,
            agreed=agreed,
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Approved.") if agreed else _("Sent back with your words."))
        return redirect("plan:waiting")
    trail.look(by=request.viewer, at=request.at, page="plan:approve", person_id=head.person_id)
    shown = reads.SharedPlan(card, "")
    values = {
        "head": head,
        "section": sheet(shown, timezone.localdate(request.at), head.worker_name, _("They")),
        "form": form,
    }
    return page(request, "plan/approve.html", values, 422 if form.errors else 200)
