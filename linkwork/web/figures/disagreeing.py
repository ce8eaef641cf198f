"""Where marks and days disagree about which contact came first."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linkwork.evaluation.indicators import reads as indicators
from linkwork.extracts import reads as extracts
from linkwork.web.figures import presenters
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def disagreements(request: Request, extract_id: UUID) -> HttpResponse:
    """The contacts whose mark and day disagree."""
    card = extracts.extract(request.viewer, extract_id)
    found = indicators.disagreements(request.viewer, extract_id)
    values = {"extract": presenters.head(card), "rows": presenters.disagreement_rows(found)}
    return page(request, "figures/disagreements.html", values)
