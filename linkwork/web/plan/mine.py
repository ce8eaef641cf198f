"""What the person sees of their plan on their own page, and what they can say there: done, not yet, a few words."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from linkwork.casework import actions, reads
from linkwork.casework.reads import OwnPage, SharedPlan
from linkwork.casework.rules.plan import ActionLine, ActionOwner, ActionState, GoalLine, GoalState, PlanState
from linkwork.core.viewer import Viewer
from linkwork.web.mine.door import by_own_link, own_page
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, day_said
from linkwork.web.shared.forms import Form
from linkwork.web.shared.request import Request


class CommentForm(Form):
    """A few words to the worker."""

    words = forms.CharField(
        label=gettext_lazy("Your words"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "own-words", "dir": "auto"}),
        max_length=2000,
    )


def mine_section(viewer: Viewer, case_id: UUID, at: dt.datetime) -> dict[str, Any] | None:
    """The plan that was last agreed, and what the person wrote about it. Four questions."""
    shared = reads.own_plan(viewer, case_id, at)
    if shared is None:
        return None
    today = timezone.localdate(at)
    said = reads.own_comments(viewer, case_id, at)
    return sheet(shared, today) | {
        "plan_id": shared.card.id,
        "form": CommentForm(),
        "comments": [
            {
                "words": one.words,
                "about": one.action_words,
                "when": day_said(timezone.localdate(one.said_at), today),
            }
            for one in said[:5]
        ],
    }


def sheet(shared: SharedPlan, today: dt.date, worker: str = "", you: str = "") -> dict[str, Any]:
    """What is agreed, in plain values, said to the person: for their own page, on paper, in large print.

    `worker` is who supports them, `you` how the person is spoken of where it is read by somebody else.
    """
    body = shared.card.body
    names = {ActionOwner.PERSON: you or _("You"), ActionOwner.WORKER: worker or _("Your worker")}
    return {
        "matters": shared.matters,
        "goals": [
            _goal(one, [_action(step, today, names) for step in body.actions_of(one.id)], today)
            for one in body.goals
        ],
        "loose": [_action(step, today, names) for step in body.actions_of(None)],
        "closed": shared.card.state is PlanState.CLOSED,
    }


def _goal(goal: GoalLine, steps: list[dict[str, Any]], today: dt.date) -> dict[str, Any]:
    states = {
        GoalState.OPEN: _("By %(day)s") % {"day": date_said(goal.by_when)} if goal.by_when else "",
        GoalState.REACHED: _("You reached it"),
        GoalState.SET_ASIDE: _("Set aside for now"),
    }
    return {
        "words": goal.words,
        "state": states[goal.state],
        "reached": goal.state is GoalState.REACHED,
        "steps": steps,
    }


def _action(step: ActionLine, today: dt.date, names: dict[ActionOwner, str]) -> dict[str, Any]:
    when = ""
    if step.state is ActionState.DONE and step.settled_on:
        when = _("done %(when)s") % {"when": day_said(step.settled_on, today)}
    elif step.state is ActionState.DROPPED:
        when = _("no longer needed")
    elif step.due_on:
        when = _("by %(day)s") % {"day": date_said(step.due_on, with_year=False)}
    return {
        "id": step.id,
        "words": step.words,
        "who": names.get(step.owner, step.owner_words),
        "when": when,
        "done": step.state is ActionState.DONE,
        "dropped": step.state is ActionState.DROPPED,
        "yours": step.owner is ActionOwner.PERSON and step.state is not ActionState.DROPPED,
    }


@require_POST
@by_own_link
@sensitive_variables("token")
def tick(request: Request, token: str, own: OwnPage, action_id: UUID) -> HttpResponse:
    """The person says that something of theirs is done, or not yet."""
    to = ActionState.TO_DO if "again" in request.POST else ActionState.DONE
    actions.settle_action(action_id=action_id, to=to, by=own.viewer, at=request.at)
    messages.success(request, _("Noted.") if to is ActionState.TO_DO else _("Well done."))
    return redirect("mine:open", token)


@require_POST
@by_own_link
@sensitive_variables("token")
def comment(request: Request, token: str, own: OwnPage, plan_id: UUID) -> HttpResponse:
    """The person writes a few words, which wait for their worker."""
    form = CommentForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.comment_on_plan(
            plan_id=plan_id, words=form.cleaned_data["words"], by=own.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Thank you. Your words are with the person who supports you."))
        return redirect("mine:open", token)
    return own_page(request, "plan/mine/write.html", own, token, {"form": form, "plan_id": plan_id}, 422)


@require_safe
@by_own_link
@sensitive_variables("token")
def on_paper(request: Request, token: str, own: OwnPage) -> HttpResponse:
    """The plan to print or save, in large print where asked for."""
    shared = reads.own_plan(own.viewer, own.case_id, request.at)
    if shared is None:
        raise Http404
    today = timezone.localdate(request.at)
    values = {
        "section": sheet(shared, today, own.worker_name),
        "large": "large" in request.GET,
        "printed": date_said(today),
    }
    return own_page(request, "plan/mine/paper.html", own, token, values)


urlpatterns = [
    path("tick/<uuid:action_id>/", tick, name="tick"),
    path("write/<uuid:plan_id>/", comment, name="comment"),
    path("paper/", on_paper, name="paper"),
]
