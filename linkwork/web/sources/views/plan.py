"""What a study sets out to do, whom it wants to hear, what it may do, and who works in it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.core.viewer import Role
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import TALKS, Design, Doing, Part, held_against, may
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.sources.forms import ApprovalForm, MemberForm, PlanForm, TargetsForm
from linkwork.web.sources.presenters import plan as present
from linkwork.web.study.shell import shell


@require_http_methods(["GET", "POST"])
def plan(request: Request, study_id: UUID) -> HttpResponse:
    """The study's plan; posted to, it keeps title, questions, design, stages and limits."""
    form = PlanForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        data = form.cleaned_data
        try:
            actions.describe_study(
                study_id=study_id,
                title=data["title"],
                question=data["question"],
                design=Design(data["design"]),
                stages=[Stage(stage) for stage in data["stages"]],
                most_participants=data["most_participants"],
                names_first=data["names_first"],
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The plan is kept."))
            return redirect("sources:plan", study_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return _plan(request, study_id, plan=form)


@require_POST
def targets(request: Request, study_id: UUID) -> HttpResponse:
    """Keep how many of each group the study wants to hear."""
    form = TargetsForm(request.POST)
    if not form.is_valid():
        return _plan(request, study_id, targets=form)
    actions.set_targets(study_id=study_id, wanted=form.wanted(), by=request.viewer, at=request.at)
    messages.success(request, _("The numbers are kept."))
    return redirect("sources:plan", study_id)


@require_POST
def approval(request: Request, study_id: UUID) -> HttpResponse:
    """Note an ethics approval."""
    form = ApprovalForm(request.POST)
    if form.is_valid():
        try:
            actions.add_approval(study_id=study_id, **form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("The approval is noted."))
            return redirect("sources:plan", study_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return _plan(request, study_id, approval=form)


@require_POST
def approval_remove(request: Request, study_id: UUID, approval_id: UUID) -> HttpResponse:
    """Take away an approval noted wrongly."""
    actions.remove_approval(approval_id=approval_id, by=request.viewer, at=request.at)
    messages.success(request, _("The approval is taken away."))
    return redirect("sources:plan", study_id)


@require_POST
def team(request: Request, study_id: UUID) -> HttpResponse:
    """Name somebody's part."""
    form = MemberForm(request.POST, people=_people(request))
    if form.is_valid():
        try:
            actions.set_part(
                study_id=study_id,
                worker_id=UUID(form.cleaned_data["worker"]),
                part=Part(form.cleaned_data["part"]),
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The team is kept."))
            return redirect("sources:plan", study_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return _plan(request, study_id, member=form)


@require_POST
def leave(request: Request, study_id: UUID, worker_id: UUID) -> HttpResponse:
    """Take somebody out of the team."""
    try:
        actions.leave_team(study_id=study_id, worker_id=worker_id, by=request.viewer, at=request.at)
        messages.success(request, _("They are out of the team."))
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    return redirect("sources:plan", study_id)


def _people(request: Request) -> list[tuple[str, str]]:
    """Who may be in a team: evaluators and advisers."""
    wanted = {Role.EVALUATOR, Role.ADVISER}
    return [
        (str(one.id), one.name)
        for one in programmes.workers(request.viewer)
        if wanted.intersection(one.roles)
    ]


def _plan(
    request: Request,
    study_id: UUID,
    plan: PlanForm | None = None,
    targets: TargetsForm | None = None,
    approval: ApprovalForm | None = None,
    member: MemberForm | None = None,
) -> HttpResponse:
    viewer, today = request.viewer, local_day(request.at)
    card = reads.study(viewer, study_id)
    wanted = reads.targets(viewer, study_id)
    lines = reads.source_lines(viewer, study_id)
    talks = [(line.group, line.participants) for line in lines if line.kind in TALKS]
    approvals = reads.approvals(viewer, study_id, today)
    members = reads.team(viewer, study_id)
    bound = next((form for form in (plan, targets, approval, member) if form is not None), None)
    values: dict[str, Any] = shell(viewer, study_id, "study:study") | {
        "leads": may(card.my_part, Doing.LEAD),
        "plan": plan or PlanForm(initial=present.plan_initial(card)),
        "targets": targets or TargetsForm(initial={group.value: n for group, n in wanted.items()}),
        "approval": approval or ApprovalForm(initial={"first": today}),
        "member": member or MemberForm(people=_people(request)),
        "bound": bound,
        "held": present.held_rows(held_against(wanted, talks)),
        "warnings": present.warnings(card, sum(people for _group, people in talks), approvals),
        "approvals": present.approval_rows(approvals),
        "team": present.team_rows(members),
    }
    return page(request, "sources/plan.html", values, 422 if bound else 200)
