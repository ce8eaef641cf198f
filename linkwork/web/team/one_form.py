"""A page of one form, as most of the team’s are."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise

from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


def form_page(
    request: Request,
    form: Form,
    title: str,
    go: str,
    back: str,
    back_label: str | Promise,
    *,
    note: str = "",
    back_to: object = None,
    quiet: bool = False,
    files: bool = False,
) -> HttpResponse:
    """The form with its button, and the way back to `back` (of `back_to`, where the address is about something).

    `quiet`: nothing that is typed is kept in the browser.
    """
    values = {
        "form": form,
        "title": title,
        "go": go,
        "back": reverse(back, args=[back_to] if back_to else None),
        "back_label": back_label,
        "note": note,
        "quiet": quiet,
        "files": files,
    }
    return page(request, "team/one_form.html", values, 422 if form.errors else 200)
