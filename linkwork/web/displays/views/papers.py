"""A display as a file to take away."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.core.errors import NotFound
from linkwork.evaluation.portraits import reads
from linkwork.exchange.curtain import display_curtain, extracts_of
from linkwork.exchange.displays import FORMATS, compose, written
from linkwork.programmes import reads as programmes
from linkwork.web.shared.days import local_day
from linkwork.web.shared.leaving import asks_first
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def paper(request: Request, display_id: UUID, ending: str) -> HttpResponse:
    """The display as HTML, DOCX, PDF or XLSX: as much of it as may go out."""
    if ending not in FORMATS:
        raise NotFound(_("A joint display is not written as such a file."))
    card = reads.display(request.viewer, display_id)
    if asks := asks_first(request, extracts_of([card]), reverse("displays:display", args=[display_id])):
        return asks
    programme = programmes.programme(request.viewer)
    curtain = display_curtain(request.viewer, card)
    made, kind = written(compose(card, programme, curtain, local_day(request.at)), ending)
    response = HttpResponse(made, content_type=kind.media_type)
    name = f"{slugify(card.title) or 'joint-display'}.{kind.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
