"""The person's own page. Opening it leaves a row in the trail and nothing else."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from linkwork.casework import actions
from linkwork.casework.access import proven
from linkwork.casework.reads import OwnPage
from linkwork.web.mine.door import LANGUAGE_COOKIE, by_own_link, own_page
from linkwork.web.mine.sections import sections
from linkwork.web.shared.languages import EVERY
from linkwork.web.shared.request import Request


@require_safe
@by_own_link
@sensitive_variables("token")
def open_link(request: Request, token: str, own: OwnPage) -> HttpResponse:
    """What was agreed and arranged, and what the person may answer."""
    with proven(own.viewer, own.case_id, request.at):
        actions.note_own_visit(case_id=own.case_id, by=own.viewer, at=request.at)
        shown = sections(own.viewer, own.case_id, request.at)
    return own_page(request, "mine/open.html", own, token, {"sections": shown})


@require_POST
@by_own_link
@sensitive_variables("token")
def language(request: Request, token: str, own: OwnPage) -> HttpResponse:
    """Read on in another language: remembered for this page on this device, not for others who use the device."""
    home = reverse("mine:open", args=[token])
    response = redirect(home)
    chosen = request.POST.get("language", "")
    if chosen in EVERY:
        left = int((own.open_until - request.at).total_seconds())
        response.set_cookie(
            LANGUAGE_COOKIE,
            chosen,
            max_age=left,
            path=home,
            httponly=True,
            samesite="Lax",
            secure=settings.HTTPS,
        )
    return response


@require_POST
@by_own_link
@sensitive_variables("token")
def end(request: Request, token: str, own: OwnPage) -> HttpResponse:
    """The person wants no link any more: every one of theirs stops working."""
    actions.revoke_person_links(case_id=own.case_id, by=own.viewer, at=request.at)
    return own_page(request, "mine/ended.html", own, token, {"own_languages": []})
