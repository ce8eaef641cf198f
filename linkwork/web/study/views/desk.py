"""The coding desk: read a text a strip at a time, and see what is coded where."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.strips import SIZE, Strip
from linkwork.evaluation.studies import reads as studies
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.forms import CodeForm
from linkwork.web.study.presenters import desk as present
from linkwork.web.study.presenters import strips
from linkwork.web.study.presenters.codes import classes
from linkwork.web.study.views.answers import look, number, whole_desk


@require_GET
def desk(request: Request, source_id: UUID) -> HttpResponse:
    """One source on the desk, from the place `at` on."""
    found = strips.opened(request.viewer, source_id, look(request))
    book = reads.codebook(request.viewer, found.source.study_id)
    return whole_desk(request, found, book, CodeForm(book=book))


@require_GET
def strip(request: Request, source_id: UUID) -> HttpResponse:
    """One strip of the text, by its number `n`, with the codings on it: for scrolling."""
    seen = look(request)
    size = seen.size or SIZE
    source, piece = strips.strip_numbered(request.viewer, source_id, max(0, number(request, "n")), size)
    book = reads.codebook(request.viewer, source.study_id)
    drawn = strips.drawn(request.viewer, source, [piece], seen.narrow, book)
    return page(request, "study/desk/pieces.html", {"strips": drawn, "source_id": source_id})


@require_GET
def passage(request: Request, source_id: UUID) -> HttpResponse:
    """The codings that lie on one place of the text, for the side of the desk."""
    place = max(0, number(request, "at"))
    source = studies.source_part(request.viewer, source_id, place, 1)
    book = reads.codebook(request.viewer, source.study_id)
    on = reads.codings_between(request.viewer, source, place, place + 1, book=book)
    start = min((card.start for card in on), default=0)
    end = max((card.end for card in on), default=1)
    part = studies.source_part(request.viewer, source_id, start, end - start)
    piece = Strip(0, start, end, part.part)
    rows = present.coding_rows(request.viewer, source, piece, on, book)
    values = {"codings": rows, "source_id": source_id, "place": place}
    return page(request, "study/desk/passage.html", values)


@require_GET
def near(request: Request, source_id: UUID) -> HttpResponse:
    """The next coding of the text after the place `from`, or the previous one (`way`)."""
    source = studies.source_line(request.viewer, source_id)
    seen = look(request)
    here = _id(request.GET.get("beside", ""))
    forwards = request.GET.get("way") != "previous"
    card = reads.near(request.viewer, source, number(request, "from"), forwards, here, seen.narrow)
    if request.headers.get("X-Desk"):
        return JsonResponse({"id": str(card.id), "start": card.start, "end": card.end} if card else {})
    address = reverse("study:desk", args=[source_id])
    place = card.start if card else max(0, number(request, "from"))
    return redirect(f"{address}?{urlencode({'at': place})}#{f'c-{card.id}' if card else 'text'}")


@require_GET
def following(request: Request, source_id: UUID) -> HttpResponse:
    """The source after this one by title on the desk; after the last, the study."""
    here = studies.source_line(request.viewer, source_id)
    found = studies.next_source(request.viewer, here)
    return redirect("study:desk", found) if found else redirect("study:study", here.study_id)


@require_GET
def arrived(request: Request, source_id: UUID) -> HttpResponse:
    """What others have coded here since the coding `since`: asked every few seconds, so one question."""
    since = _id(request.GET.get("since", ""))
    found = reads.arrived(request.viewer, source_id, since) if since else reads.Arrived((), None)
    said = [
        ngettext("%(n)s new coding by %(coder)s", "%(n)s new codings by %(coder)s", n)
        % {"n": n, "coder": name}
        for name, n in found.by
    ]
    return JsonResponse({"said": said, "newest": str(found.newest) if found.newest else ""})


@require_GET
def suggest(request: Request, source_id: UUID) -> HttpResponse:
    """Codes for the passage `start` to `end`: the ones used last, and those the viewer's own codings speak for."""
    source = studies.source_line(request.viewer, source_id)
    book = reads.codebook(request.viewer, source.study_id)
    recent = reads.recent_codes(request.viewer, source.study_id)
    start, end = number(request, "start"), number(request, "end")
    wanted = request.GET.get("suggest") != "no" and 0 <= start < end
    found = reads.suggested(request.viewer, source_id, start, end) if wanted else []
    values = {
        "recent": [
            {"value": f"{frame}:{construct}", "name": book.code(frame, construct).name}
            | {"classes": classes(book, frame, construct)}
            for frame, construct in recent
            if book.may_be_given(frame, construct)
        ],
        "suggested": [
            {
                "value": f"{one.code.frame_id}:{one.code.construct_id}",
                "name": one.code.name,
                "classes": classes(book, one.code.frame_id, one.code.construct_id),
                "why": _why(one.passages, one.code.name, one.word),
            }
            for one in found
            if book.may_be_given(one.code.frame_id, one.code.construct_id)
        ],
        "asked": wanted,
    }
    return page(request, "study/desk/suggested.html", values)


def _why(passages: int, code: str, word: str) -> str:
    said = ngettext(
        "because %(n)s passage you coded %(code)s has “%(word)s”",
        "because %(n)s passages you coded %(code)s have “%(word)s”",
        passages,
    )
    return said % {"n": passages, "code": code, "word": word}


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
