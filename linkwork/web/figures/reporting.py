"""The process-evaluation report of an extract as a file. From then on its figures count as out."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from linkwork.exchange.report.composing import compose
from linkwork.exchange.report.gathering import extracts_behind, gather
from linkwork.exchange.report.papers import html, pdf
from linkwork.exchange.word import DOCX, document
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.web.shared.request import Request

KINDS = {
    "docx": (DOCX, document),
    "pdf": ("application/pdf", pdf),
    "html": ("text/html; charset=utf-8", lambda report: html(report).encode()),
}


@require_POST
def report(request: Request, extract_id: UUID) -> HttpResponse:
    """The whole report in the page's language, as the kind of file that was asked for."""
    ending = request.POST.get("as", "")
    if ending not in KINDS:
        raise Http404
    card = extracts.extract(request.viewer, extract_id)
    actions.let_out(extract_ids=extracts_behind(request.viewer, card), by=request.viewer, at=request.at)
    today = localdate(request.at)
    media_type, made = KINDS[ending]
    answer = HttpResponse(made(compose(gather(request.viewer, card, today), today)), content_type=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="report.{ending}"'
    return answer
