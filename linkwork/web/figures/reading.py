"""The figures of one extract: what matters first, in pictures, then every figure with its definition."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from linkwork.core.errors import Refused
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.reads import ALWAYS, Figure, Span
from linkwork.exchange.pictures.of_figures import funnel_note
from linkwork.extracts import reads as extracts
from linkwork.instruments.indicators import Grouping
from linkwork.web.charts.saving import PICTURE, address, saved
from linkwork.web.figures import drawn, means, presenters
from linkwork.web.figures.forms import BreakdownForm, PeriodForm, RunForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.leaving import asks_first
from linkwork.web.shared.request import Request

LONGEST_WORDS = 100  # of what is looked for among the figures


@require_http_methods(["GET", "POST"])
def extract(request: Request, extract_id: UUID) -> HttpResponse:
    """The figures of one extract, broken down where that was asked; or one of its pictures as a file."""
    card = extracts.extract(request.viewer, extract_id)
    if PICTURE in request.GET:
        return _picture(request, extract_id)
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET"])
    days = PeriodForm(request.GET)
    asked = BreakdownForm(request.GET)
    by = asked.cleaned_data["by"] if asked.is_valid() else ""
    found, parts, span, refused = _of_days(request, extract_id, by, days.span)
    run = drawn.chosen_run(parts, request.GET.get("run", ""))
    pictures = drawn.pictures(request.viewer, found, parts, by, run)
    kept = {"by": by, "run": run} | {name: str(day or "") for name, day in vars(span).items()}
    typed = request.GET.get("q", "")[:LONGEST_WORDS]
    sought = presenters.with_words(found, typed)
    values = {
        "extract": presenters.head(card),
        "q": typed,
        "found": len(sought),
        "told": bool(found),
        "surveys": means.surveys(indicators.survey_scores_of(card, span)),
        "changes": means.changes(indicators.paired_outcomes_of(card, span)),
        "lead": presenters.lead(found),
        "sections": presenters.sections(sought),
        "pictures": {name: pictures[name].chart if name in pictures else None for name in drawn.NAMES},
        "save": {
            name: address(name, {key: value for key, value in kept.items() if value})
            if span == ALWAYS
            else ""
            for name in pictures
        },
        "period_form": days if request.GET else PeriodForm(),
        "form": BreakdownForm(initial=kept),
        "run_form": RunForm(initial=kept, choices=drawn.run_choices(parts)),
        "kept": kept,
        "of_days": span != ALWAYS,
        "funnel_note": funnel_note(),
        "months_hidden": drawn.hides_months(parts),
        "why_not": refused or parts.why_not,
        "table": presenters.table(parts.by, Grouping(by)) if parts.by else None,
    }
    return page(request, "figures/extract.html", values)


def _picture(request: Request, extract_id: UUID) -> HttpResponse:
    """A picture as a file, of what may leave. Of chosen days none does: beside the whole they could tell on a few."""
    if PeriodForm(request.GET).span != ALWAYS:
        raise Http404
    if asks := asks_first(request, [extract_id], reverse("figures:extract", args=[extract_id])):
        return asks
    asked = BreakdownForm(request.GET)
    by = asked.cleaned_data["by"] if asked.is_valid() else ""
    parts = drawn.parts_leaving(request.viewer, extract_id, by)
    run = drawn.chosen_run(parts, request.GET.get("run", ""))
    figures = indicators.leaving(request.viewer, extract_id)
    return saved(request, drawn.pictures(request.viewer, figures, parts, by, run))


def _of_days(
    request: Request, extract_id: UUID, by: str, span: Span
) -> tuple[list[Figure], drawn.Parts, Span, str]:
    """The figures of these days; of all days, and why, where the extract cannot tell these.

    The months are asked for first: the whole is counted with them.
    """
    parts = drawn.parts_of(request.viewer, extract_id, by, span)
    try:
        return indicators.figures(request.viewer, extract_id, span), parts, span, ""
    except Refused as refusal:
        if span == ALWAYS:
            raise
        return *_of_days(request, extract_id, by, ALWAYS)[:3], refusal.reason
