"""Looking at the site before it goes out, and taking it along."""

import io

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from linkwork.evaluation.toolkit import actions, reads
from linkwork.evaluation.toolkit.rules.site import build_site
from linkwork.exchange.site.around import FEED
from linkwork.exchange.site.building import extracts_behind, sites
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.languages import EVERY
from linkwork.exchange.site.papers.files import papers
from linkwork.exchange.site.writer import KINDS, draw_file, standing_file, write_zip
from linkwork.extracts import actions as extracts
from linkwork.web.shared.days import local_day
from linkwork.web.shared.request import Request

HISTORY = "versions"


@require_POST
def download(request: Request) -> HttpResponse:
    """The whole site as a zip, to unpack anywhere; what is new since the last one makes it another version."""
    extracts.let_out(extract_ids=extracts_behind(request.viewer), by=request.viewer, at=request.at)
    number = actions.issue(by=request.viewer, at=request.at)
    main = get_language() or EVERY[0]
    languages = (main, *(code for code in EVERY if code != main))
    made = sites(request.viewer, languages, request.standing.programme)
    target = io.BytesIO()
    on = local_day(request.at)
    sheets = papers(request.viewer, made[main].about, languages, number, on)
    write_zip(made, target, Built(on, languages, number, papers=sheets))
    response = HttpResponse(target.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="toolkit.zip"'
    return response


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
