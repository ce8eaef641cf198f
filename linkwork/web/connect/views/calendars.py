"""The worker's own calendar: a private address that their calendar asks for what is new."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from linkwork.connections import actions
from linkwork.exchange.mail.drawing import address
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
@sensitive_variables("token")
def calendar(request: Request) -> HttpResponse:
    """Make the address, which is shown once, or end it."""
    shown = ""
    if request.method == "POST" and "end" in request.POST:
        actions.end_calendar_links(by=request.viewer, at=request.at)
        messages.success(request, _("The address is ended. Your calendar gets nothing new from it."))
        return redirect("connect:calendar")
    if request.method == "POST":
        token = actions.make_calendar_link(by=request.viewer, at=request.at)
        shown = address("calendar:feed", token)
    return page(request, "connect/calendar.html", {"address": shown})
