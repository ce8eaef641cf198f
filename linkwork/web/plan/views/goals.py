"""One goal: set, said anew, reached or set aside, and how far it came."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import PlanCard
from linkwork.casework.rules.plan import GoalLine, GoalState
from linkwork.outcomes import actions as outcomes
from linkwork.web.plan.forms import AttainForm, GoalForm, SettleForm, goal_initial
from linkwork.web.plan.views.parts import done, step
from linkwork.web.shared.request import Request


def _found(request: Request, goal_id: UUID) -> tuple[PlanCard, GoalLine]:
    card = reads.plan_of_goal(request.viewer, goal_id)
    return card, next(one for one in card.body.goals if one.id == goal_id)


@require_http_methods(["GET", "POST"])
def new(request: Request, plan_id: UUID) -> HttpResponse:
    """Something they want."""
    card = reads.plan(request.viewer, plan_id)
    form = GoalForm(request.POST or None)
    return step(
        request,
        card.case_id,
        form,
        _("A goal"),
        _("Add the goal"),
        lambda: actions.add_goal(plan_id=plan_id, goal=form.goal(), by=request.viewer, at=request.at),
        "plan/goal.html",
    )


@require_http_methods(["GET", "POST"])
def change(request: Request, goal_id: UUID) -> HttpResponse:
    """The goal said anew."""
    card, goal = _found(request, goal_id)
    form = GoalForm(request.POST or None, initial=goal_initial(goal))
    return step(
        request,
        card.case_id,
        form,
        _("A goal"),
        _("Keep"),
        lambda: actions.change_goal(goal_id=goal_id, goal=form.goal(), by=request.viewer, at=request.at),
        "plan/goal.html",
    )


@require_http_methods(["GET", "POST"])
def settle(request: Request, goal_id: UUID) -> HttpResponse:
    """Reached, or set aside."""
    card, goal = _found(request, goal_id)
    form = SettleForm(request.POST or None)
    return step(
        request,
        card.case_id,
        form,
        goal.words,
        _("Keep"),
        lambda: actions.settle_goal(
            goal_id=goal_id,
            to=GoalState(form.cleaned_data["to"]),
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_POST
def again(request: Request, goal_id: UUID) -> HttpResponse:
    """They want it after all, or again."""
    card, _goal = _found(request, goal_id)
    actions.settle_goal(goal_id=goal_id, to=GoalState.OPEN, by=request.viewer, at=request.at)
    return done(request, card.case_id, _("Taken up again."))


@require_http_methods(["GET", "POST"])
def attain(request: Request, goal_id: UUID) -> HttpResponse:
    """How far it came, as they see it."""
    card, goal = _found(request, goal_id)
    form = AttainForm(request.POST or None, goal=goal, initial={"noted_on": timezone.localdate(request.at)})
    return step(
        request,
        card.case_id,
        form,
        goal.words,
        _("Note it"),
        lambda: outcomes.note_attainment(
            goal_id=goal_id, by=request.viewer, at=request.at, **form.cleaned_data
        ),
    )
