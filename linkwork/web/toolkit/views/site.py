"""Looking at the site before it goes out, and taking it along."""

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from linkwork.errands.kinds import TOOLKIT
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.rules.site import build_site
from linkwork.exchange.site.around import FEED
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.languages import EVERY
from linkwork.exchange.site.writer import KINDS, draw_file, standing_file
from linkwork.web.shared.days import local_day
from linkwork.web.shared.errands import asked, on_the_way
from linkwork.web.shared.request import Request

HISTORY = "versions"


@require_POST
def download(request: Request) -> HttpResponse:
    """The whole site as a zip, to unpack anywhere; or how far it is. What is new makes another version."""
    return on_the_way(request, asked(request, TOOLKIT, {}))


@require_GET
def preview(request: Request, file: str) -> HttpResponse:
    """One file of the site as it would go out. Raises Http404 where the site has no such file."""
    kind = KINDS.get(file.rpartition(".")[2])
    drawn = standing_file(file)
    if drawn is None and kind is not None:
        # A page may ask few questions: those of the history need it, and nothing that lies behind the advice.
        old = file.startswith((HISTORY, FEED))
        history = reads.versions(request.viewer) if old else []
        found = reads.edition(request.viewer, request.standing.programme, behind=not old)
        site = build_site(found, history)
        built = Built(local_day(request.at), (get_language() or EVERY[0],), offline=False)
        drawn = draw_file(site, file, built)
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type=kind)
