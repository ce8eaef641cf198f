"""Raising a safeguarding concern, and what its author and the leads do about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions, reads
from linkwork.casework.access import check_may_raise_concern
from linkwork.casework.reads.safeguarding import PAGE
from linkwork.casework.rules.safeguarding import RiskAnswer
from linkwork.core.errors import NotFound
from linkwork.exchange import mail
from linkwork.trail import actions as trail
from linkwork.web.safety import presenters
from linkwork.web.safety.forms import (
    AccountForm,
    AskedForm,
    DecideForm,
    SomebodyForm,
    ToldForm,
    WordsForm,
    known,
)
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request

LONGEST_WHY = 300


@require_GET
def home(request: Request) -> HttpResponse:
    """The viewer's own concerns, for a lead all of them; and what was asked about notes."""
    closed = request.GET.get("show") == "closed"
    found = reads.concerns(request.viewer, closed=closed, after=_id(request, "after"))
    values = {
        "lines": [presenters.line(card, request.at) for card in found],
        "closed": closed,
        "next": found[-1].id if len(found) == PAGE else None,
        "questions": [presenters.question(card, request.at) for card in reads.risk_questions(request.viewer)],
    }
    return page(request, "safety/home.html", values)


@require_http_methods(["GET", "POST"])
def somebody(request: Request) -> HttpResponse:
    """A concern about somebody who is nobody's case."""
    check_may_raise_concern(request.viewer)
    form = SomebodyForm(request.POST or None)
    return _raise(request, form, None, "")


@require_http_methods(["GET", "POST"])
def new(request: Request, case_id: UUID) -> HttpResponse:
    """A concern about a person. `?question=` is the question about a note that led here, `?why=` a first sentence."""
    check_may_raise_concern(request.viewer)
    case = reads.case(request.viewer, case_id)
    form = AccountForm(request.POST or None, initial={"opinion": request.GET.get("why", "")[:LONGEST_WHY]})
    return _raise(request, form, case_id, case.name)


