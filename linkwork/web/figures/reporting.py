"""The process-evaluation report of an extract as a file, made beside the pages: see `errands.kinds.report`."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from linkwork.errands.kinds import REPORT
from linkwork.errands.kinds.report import PAPERS
from linkwork.extracts import reads as extracts
from linkwork.web.shared.errands import asked, on_the_way
from linkwork.web.shared.request import Request


@require_POST
def report(request: Request, extract_id: UUID) -> HttpResponse:
    """The whole report in the page's language, as the kind of file that was asked for; or how far it is."""
    ending = request.POST.get("as", "")
    if ending not in PAPERS:
        raise Http404
    card = extracts.extract(request.viewer, extract_id)
    given = {"extract": str(extract_id), "as": ending}
    return on_the_way(request, asked(request, REPORT, given, about=card.name))
