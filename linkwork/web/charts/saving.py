"""Which file of which picture did the page's reader ask for? The page itself answers, so its own rights hold.

A page that lets its pictures be saved answers `?picture=` with `saved(request, pictures)`, after it has asked whether
what they show is out, and names each in its `chart_block`.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from linkwork.exchange.pictures.files import KINDS, Illustration, picture_file
from linkwork.web.shared.request import Request

__all__ = ["PICTURE", "Illustration", "address", "saved"]
PICTURE, AS = "picture", "as"


def saved(request: Request, pictures: Mapping[str, Illustration]) -> HttpResponse:
    """The file that the address asks for (`?picture=NAME&as=png`).

    Raises Http404 for a picture the page does not have, or a kind of file that is not made.
    """
    name = request.GET.get(PICTURE, "")
    ending = request.GET.get(AS, "")
    if name not in pictures or ending not in KINDS:
        raise Http404
    file = picture_file(pictures[name], ending)
    answer = HttpResponse(file.data, content_type=file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{file.ending}"'
    return answer


def address(name: str, asked: Mapping[str, str] | None = None) -> str:
    """Where the files of a picture are asked for, without the kind: what `chart_block` takes as `save`."""
    return "?" + urlencode({**(asked or {}), PICTURE: name})