def _raise(request: Request, form: AccountForm, case_id: UUID | None, name: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        concern_id = carried_out(
            form,
            lambda: actions.raise_concern(
                account=form.account(),
                case_id=case_id,
                about=form.cleaned_data.get("about", ""),
                by=request.viewer,
                at=request.at,
            ),
        )
        if concern_id:
            _answered(request)
            mail.deliver_waiting(request.at, request.viewer.programme)
            messages.success(request, _("Your concern is kept. Only you and the safeguarding leads see it."))
            return redirect("safety:concern", concern_id)
    values = {"form": form, "name": name, "case_id": case_id, "title": _("A safeguarding concern")}
    return page(request, "safety/account.html", values, 422 if form.errors else 200)


def _answered(request: Request) -> None:
    """The concern answers the question that led to it, where there was one and it still waits."""
    question_id = _id(request, "question")
    if question_id is None:
        return
    try:
        asked = reads.risk_question(request.viewer, question_id)
    except NotFound:
        return
    if asked.answer is None:
        actions.answer_risk(
            question_id=question_id, answer=RiskAnswer.CONCERN, by=request.viewer, at=request.at
        )


@require_http_methods(["GET", "POST"])
def asked(request: Request, question_id: UUID) -> HttpResponse:
    """Does this note need a concern? Yes leads to the form; no is kept with a few words."""
    card = reads.risk_question(request.viewer, question_id)
    form = AskedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.answer_risk(
            question_id=question_id,
            answer=RiskAnswer.NONE,
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        )
        messages.success(request, _("Kept: no concern."))
        return redirect("people:person", card.case_id)
    trail.look(by=request.viewer, at=request.at, page="people:log", person_id=card.person_id)
    values = {"form": form, "asked": presenters.question(card, request.at)}
    return page(request, "safety/asked.html", values)


@require_GET
def concern(request: Request, concern_id: UUID) -> HttpResponse:
    """A concern whole. Opening it leaves an access row of its own, not one at the person's record."""
    card = reads.concern(request.viewer, concern_id)
    _look(request, concern_id)
    values = presenters.whole(card, request.at) | {"concern_id": concern_id, "case_id": card.line.case_id}
    return page(request, "safety/concern.html", values)


@require_http_methods(["GET", "POST"])
def more(request: Request, concern_id: UUID) -> HttpResponse:
    """Another account beside the older ones."""
    card = reads.concern(request.viewer, concern_id)
    form = AccountForm(request.POST or None, initial=known(card.accounts[-1].account))
    if request.method == "POST" and form.is_valid():
        kept = carried_out(
            form,
            lambda: actions.add_account(
                concern_id=concern_id, account=form.account(), by=request.viewer, at=request.at
            ),
        )
        if kept:
            messages.success(request, _("Kept beside what was written before."))
            return redirect("safety:concern", concern_id)
    _look(request, concern_id)
    values = {
        "form": form,
        "name": "",
        "case_id": None,
        "title": _("What is known now"),
        "concern_id": concern_id,
    }
    return page(request, "safety/account.html", values, 422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def told(request: Request, concern_id: UUID) -> HttpResponse:
    """Who was told, and when."""
    now = timezone.localtime(request.at)
    form = ToldForm(request.POST or None, initial={"day": now.date(), "time": now.time()})
    return _step(
        request,
        concern_id,
        form,
        (_("Who was told"), _("Keep")),
        lambda: actions.note_told(
            concern_id=concern_id,
            told=form.cleaned_data["told"],
            told_at=form.moment(),
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_http_methods(["GET", "POST"])
def acknowledge(request: Request, concern_id: UUID) -> HttpResponse:
    """A lead takes it on."""
    label = _("What will you do first?")
    return _worded(request, concern_id, actions.acknowledge_concern, label, _("Take it on"), required=False)


@require_http_methods(["GET", "POST"])
def decide(request: Request, concern_id: UUID) -> HttpResponse:
    """What is done about it, and why."""
    form = DecideForm(request.POST or None)
    return _step(
        request,
        concern_id,
        form,
        (_("Decide"), _("Decide")),
        lambda: actions.decide_concern(
            concern_id=concern_id,
            decision=form.chosen(),
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_http_methods(["GET", "POST"])
def close(request: Request, concern_id: UUID) -> HttpResponse:
    """End it."""
    label = _("What came of it, and of what they wanted?")
    return _worded(request, concern_id, actions.close_concern, label, _("Close the concern"))


@require_http_methods(["GET", "POST"])
def reopen(request: Request, concern_id: UUID) -> HttpResponse:
    """Open it again."""
    return _worded(request, concern_id, actions.reopen_concern, _("Why?"), _("Open it again"))


def _worded(
    request: Request,
    concern_id: UUID,
    act: Callable[..., None],
    label: str,
    go: str,
    required: bool = True,
) -> HttpResponse:
    form = WordsForm(request.POST or None, label=label, required=required)
    return _step(
        request,
        concern_id,
        form,
        (go, go),
        lambda: act(
            concern_id=concern_id, words=form.cleaned_data["words"], by=request.viewer, at=request.at
        ),
    )


def _step(
    request: Request, concern_id: UUID, form: Form, said: tuple[str, str], act: Callable[[], Any]
) -> HttpResponse:
    """A page with one form about a concern; done, back to it. `said`: the page's title and the button."""
    card = reads.concern(request.viewer, concern_id)
    if request.method == "POST" and form.is_valid() and carried_out(form, act):
        mail.deliver_waiting(request.at, request.viewer.programme)
        messages.success(request, _("Kept."))
        return redirect("safety:concern", concern_id)
    _look(request, concern_id)
    title, go = said
    who = presenters.line(card.line, request.at).who
    values = {"form": form, "concern_id": concern_id, "who": who, "title": title, "go": go}
    return page(request, "safety/step.html", values, 422 if form.errors else 200)


def _look(request: Request, concern_id: UUID) -> None:
    """An access row that points at the concern: one at the person's record would tell others that there is one."""
    name = request.resolver_match.view_name if request.resolver_match else "safety:concern"
    trail.look(by=request.viewer, at=request.at, page=name, person_id=concern_id)


def _id(request: Request, name: str) -> UUID | None:
    return id_in(request.GET.get(name, ""))
