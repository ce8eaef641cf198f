"""The doors: language, who is looking, and whether they may open this page."""

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation

from linkwork.core.errors import IllegalStep, Invalid, LinkworkError, NotAllowed, NotFound, Refused
from linkwork.core.viewer import Kind
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Standing
from linkwork.web.access_table import ACCESS, opens
from linkwork.web.shared import lists
from linkwork.web.shared.frame import problem_page
from linkwork.web.shared.languages import language_of

Respond = Callable[[HttpRequest], HttpResponse]
PROGRAMME_KEY = "programme"


class LanguageMiddleware:
    """Draw the page in the language chosen on this device, or in one of the browser's: see `languages`."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ViewerMiddleware:
    """Who is looking, in which programme, and when. Pages of records are never kept by a browser or a proxy."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.at = timezone.now()  # type: ignore[attr-defined]
        standing = _standing(request)
        request.standing = standing  # type: ignore[attr-defined]
        request.viewer = standing.viewer  # type: ignore[attr-defined]
        with lists.spoken(standing.programme):
            response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _standing(request: HttpRequest) -> Standing:
    if not request.user.is_authenticated:
        return Standing()
    chosen = request.session.get(PROGRAMME_KEY)
    return programmes.standing(request.user.id, UUID(chosen) if chosen else None)


class AccessMiddleware:
    """Closed by default: a page opens only for those its row in the access table names."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Compare the page's row with the viewer. An unlisted page opens for nobody."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        door = ACCESS.get(name)
        viewer = request.viewer  # type: ignore[attr-defined]
        if door is not None and opens(door, viewer):
            return None
        if door is not None and viewer.kind is Kind.NOBODY and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Our own refusals become calm pages that say what to do, those of a rule in the reader's language too."""
        if isinstance(exception, LinkworkError):
            exception.say(translation.gettext)
        match exception:
            case NotFound():
                return problem_page(request, 404, exception.reason)
            case NotAllowed() | PermissionDenied():
                return problem_page(request, 403, getattr(exception, "reason", ""))
            case Refused() | IllegalStep() | Invalid():
                return problem_page(request, 400, exception.reason)
            case Http404():
                return problem_page(request, 404, "")
        return None
