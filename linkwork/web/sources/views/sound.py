"""The recording of a talk: only through a page that asks who listens, in the parts a player asks for."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.studies import reads
from linkwork.exchange.recordings import keeping
from linkwork.web.shared.request import Request
from linkwork.web.sources.forms import SoundForm
from linkwork.web.sources.views.speakers import drawn


@require_GET
def sound(request: Request, source_id: UUID) -> HttpResponseBase:
    """The recording, or the part of it that was asked for."""
    card = reads.recording(request.viewer, source_id)
    path = keeping.folder_of(request.viewer.programme) / card.stored if card else None
    if card is None or path is None or not path.is_file():
        raise NotFound(_("There is no recording of this source."))
    try:
        asked = keeping.asked_part(request.headers.get("Range", ""), card.size)
    except Refused:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{card.size}"})
    answer: HttpResponseBase
    if asked is None:
        answer = FileResponse(path.open("rb"), content_type=card.media_type)
    else:
        first, last = asked
        answer = StreamingHttpResponse(
            keeping.part(path, first, last), status=206, content_type=card.media_type
        )
        answer.headers["Content-Range"] = f"bytes {first}-{last}/{card.size}"
        answer.headers["Content-Length"] = str(last - first + 1)
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Content-Disposition"] = "inline"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def sound_keep(request: Request, source_id: UUID) -> HttpResponse:
    """Keep a recording beside its transcript."""
    form = SoundForm(request.POST, request.FILES)
    source = reads.source(request.viewer, source_id)
    if form.is_valid():
        file = form.cleaned_data["sound"]
        try:
            keeping.keep(
                file.chunks(), file.name or "", source_id=source.id, by=request.viewer, at=request.at
            )
            messages.success(request, _("The recording is kept."))
            return redirect("sources:speakers", source_id)
        except Refused as refusal:
            form.add_error("sound", refusal.reason)
    return drawn(request, source, form)


@require_POST
def sound_drop(request: Request, source_id: UUID) -> HttpResponse:
    """Take the recording away."""
    keeping.drop(source_id=source_id, by=request.viewer, at=request.at)
    messages.success(request, _("The recording is taken away."))
    return redirect("sources:speakers", source_id)
