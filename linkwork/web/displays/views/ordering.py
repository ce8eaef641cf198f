"""Beginning with a row for each component, putting rows in order, taking them out and putting them back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid, LinkworkError
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.rules.displays.layouts import COMPONENTS
from linkwork.instruments import frames
from linkwork.web.displays.forms import pair_of
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

EVERY_COMPONENT = "components"
EVERY_CODE = "codes"


@require_POST
def begin_rows(request: Request, display_id: UUID) -> HttpResponse:
    """A row for each component of process evaluation, for each construct coded in the study, or for one construct."""
    said = request.POST.get("about", "")
    one = pair_of(said)
    if said == EVERY_COMPONENT:
        about = [(COMPONENTS, one.id) for one in frames.frame(COMPONENTS).constructs if _is_asked(one.id)]
    elif said == EVERY_CODE:
        card = reads.display(request.viewer, display_id)
        used = coding.codes_used(request.viewer, card.study_id)
        about = [(one.frame_id, one.construct_id) for one in used]
    else:
        about = [one] if one else []
    try:
        made = actions.add_rows_about(display_id=display_id, about=about, by=request.viewer, at=request.at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(
            request, ngettext("%(num)s row is added.", "%(num)s rows are added.", made) % {"num": made}
        )
    return redirect("displays:display", display_id)


@require_http_methods(["GET", "POST"])
def order(request: Request, display_id: UUID) -> HttpResponse:
    """Move rows, one at a time: up, down, or to a place."""
    access.check_may_write(request.viewer)
    if request.method == "POST":
        return _move(request, display_id)
    card = reads.display(request.viewer, display_id)
    rows = [{"id": row.id, "question": row.question, "about": row.about} for row in card.rows]
    values = {"display": {"id": card.id, "title": card.title, "frozen": bool(card.frozen_at)}, "rows": rows}
    return page(request, "displays/order.html", values | {"moved": request.GET.get("moved", "")})


@require_POST
def row_remove(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Take a row out; the notice offers the way back."""
    actions.remove_row(row_id=row_id, by=request.viewer, at=request.at)
    back = reverse("displays:row_restore", args=[display_id, row_id])
    messages.success(request, _("The row is out."), extra_tags=f"undo:{back}")
    return redirect("displays:display", display_id)


@require_POST
def row_restore(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Put it back where it stood."""
    actions.restore_row(row_id=row_id, by=request.viewer, at=request.at)
    messages.success(request, _("The row is back."))
    return redirect(f"{reverse('displays:display', args=[display_id])}#r-{row_id}")


def _move(request: Request, display_id: UUID) -> HttpResponse:
    said, place = request.POST.get("row", ""), request.POST.get("place", "")
    try:
        row_id = UUID(said)
        actions.move_row(row_id=row_id, place=int(place), by=request.viewer, at=request.at)
    except ValueError:
        messages.error(request, _("Enter the place as a whole number."))
        return redirect("displays:order", display_id)
    except LinkworkError as refusal:
        messages.error(request, refusal.reason)
        return redirect("displays:display", display_id)
    return redirect(f"{reverse('displays:order', args=[display_id])}?moved={row_id}#o-{row_id}")


def _is_asked(component: str) -> bool:
    """Whether a component is a question by itself, not only a heading over others."""
    parents = {one.parent for one in frames.frame(COMPONENTS).constructs}
    return component not in parents
