"""The team: how many people each has, and whether somebody looks after those who look after others."""

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.http import require_GET

from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import presenters
from linkwork.web.team.tabs import tabs
from linkwork.workforce import access, reads

MOST = 8


@require_GET
def home(request: Request) -> HttpResponse:
    """Caseloads, gaps in supervision, and what one has agreed to do; a worker sees their own."""
    viewer, today = request.viewer, local_day(request.at)
    values = {
        "tabs": tabs(viewer, "team:home"),
        "chart": presenters.loads_chart(viewer, translation.get_language_bidi()),
        "gaps": presenters.gap_page(viewer, today, most=MOST),
        "agreed": [
            {
                "id": one.id,
                "what": one.what,
                "when": date_said(one.due_on, with_year=one.due_on.year != today.year),
                "late": one.due_on < today,
            }
            for one in reads.agreed_by(viewer)
        ],
        "all": access.may_see_all(viewer),
        "plans": presenters.plans_to_approve(request.standing),
    }
    return page(request, "team/home.html", values)
