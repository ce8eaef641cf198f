"""The partner's page. Opening writes an access row and nothing else; every answer is a button."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.connections import actions, reads
from linkwork.connections.rules import State
from linkwork.core.errors import Invalid, Refused
from linkwork.trail import actions as trail
from linkwork.web.connect.forms import StepForm, posted
from linkwork.web.reply import presenters
from linkwork.web.reply.forms import QuestionForm
from linkwork.web.reply.presenters import LABELS
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_safe
@sensitive_variables("token")
def open_link(request: Request, token: str) -> HttpResponse:
    """Who asks, what for, what the person agreed to share, and the answers."""
    try:
        found = reads.reply_page(token, request.at)
    except Refused:
        return closed(request)
    return _show(request, token, found, QuestionForm())


def _show(
    request: Request, token: str, found: reads.ReplyPage, form: QuestionForm, status: int = 200
) -> HttpResponse:
    trail.look(by=found.viewer, at=request.at, page="reply:open", person_id=found.person_id)
    values = presenters.values(found, request.at)
    return page(request, "reply/open.html", values | {"token": token, "form": form}, status)


def closed(request: Request) -> HttpResponse:
    """The same page for every link that does not open: it gives nothing away."""
    return page(request, "reply/closed.html", {}, 404)


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def say(request: Request, token: str, to: str) -> HttpResponse:
    """One answer: at once where nothing more is asked, on a page of its own otherwise."""
    try:
        found, state = reads.reply_page(token, request.at), State(to)
    except Refused:
        return closed(request)
    except ValueError:
        raise Http404 from None
    if state not in found.may_say:
        messages.info(request, _("That has been answered already."))
        return redirect("reply:open", token)
    form = StepForm(posted(request), to=state, begun=found.connection.state is State.STARTED)
    if request.method == "POST" and _kept(request, found, state, form):
        messages.success(
            request, _("Thank you. %(programme)s sees your answer.") % {"programme": found.programme.name}
        )
        return redirect("reply:open", token)
    shown = presenters.values(found, request.at) | {"token": token, "form": form, "label": LABELS[state]}
    return page(request, "reply/say.html", shown, 400 if form.errors else 200)


def _kept(request: Request, found: reads.ReplyPage, state: State, form: StepForm) -> bool:
    """Whether the answer was kept; what is missing is then in the form."""
    if not form.is_valid():
        return False
    try:
        actions.move(
            connection_id=found.connection.id, to=state, by=found.viewer, at=request.at, **form.said()
        )
    except Invalid as problem:
        form.refuse(problem.errors)
        return False
    return True


@require_POST
@sensitive_variables("token")
def ask(request: Request, token: str) -> HttpResponse:
    """A question to the worker."""
    try:
        found = reads.reply_page(token, request.at)
    except Refused:
        return closed(request)
    if found.withheld or not found.connection.is_open:
        return redirect("reply:open", token)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _show(request, token, found, form, 400)
    actions.ask_question(
        connection_id=found.connection.id, words=form.cleaned_data["words"], by=found.viewer, at=request.at
    )
    messages.success(request, _("Your question is on its way. The answer will stand on this page."))
    return redirect("reply:open", token)
