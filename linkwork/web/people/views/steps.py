"""The small steps on a person's page: each one form, one action, and back to the page."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import How, Purpose
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.states import CaseState
from linkwork.connections import actions as connections
from linkwork.exchange import mail
from linkwork.trail import actions as trail
from linkwork.web.people.forms import ConsentForm, FollowUpForm, NeedForm, SayForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

A_WEEK = dt.timedelta(days=7)


def _step(
    request: Request, case_id: UUID, form: Form, title: str, step: str, act: Callable[[], object]
) -> HttpResponse:
    """A page with one form about a person; done, back to the person."""
    case = reads.case(request.viewer, case_id)
    if request.method == "POST" and form.is_valid() and carried_out(form, act):
        messages.success(request, _("Kept."))
        return redirect("people:person", case_id)
    match = request.resolver_match
    trail.look(
        by=request.viewer, at=request.at, page=match.view_name if match else "", person_id=case.person_id
    )
    values = {"case": case, "form": form, "title": title, "step": step}
    return page(request, "people/step.html", values, 422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def need_add(request: Request, case_id: UUID) -> HttpResponse:
    """Another need."""
    form = NeedForm(request.POST or None)
    return _step(
        request,
        case_id,
        form,
        _("A need"),
        _("Add the need"),
        lambda: actions.add_need(
            case_id=case_id,
            term=form.cleaned_data["term"],
            words=form.cleaned_data["said"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_http_methods(["GET", "POST"])
def say(request: Request, case_id: UUID) -> HttpResponse:
    """What matters now, or what will be done."""
    form = SayForm(request.POST or None)
    return _step(
        request,
        case_id,
        form,
        _("In their words"),
        _("Keep"),
        lambda: actions.add_statement(
            case_id=case_id,
            kind=StatementKind(form.cleaned_data["kind"]),
            words=form.cleaned_data["said"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_http_methods(["GET", "POST"])
def follow_up_set(request: Request, case_id: UUID) -> HttpResponse:
    """A promise for a day."""
    start = {"due_on": timezone.localdate(request.at) + A_WEEK}
    form = FollowUpForm(request.POST or None, initial=start)
    return _step(
        request,
        case_id,
        form,
        _("Follow up"),
        _("Remind me"),
        lambda: actions.set_follow_up(
            case_id=case_id,
            due_on=form.cleaned_data["due_on"],
            about=form.cleaned_data["about"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_http_methods(["GET", "POST"])
def consent(request: Request, case_id: UUID) -> HttpResponse:
    """What the person agrees to."""
    form = ConsentForm(request.POST or None)
    return _step(
        request,
        case_id,
        form,
        _("What they agree to"),
        _("They agree"),
        lambda: actions.give_consent(
            case_id=case_id,
            purpose=Purpose(form.cleaned_data["purpose"]),
            recipient=form.cleaned_data["recipient"],
            expires_on=form.cleaned_data["expires_on"],
            how=How(form.cleaned_data["how"] or How.SAID),
            given_on=form.cleaned_data["given_on"],
            words=form.cleaned_data["said"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_POST
def consent_end(request: Request, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """The person says no from now on: what consent carried stops, and the partners hear of it."""
    stopped = connections.take_back_consent(consent_id=consent_id, by=request.viewer, at=request.at)
    if stopped:
        mail.deliver_waiting(request.at, request.viewer.programme)
    messages.success(request, _taken_back(stopped))
    return redirect("people:about", case_id)


def _taken_back(stopped: int) -> str:
    if not stopped:
        return _("Taken back. Nothing more is shared.")
    told = ngettext(
        "Taken back. One connection is called off and a letter tells the partner. No address? Then call them.",
        "Taken back. %(num)s connections are called off and letters tell the partners. No address? Then call.",
        stopped,
    )
    return told % {"num": stopped}


@require_POST
def need_met(request: Request, need_id: UUID) -> HttpResponse:
    """The need is met, as the person sees it."""
    case_id = reads.need(request.viewer, need_id).case_id
    actions.meet_need(need_id=need_id, by=request.viewer, at=request.at)
    messages.success(request, _("Good. The need is met."))
    return redirect("people:person", case_id)


@require_POST
def follow_up_done(request: Request, follow_up_id: UUID) -> HttpResponse:
    """What was promised is done."""
    case_id = reads.follow_up(request.viewer, follow_up_id).case_id
    actions.finish_follow_up(follow_up_id=follow_up_id, by=request.viewer, at=request.at)
    messages.success(request, _("Done."))
    return redirect("people:person", case_id)


@require_POST
def rest(request: Request, case_id: UUID) -> HttpResponse:
    """Let the case rest, or go on with one that rested."""
    case = reads.case(request.viewer, case_id)
    step = actions.resume_case if case.state is CaseState.PAUSED else actions.pause_case
    step(case_id=case_id, by=request.viewer, at=request.at)
    return redirect("people:person", case_id)
