"""How far people got, and what was done: pages whose numbers open the lists they count."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linkwork.casework.reads import CountedPerson, Span
from linkwork.connections import reads
from linkwork.core.viewer import Role
from linkwork.web.people import counting, reporting
from linkwork.web.people.counting import SpanForm
from linkwork.web.people.leaving import leaving, shown
from linkwork.web.shared.days import date_said
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


def _asked(request: Request) -> tuple[SpanForm, Span]:
    today = timezone.localdate(request.at)
    form = SpanForm(request.GET or None)
    span = form.span(today)
    if not form.is_bound:
        form = SpanForm(initial={"first": span.first, "last": span.last})
    return form, span


def _said(span: Span) -> str:
    return _("%(first)s to %(last)s") % {"first": date_said(span.first), "last": date_said(span.last)}


@require_GET
def funnel(request: Request) -> HttpResponse:
    """Different people by how far they got; a worker sees their own."""
    form, span = _asked(request)
    found = reads.funnel(request.viewer, span)
    values = {
        "form": form,
        "period": _said(span),
        "steps": counting.step_lines(found),
        "chart": counting.funnel_chart(found, translation.get_language_bidi()),
        "anybody": found.steps["referred"] > 0,
        "all": request.viewer.has(Role.MANAGER),
        "report_url": counting.address("people:report", span),
    }
    return page(request, "people/funnel.html", values)


@require_GET
def counted(request: Request) -> HttpResponse:
    """The people behind a number."""
    _form, span = _asked(request)
    what = request.GET.get("what", "referred")
    found = reads.counted(request.viewer, what, span, id_in(request.GET.get("after", "")))
    more = {"what": what, "after": str(found.next)}
    values = {
        "lines": [_line(one) for one in found.rows],
        "period": _said(span),
        "next_url": counting.address("people:counted", span, **more) if found.next else "",
        "title": str(counting.STEPS[what][0]) if what in counting.STEPS else _("Behind this number"),
        "definition": str(counting.STEPS[what][1]) if what in counting.STEPS else "",
        "back": counting.address("people:funnel" if what in _OF_FUNNEL else "people:report", span),
    }
    return page(request, "people/counted.html", values)


_OF_FUNNEL = {*reads.STEPS, *reads.BESIDE}


def _line(one: CountedPerson) -> dict[str, str]:
    url = (
        reverse("people:person", args=[one.case_id])
        if one.case_id
        else reverse("people:referral", args=[one.referral_id])
    )
    return {"name": one.name, "more": one.worker_name or _("no case"), "url": url}


@require_GET
def report(request: Request) -> HttpResponse:
    """What was done in these days. On paper and as a file, small numbers are hidden."""
    form, span = _asked(request)
    values = {
        "form": form,
        "period": _said(span),
        "parts": reporting.report(request.viewer, span),
        "all": request.viewer.has(Role.MANAGER),
        "print_url": counting.address("people:report_print", span),
        "file_url": counting.address("people:report_file", span),
        "funnel_url": counting.address("people:funnel", span),
    }
    return page(request, "people/report.html", values)


@require_GET
def report_print(request: Request) -> HttpResponse:
    """The report as a sheet that may leave the house."""
    _form, span = _asked(request)
    values = {
        "period": _said(span),
        "parts": leaving(reporting.report(request.viewer, span)),
        "printed": date_said(timezone.localdate(request.at)),
        "back": counting.address("people:report", span),
    }
    return page(request, "people/report_print.html", values)


@require_GET
def report_file(request: Request) -> HttpResponse:
    """The report as a file that may leave the house: a row a number, each with what it means."""
    _form, span = _asked(request)
    rows = [[_("Table"), _("Row"), _("Measure"), _("Value"), _("What it means")]]
    for part in leaving(reporting.report(request.viewer, span)):
        for row in part.rows:
            for column, value in zip(part.columns, row.values, strict=True):
                rows.append([part.title, row.name, column, shown(value), part.definition])
    return csv_answer(rows, f"practice-{span.first}-{span.last}")
