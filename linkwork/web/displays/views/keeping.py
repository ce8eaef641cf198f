"""Freezing a display, holding it against today, going on from it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid, LinkworkError
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.web.displays import presenters
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_POST
def freeze(request: Request, display_id: UUID) -> HttpResponse:
    """Keep it as it stands."""
    try:
        digest = actions.freeze_display(display_id=display_id, by=request.viewer, at=request.at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("Frozen. Cite it by %(hash)s.") % {"hash": digest[:12]})
    return redirect("displays:display", display_id)


@require_GET
def today(request: Request, display_id: UUID) -> HttpResponse:
    """What would be different today."""
    found = reads.today(request.viewer, display_id)
    values = {
        "display": presenters.display(found.display, request.viewer),
        "today": presenters.today(found),
        "writes": access.may_write(request.viewer),
    }
    return page(request, "displays/today.html", values)


@require_POST
def go_on(request: Request, display_id: UUID) -> HttpResponse:
    """Open the next version, its figures from the latest extract."""
    access.check_may_write(request.viewer)
    latest, _survey = reads.latest_extracts(request.viewer)
    try:
        made = actions.next_version(
            display_id=display_id,
            extract_id=latest.id if latest else None,
            by=request.viewer,
            at=request.at,
        )
    except LinkworkError as refusal:
        messages.error(request, refusal.reason)
        return redirect("displays:display", display_id)
    messages.success(request, _("A new version is open. The frozen one stays as it is."))
    return redirect("displays:display", made)
