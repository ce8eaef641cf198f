"""What a calendar asks for: the worker's days, with initials only. It leaves no access row: it shows nobody."""

from django.http import Http404, HttpResponse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from linkwork.connections import reads
from linkwork.core.errors import Refused
from linkwork.exchange import ical
from linkwork.web.shared.request import Request


@require_safe
@sensitive_variables("token")
def feed(request: Request, token: str) -> HttpResponse:
    """The worker's days as iCalendar; 404 for every address that does not open."""
    try:
        programme, cards = reads.calendar(token, request.at)
    except Refused:
        raise Http404 from None
    response = HttpResponse(
        ical.feed(cards, programme, request.at), content_type="text/calendar; charset=utf-8"
    )
    response.headers["Cache-Control"] = "private, max-age=900"
    return response
