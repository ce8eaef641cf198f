"""The first page of the day: what needs me now, and the way to log a contact."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from linkwork.core.viewer import Role
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.today.presenters import OFFERS, by_person, gathered, heading


@require_GET
def home(request: Request) -> HttpResponse:
    """What presses most first; nothing is shown that needs somebody else, but what we wait for stands below."""
    offered = gathered(OFFERS, request.standing, request.at)
    items = [item for item in offered if not item.waits]
    return page(
        request,
        "today/home.html",
        {
            "day": date_format(timezone.localdate(request.at), pgettext("a day of this year", "l j F")),
            "heading": heading(len(items)),
            "count": len(items),
            "rows": by_person(items),
            "manages": request.viewer.has(Role.MANAGER),
            "waiting": [item for item in offered if item.waits],
        },
    )
