"""Who we work with, what is coming up, what we are asking for, what helps and hinders."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linkwork.partnerships import access, reads
from linkwork.partnerships.rules import AdvocacyState
from linkwork.web.partners import factors as drawn
from linkwork.web.partners import presenters
from linkwork.web.partners.listing import listed
from linkwork.web.partners.proposals import proposal_lines
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

FIRST = 5


@require_GET
def home(request: Request) -> HttpResponse:
    """Everything about partners on one page."""
    today = local_day(request.at)
    return page(
        request,
        "partners/home.html",
        {
            **listed(request.standing, request.GET, today),
            "meetings": presenters.meeting_lines(request.viewer, request.at),
            "advocacy": presenters.advocacy_lines(request.viewer, today),
            "factors": [drawn.line(card, today) for card in reads.factors(request.viewer, most=FIRST)],
            "may_manage": access.may_manage(request.viewer),
            "may_write": access.may_write(request.viewer),
            "dots": presenters.dots,
            "tries_said": presenters.tries_said,
        },
    )


@require_GET
def asking(request: Request) -> HttpResponse:
    """Everything that is asked for, and what could be asked once for all."""
    today = local_day(request.at)
    cards = reads.advocacy_actions(request.viewer, tuple(AdvocacyState), most=300)
    return page(
        request,
        "partners/asking.html",
        {
            "open": [
                presenters.advocacy_line(one, today) for one in cards if one.state is AdvocacyState.OPEN
            ],
            "settled": [
                presenters.advocacy_line(one, today) for one in cards if one.state is not AdvocacyState.OPEN
            ],
            "proposals": proposal_lines(request.viewer),
            "may_write": access.may_write(request.viewer),
            "may_manage": access.may_manage(request.viewer),
            "dots": presenters.dots,
            "tries_said": presenters.tries_said,
        },
    )
