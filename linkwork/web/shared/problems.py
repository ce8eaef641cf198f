"""Pages for what went wrong outside a view. They show no personal data and no technical detail."""

from django.http import HttpRequest, HttpResponse

from linkwork.web.shared.frame import framed, problem_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something we cannot read."""
    return problem_page(request, 400, "")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this page is not for this role."""
    return problem_page(request, 403, "")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page."""
    return problem_page(request, 404, "")


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without the database, which may be the reason."""
    from django.shortcuts import render

    framed(request)
    return render(request, "errors/500.html", {"lang": "en", "dir": "ltr"}, status=500)
