"""A signpost: whether they went, and how they take its details along."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance
from linkwork.core.errors import Refused
from linkwork.directory import reads as directory
from linkwork.exchange import mail
from linkwork.web.connect.forms import FollowUpForm, posted
from linkwork.web.connect.looking import look
from linkwork.web.connect.ways import person_page
from linkwork.web.connect.words import signpost_sentence, told_in_a_text
from linkwork.web.shared.frame import page
from linkwork.web.shared.reaching import text_url
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def signpost(request: Request, signpost_id: UUID) -> HttpResponse:
    """A signpost, and whether they went."""
    card = reads.signpost(request.viewer, signpost_id)
    form = FollowUpForm(posted(request), signpost=True)
    if request.method == "POST" and form.is_valid():
        said = form.said()
        if said["went"] is not Attendance.WENT:
            said["outcome"] = None
        actions.follow_up_signpost(signpost_id=signpost_id, by=request.viewer, at=request.at, **said)
        messages.success(request, _("Kept. Thank you for asking."))
        return redirect("connect:signpost", signpost_id)
    case = cases.case(request.viewer, card.case_id)
    look(request, case.person_id)
    today = timezone.localdate(request.at)
    stands = signpost_sentence(card, today)
    values: dict[str, Any] = {"has_address": bool(case.email), "signpost": card.id}
    values |= {"form": form if card.went is None else None, "card": card, "stands": stands, "note": card.note}
    values["just_told"] = timezone.localdate(card.given_at) == today and not form.errors
    values["person_url"] = person_page(card.case_id)
    service = directory.service(request.viewer, card.service_id)
    values["text_url"] = text_url(case.phone, told_in_a_text(service)) if case.care.may_leave_words else ""
    return page(request, "connect/follow_up.html", values, 400 if form.errors else 200)


@require_POST
def signpost_send(request: Request, signpost_id: UUID) -> HttpResponse:
    """E-mail the service's public details to the person's own address."""
    try:
        actions.send_signpost(signpost_id=signpost_id, by=request.viewer, at=request.at)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("connect:signpost", signpost_id)
    mail.deliver_waiting(request.at, request.viewer.programme)
    messages.success(request, _("Sent to them. Nothing went to the service."))
    return redirect("connect:signpost", signpost_id)


@require_safe
def signpost_print(request: Request, signpost_id: UUID) -> HttpResponse:
    """The service's public details in large print, to hand over. No name is on the sheet."""
    card = reads.signpost(request.viewer, signpost_id)
    look(request, cases.case(request.viewer, card.case_id).person_id)
    service = directory.service(request.viewer, card.service_id)
    return page(request, "connect/print.html", {"service": service, "card": card})
