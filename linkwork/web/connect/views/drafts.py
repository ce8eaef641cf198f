"""Going on with a draft."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.rules import State
from linkwork.directory import reads as directory
from linkwork.exchange import mail
from linkwork.web.connect.forms import SendForm
from linkwork.web.connect.looking import look
from linkwork.web.connect.new_page import About, fill_form, sent_sentence, values_of
from linkwork.web.connect.once import show_once
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def draft(request: Request, connection_id: UUID) -> HttpResponse:
    """What was begun stands there again; it is sent, or kept as it is now."""
    card = reads.connection(request.viewer, connection_id)
    if card.state is not State.DRAFT:
        return redirect("connect:detail", connection_id)
    case = cases.case(request.viewer, card.case_id)
    need = cases.need(request.viewer, card.need_id)
    about = About(case, need, directory.service(request.viewer, card.service_id))
    form = fill_form(request, about, card.kind, card)
    if request.method == "POST" and isinstance(form, SendForm):
        if "keep" in request.POST and form.is_begun():
            kept = carried_out(
                form,
                lambda: actions.change_draft(
                    connection_id=card.id, by=request.viewer, at=request.at, **form.begun()
                ),
            )
            if kept:
                messages.success(request, _("Kept as a draft."))
                return redirect("connect:detail", card.id)
        elif "keep" not in request.POST and form.is_valid():
            sent = carried_out(
                form,
                lambda: actions.finish_draft(
                    connection_id=card.id, by=request.viewer, at=request.at, **form.sent()
                ),
            )
            if isinstance(sent, actions.Sent):
                mail.deliver_waiting(request.at, request.viewer.programme)
                show_once(request, card.id, sent.token)
                messages.success(request, sent_sentence(form, about))
                return redirect("connect:detail", card.id)
    look(request, case.person_id)
    values = values_of(request, about, card.kind, form) | {"back": connection_id}
    return page(request, "connect/send.html", values, 400 if form.errors else 200)
