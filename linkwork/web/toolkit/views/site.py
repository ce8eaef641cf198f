"""Looking at the site before it goes out, and taking it along."""

import io

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.rules.edition import Edition
from linkwork.evaluation.toolkit.rules.site import build_site
from linkwork.exchange.site.writer import draw_page, standing_file, write_zip
from linkwork.web.shared.days import local_day
from linkwork.web.shared.request import Request

KINDS_OF_FILE = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8"}


@require_GET
def download(request: Request) -> HttpResponse:
    """The whole site as a zip, to unpack anywhere."""
    target = io.BytesIO()
    write_zip(build_site(_edition(request)), target, local_day(request.at))
    response = HttpResponse(target.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="toolkit.zip"'
    return response


@require_GET
def preview(request: Request, file: str) -> HttpResponse:
    """One file of the site as it would go out. Raises Http404 where the site has no such file."""
    kind = KINDS_OF_FILE.get(file.rpartition(".")[2])
    drawn = standing_file(file)
    if drawn is None and kind is not None:
        drawn = draw_page(build_site(_edition(request)), file, local_day(request.at))
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type=kind)


def _edition(request: Request) -> Edition:
    return reads.edition(request.viewer, request.standing.programme)
