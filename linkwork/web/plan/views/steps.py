"""One thing to do: added, said anew, done, dropped, to do again."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.rules.plan import ActionState
from linkwork.web.plan.forms import ActionForm, DropForm, action_initial
from linkwork.web.plan.views.parts import done, step
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def new(request: Request, plan_id: UUID) -> HttpResponse:
    """Something to do, for the goal of `?goal=` where one is named."""
    card = reads.plan(request.viewer, plan_id)
    form = ActionForm(request.POST or None, body=card.body, initial={"goal": request.GET.get("goal", "")})
    return step(
        request,
        card.case_id,
        form,
        _("Something to do"),
        _("Add it"),
        lambda: actions.add_action(
            plan_id=plan_id, new=form.action(request.viewer.id), by=request.viewer, at=request.at
        ),
    )


@require_http_methods(["GET", "POST"])
def change(request: Request, action_id: UUID) -> HttpResponse:
    """What is to be done, said anew."""
    card = reads.plan_of_action(request.viewer, action_id)
    known = next(one for one in card.body.actions if one.id == action_id)
    form = ActionForm(request.POST or None, body=card.body, initial=action_initial(known))
    return step(
        request,
        card.case_id,
        form,
        _("Something to do"),
        _("Keep"),
        lambda: actions.change_action(
            action_id=action_id, new=form.action(request.viewer.id), by=request.viewer, at=request.at
        ),
    )


@require_POST
def finish(request: Request, action_id: UUID) -> HttpResponse:
    """It is done."""
    return _settled(request, action_id, ActionState.DONE, _("Done."))


@require_POST
def again(request: Request, action_id: UUID) -> HttpResponse:
    """It is to do again."""
    return _settled(request, action_id, ActionState.TO_DO, _("To do again."))


def _settled(request: Request, action_id: UUID, to: ActionState, said: str) -> HttpResponse:
    card = reads.plan_of_action(request.viewer, action_id)
    actions.settle_action(action_id=action_id, to=to, by=request.viewer, at=request.at)
    return done(request, card.case_id, said)


@require_http_methods(["GET", "POST"])
def drop(request: Request, action_id: UUID) -> HttpResponse:
    """It is not done any more, and why."""
    card = reads.plan_of_action(request.viewer, action_id)
    form = DropForm(request.POST or None)
    return step(
        request,
        card.case_id,
        form,
        _("Not to do any more"),
        _("Drop it"),
        lambda: actions.settle_action(
            action_id=action_id,
            to=ActionState.DROPPED,
            reason=form.cleaned_data["reason"],
            by=request.viewer,
            at=request.at,
        ),
    )
