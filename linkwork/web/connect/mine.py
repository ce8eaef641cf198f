"""What was arranged, on the person's own page: when to be where, which time fits, did you go, did it help."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework.reads import OwnPage
from linkwork.connections import actions, reads
from linkwork.connections.reads import OwnConnection
from linkwork.core.errors import IllegalStep, NotAllowed, NotFound
from linkwork.core.viewer import Viewer
from linkwork.exchange import mail
from linkwork.web.connect import own_page as own_values
from linkwork.web.connect.forms import TimeForm, posted
from linkwork.web.connect.forms.own import OwnWordForm
from linkwork.web.mine.door import by_own_link, own_page
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.request import Request


def mine_section(viewer: Viewer, case_id: UUID, at: dt.datetime) -> dict[str, Any] | None:
    """Appointments ahead and what was arranged; None where there is nothing. Four questions."""
    arranged, ahead = reads.own_page_values(viewer, case_id, at)
    if not arranged and not ahead:
        return None
    return own_values.section(arranged, ahead)


def _one(own: OwnPage, thing_id: UUID, at: dt.datetime) -> OwnConnection:
    found = {one.id: one for one in reads.own_connections(own.viewer, own.case_id, at)}
    if thing_id not in found:
        raise NotFound(_("There is no such connection."))
    return found[thing_id]


@require_http_methods(["GET", "POST"])
@by_own_link
@sensitive_variables("token")
def tell(request: Request, token: str, own: OwnPage, connection_id: UUID) -> HttpResponse:
    """Did you go, and did it help? Of something that was arranged."""
    form = OwnWordForm(posted(request))
    one = _one(own, connection_id, request.at)
    if request.method == "POST" and form.is_valid():
        return _kept(
            request,
            token,
            own,
            one,
            form,
            lambda: actions.tell(connection_id=one.id, by=own.viewer, at=request.at, **form.said()),
        )
    return _ask(request, token, own, one, form)


@require_http_methods(["GET", "POST"])
@by_own_link
@sensitive_variables("token")
def tell_signpost(request: Request, token: str, own: OwnPage, signpost_id: UUID) -> HttpResponse:
    """Did you go, and did it help? Of something you were told of."""
    form = OwnWordForm(posted(request))
    one = _one(own, signpost_id, request.at)
    if request.method == "POST" and form.is_valid():
        return _kept(
            request,
            token,
            own,
            one,
            form,
            lambda: actions.tell_of_signpost(signpost_id=one.id, by=own.viewer, at=request.at, **form.said()),
        )
    return _ask(request, token, own, one, form)


def _kept(
    request: Request, token: str, own: OwnPage, one: OwnConnection, form: OwnWordForm, act: Any
) -> HttpResponse:
    """Keep the answer once; the same form sent twice says that it is known."""
    try:
        kept = carried_out(form, act)
    except IllegalStep:
        messages.info(request, _("That has been answered already."))
        return redirect("mine:open", token)
    if not kept:
        return _ask(request, token, own, one, form)
    messages.success(request, _("Thank you for telling us."))
    return redirect("mine:open", token)


def _ask(request: Request, token: str, own: OwnPage, one: OwnConnection, form: OwnWordForm) -> HttpResponse:
    values = {"form": form, "name": one.service_name}
    return own_page(request, "connect/mine_tell.html", own, token, values, 400 if form.errors else 200)


@require_POST
@by_own_link
@sensitive_variables("token")
def time(request: Request, token: str, own: OwnPage, connection_id: UUID) -> HttpResponse:
    """Pick one of the proposed times, or say that none fits."""
    proposal = _one(own, connection_id, request.at).proposal
    if proposal is None:
        messages.info(request, _("That has been answered already."))
        return redirect("mine:open", token)
    form = TimeForm(request.POST, times=proposal.times)
    if not form.is_valid():
        messages.error(request, _("Choose one of the times, or say that none fits."))
        return redirect("mine:open", token)
    actions.choose_time(proposal_id=proposal.id, chosen=form.moment(), by=own.viewer, at=request.at)
    mail.deliver_waiting(request.at, own.programme.id)
    messages.success(request, _("Thank you. They are told."))
    return redirect("mine:open", token)


@require_POST
@by_own_link
@sensitive_variables("token")
def call_off(request: Request, token: str, own: OwnPage, connection_id: UUID) -> HttpResponse:
    """The person wants it no more."""
    try:
        actions.call_off(connection_id=connection_id, by=own.viewer, at=request.at)
    except (IllegalStep, NotAllowed):
        messages.info(request, _("That has been answered already."))
        return redirect("mine:open", token)
    mail.deliver_waiting(request.at, own.programme.id)
    messages.success(request, _("It is called off. They are told."))
    return redirect("mine:open", token)


urlpatterns: list[URLPattern] = [
    path("<uuid:connection_id>/tell/", tell, name="tell"),
    path("told/<uuid:signpost_id>/", tell_signpost, name="tell_signpost"),
    path("<uuid:connection_id>/time/", time, name="time"),
    path("<uuid:connection_id>/call-off/", call_off, name="call_off"),
]
