"""The partner's page: times proposed, an appointment set, called off, and whether the person came."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from linkwork.connections import actions, reads
from linkwork.connections.reads import ReplyPage
from linkwork.core.errors import LinkworkError, Refused
from linkwork.exchange import mail
from linkwork.web.connect.forms import CameForm, ReasonForm, posted
from linkwork.web.reply.forms import DateForm, TimesForm
from linkwork.web.reply.presenters import values
from linkwork.web.reply.views import closed
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


def _found(request: Request, token: str, appointment_id: UUID | None = None) -> ReplyPage | None:
    """The page behind the link, where dates may be made: open, agreed to, and this appointment among its own."""
    try:
        found = reads.reply_page(token, request.at)
    except Refused:
        return None
    known = {card.id for card in found.appointments}
    fits = appointment_id is None or appointment_id in known
    return found if found.connection.is_open and not found.withheld and fits else None


def _asked(
    request: Request,
    token: str,
    form: Form,
    found: ReplyPage,
    label: str | Promise,
    act: Callable[[], Any],
) -> HttpResponse:
    """Ask what is needed; keep it, tell who is to know, and go back to the page."""
    if request.method == "POST" and form.is_valid():
        try:
            kept = carried_out(form, act)
        except Refused:
            return closed(request)
        except LinkworkError:  # the same form twice: what it asked for has been done
            messages.info(request, _("That has been answered already."))
            return redirect("reply:open", token)
        if kept:
            mail.deliver_waiting(request.at, found.programme.id)
            messages.success(
                request, _("Thank you. %(programme)s sees your answer.") % {"programme": found.programme.name}
            )
            return redirect("reply:open", token)
    shown = values(found, request.at) | {"token": token, "form": form, "label": label}
    return page(request, "reply/say.html", shown, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def times(request: Request, token: str) -> HttpResponse:
    """Up to three times for the person or their worker to choose from."""
    found = _found(request, token)
    if found is None:
        return closed(request)
    form = TimesForm(posted(request))
    return _asked(
        request,
        token,
        form,
        found,
        _("Propose a time"),
        lambda: actions.propose_times(
            connection_id=found.connection.id, by=found.viewer, at=request.at, **form.said()
        ),
    )


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def appointment(request: Request, token: str) -> HttpResponse:
    """An appointment at their own service."""
    found = _found(request, token)
    if found is None:
        return closed(request)
    form = DateForm(posted(request))
    return _asked(
        request,
        token,
        form,
        found,
        _("Set an appointment"),
        lambda: actions.set_appointment(
            connection_id=found.connection.id, by=found.viewer, at=request.at, **form.cleaned_data
        ),
    )


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def call_off(request: Request, token: str, appointment_id: UUID) -> HttpResponse:
    """It will not be."""
    found = _found(request, token, appointment_id)
    if found is None:
        return closed(request)
    form = ReasonForm(posted(request))
    return _asked(
        request,
        token,
        form,
        found,
        _("Call off the appointment"),
        lambda: actions.cancel_appointment(
            appointment_id=appointment_id, by=found.viewer, at=request.at, **form.cleaned_data
        ),
    )


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def came(request: Request, token: str, appointment_id: UUID) -> HttpResponse:
    """Whether the person came."""
    found = _found(request, token, appointment_id)
    if found is None:
        return closed(request)
    form = CameForm(posted(request))
    return _asked(
        request,
        token,
        form,
        found,
        _("Did they come?"),
        lambda: actions.note_attendance(
            appointment_id=appointment_id, by=found.viewer, at=request.at, **form.said()
        ),
    )
