"""Connecting a need to a service, and what happens next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.rules import Owner, State
from linkwork.core.errors import Invalid
from linkwork.exchange import mail
from linkwork.web.connect import detail_page
from linkwork.web.connect.forms import AnswerForm, FollowUpForm, StepForm, posted
from linkwork.web.connect.looking import look
from linkwork.web.connect.once import show_once, shown_once
from linkwork.web.connect.ways import person_page
from linkwork.web.connect.words import STATES, where_it_stands
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET"])
def detail(request: Request, connection_id: UUID) -> HttpResponse:
    """Where a connection stands, its history, and what can be done now."""
    return _show(request, connection_id, AnswerForm())


def _show(request: Request, connection_id: UUID, form: AnswerForm, status: int = 200) -> HttpResponse:
    values = detail_page.values(request.viewer, connection_id, request.at)
    values["address"] = shown_once(request, connection_id)
    look(request, values["case"].person_id)
    return page(request, "connect/detail.html", values | {"answer_form": form}, status)


def _asked_state(to: str) -> State:
    try:
        return State(to)
    except ValueError:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
def step(request: Request, connection_id: UUID, to: str) -> HttpResponse:
    """One step: at once where nothing more is asked, on a page of its own otherwise."""
    state = _asked_state(to)
    card = reads.connection(request.viewer, connection_id)
    owners = detail_page.voices(card.state, state)
    form = StepForm(
        posted(request), to=state, begun=card.state is State.STARTED, owners=detail_page.asked(owners)
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data.get("told_by") or (owners[0].value if owners else Owner.WORKER.value)
        try:
            actions.move(
                connection_id=connection_id,
                to=state,
                told_by=Owner(told),
                by=request.viewer,
                at=request.at,
                **form.said(),
            )
        except Invalid as problem:
            form.refuse(problem.errors)
        else:
            mail.deliver_waiting(request.at, request.viewer.programme)
            messages.success(request, _("Kept."))
            return redirect("connect:detail", connection_id)
    look(request, cases.case(request.viewer, card.case_id).person_id)
    values = {"form": form, "card": card, "title": STATES[state]}
    values["stands"] = where_it_stands(card, timezone.localdate(request.at))
    return page(request, "connect/step.html", values, 400 if form.errors else 200)


@require_POST
def chase(request: Request, connection_id: UUID) -> HttpResponse:
    """Ask the partner again."""
    token = actions.chase(connection_id=connection_id, by=request.viewer, at=request.at)
    mail.deliver_waiting(request.at, request.viewer.programme)
    show_once(request, connection_id, token)
    messages.success(request, _("Asked again."))
    return redirect("connect:detail", connection_id)


@require_POST
def link(request: Request, connection_id: UUID) -> HttpResponse:
    """A new link in place of the old ones, or none at all."""
    if "close" in request.POST:
        actions.revoke_links(connection_id=connection_id, by=request.viewer, at=request.at)
        messages.success(request, _("The partner’s link is closed."))
    else:
        token = actions.renew_link(connection_id=connection_id, by=request.viewer, at=request.at)
        show_once(request, connection_id, token)
    return redirect("connect:detail", connection_id)


@require_POST
def noted(request: Request, connection_id: UUID) -> HttpResponse:
    """The answer has been read."""
    actions.note_news(connection_id=connection_id, by=request.viewer, at=request.at)
    return redirect("connect:detail", connection_id)


@require_POST
def answer(request: Request, question_id: UUID) -> HttpResponse:
    """Answer a partner's question."""
    form = AnswerForm(request.POST)
    connection_id = UUID(request.POST.get("connection", "")) if request.POST.get("connection") else None
    if connection_id is None:
        raise Http404
    if not form.is_valid():
        return _show(request, connection_id, form, 400)
    actions.answer_question(
        question_id=question_id, answer=form.cleaned_data["answer"], by=request.viewer, at=request.at
    )
    mail.deliver_waiting(request.at, request.viewer.programme)
    messages.success(request, _("Your answer is on the partner’s page."))
    return redirect("connect:detail", connection_id)


@require_http_methods(["GET", "POST"])
def follow_up(request: Request, connection_id: UUID) -> HttpResponse:
    """How it went, as the person says."""
    card = reads.connection(request.viewer, connection_id)
    form = FollowUpForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            _keep_follow_up(request, connection_id, form)
        except Invalid as problem:
            form.refuse(problem.errors)
        else:
            messages.success(request, _("Kept. Thank you for asking."))
            return redirect("connect:detail", connection_id)
    look(request, cases.case(request.viewer, card.case_id).person_id)
    values: dict[str, Any] = {"form": form, "card": card, "note": ""}
    values["person_url"] = person_page(card.case_id)
    values["stands"] = where_it_stands(card, timezone.localdate(request.at))
    return page(request, "connect/follow_up.html", values, 400 if form.errors else 200)


def _keep_follow_up(request: Request, connection_id: UUID, form: FollowUpForm) -> None:
    until = form.later()
    if until:
        actions.postpone(connection_id=connection_id, until=until, by=request.viewer, at=request.at)
        return
    actions.follow_up(connection_id=connection_id, by=request.viewer, at=request.at, **form.said())
