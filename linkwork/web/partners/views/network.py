"""Who works with whom: a matrix, a picture, and whom only one worker knows."""

import datetime as dt

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linkwork.exchange.pictures.files import svg_text
from linkwork.partnerships import reads
from linkwork.partnerships.rules import knots
from linkwork.web.partners import network as drawing
from linkwork.web.partners.forms import PeriodForm
from linkwork.web.shared.days import local_day
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

A_YEAR = dt.timedelta(days=365)


@require_GET
def network(request: Request) -> HttpResponse:
    """The year until today, or another time."""
    first, last, form = _period(request)
    found = knots(reads.ties(request.viewer, first, last))
    shares = reads.monthly_shares(request.viewer, first, last)
    values = drawing.values(found, shares, first, last)
    return page(request, "partners/network.html", values | {"form": form})


@require_GET
def as_file(request: Request) -> HttpResponse:
    """Worker, partner and practice as a table for a spreadsheet."""
    first, last, _form = _period(request)
    return csv_answer(drawing.as_rows(knots(reads.ties(request.viewer, first, last))), "network")


@require_GET
def picture(request: Request) -> HttpResponse:
    """The drawing as a file of its own."""
    first, last, _form = _period(request)
    chart = drawing.picture(knots(reads.ties(request.viewer, first, last)), first, last)
    answer = HttpResponse(svg_text(chart), content_type="image/svg+xml")
    answer["Content-Disposition"] = 'attachment; filename="network.svg"'
    return answer


def _period(request: Request) -> tuple[dt.date, dt.date, PeriodForm]:
    today = local_day(request.at)
    form = PeriodForm(request.GET or None)
    given = form.cleaned_data if form.is_valid() else {}
    last = given.get("last") or today
    first = given.get("first") or last - A_YEAR
    return first, last, PeriodForm(initial={"first": first, "last": last})
