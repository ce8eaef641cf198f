"""Portraits for those who read them: evaluators, managers, public advisers."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.evaluation.portraits import access, reads
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.reads.waiting import waiting
from linkwork.exchange.curtain import extracts_of
from linkwork.exchange.portrait_page.page import portrait_html
from linkwork.exchange.typst.portrait import portrait_pdf
from linkwork.exchange.typst.slides import slides_pdf
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.charts.saving import PICTURE, Illustration, address, saved
from linkwork.web.portraits import presenters
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.leaving import asks_first
from linkwork.web.shared.request import Request

TIMELINE = "timeline"
PDF, PAGE = "application/pdf", "text/html; charset=utf-8"


@require_GET
def home(request: Request) -> HttpResponse:
    """Which portraits and displays there are."""
    viewer = request.viewer
    waits = {one.id: one for one in waiting(viewer)}
    values = {
        "waits": [
            {"id": one.id, "title": one.title, "day": date_said(local_day(one.shared_at))}
            for one in waits.values()
        ],
        "portraits": [
            {
                "id": one.id,
                "title": one.title,
                "shared": one.shared_at is not None,
                "statements": one.statements,
                "waits": one.id in waits,
                "opinions": one.opinions,
            }
            for one in reads.portraits(viewer)
        ],
        "displays": [
            {
                "id": one.id,
                "title": one.title,
                "rows": one.rows,
                "frozen": date_said(local_day(one.frozen_at)) if one.frozen_at else "",
            }
            for one in reads.displays(viewer)
        ],
        "writes": access.may_write(viewer),
        "reviews": access.may_review(viewer),
    }
    return page(request, "portraits/home.html", values)


@require_GET
def read(request: Request, portrait_id: UUID) -> HttpResponse:
    """One portrait, to be read."""
    card = reads.portrait(request.viewer, portrait_id)
    today = local_day(request.at)
    drawn = presenters.timeline(card, today)
    if PICTURE in request.GET:
        return saved(request, {TIMELINE: Illustration(drawn)} if drawn else {})
    values = {
        "portrait": presenters.portrait(card, today),
        "save": address(TIMELINE),
        "writes": access.may_write(request.viewer),
        "reviews": access.may_review(request.viewer) and card.shared_at is not None,
        "printed": date_said(today),
    }
    return page(request, "portraits/read.html", values)


@require_http_methods(["GET", "POST"])
def pdf(request: Request, portrait_id: UUID) -> HttpResponse:
    """The same on paper; ?version= as it was kept."""
    return _paper(request, portrait_id, portrait_pdf, "portrait.pdf")


@require_http_methods(["GET", "POST"])
def html(request: Request, portrait_id: UUID) -> HttpResponse:
    """The same as one file of HTML to keep; ?version= as it was kept."""
    return _paper(request, portrait_id, _html, "portrait.html", PAGE)


@require_http_methods(["GET", "POST"])
def slides(request: Request, portrait_id: UUID) -> HttpResponse:
    """The same as slides; ?version= as it was kept."""
    return _paper(request, portrait_id, slides_pdf, "portrait-slides.pdf")


def _html(card: PortraitCard, programme: ProgrammeCard, today: dt.date) -> bytes:
    return portrait_html(card, programme, today, presenters.timeline(card, today))


def _paper(
    request: Request, portrait_id: UUID, make: Callable[..., bytes], name: str, kind: str = PDF
) -> HttpResponse:
    asked = request.GET.get("version", "")
    card = (
        reads.version(request.viewer, portrait_id, int(asked))
        if asked.isdecimal()
        else reads.portrait(request.viewer, portrait_id)
    )
    if asks := asks_first(request, extracts_of([card]), reverse("portraits:read", args=[portrait_id])):
        return asks
    made = make(card, programmes.programme(request.viewer), local_day(request.at))
    response = HttpResponse(made, content_type=kind)
    response["Content-Disposition"] = f'{"inline" if kind == PDF else "attachment"}; filename="{name}"'
    return response
