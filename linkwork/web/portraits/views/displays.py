"""Joint displays: begin, fill, freeze, read."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, NotFound
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.web.portraits import presenters
from linkwork.web.portraits.forms import RowForm
from linkwork.web.portraits.views.beginning import begin
from linkwork.web.portraits.views.parts import (
    looks_for_passages,
    picker,
    sent_codings,
    sent_figures,
)
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def display(request: Request, display_id: UUID) -> HttpResponse:
    """Figures beside quotations, row by row."""
    card = reads.display(request.viewer, display_id)
    values = {"display": presenters.display(card), "writes": access.may_write(request.viewer)}
    return page(request, "portraits/display.html", values)


@require_http_methods(["GET", "POST"])
def new_display(request: Request) -> HttpResponse:
    """Begin a display."""
    return begin(
        request,
        kind="display",
        title=_("A new joint display"),
        open_one=actions.open_display,
        onward="portraits:row_new",
    )


@require_POST
def freeze(request: Request, display_id: UUID) -> HttpResponse:
    """Keep it as it stands."""
    try:
        digest = actions.freeze_display(display_id=display_id, by=request.viewer, at=request.at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("Frozen. Cite it by %(hash)s.") % {"hash": digest[:12]})
    return redirect("portraits:display", display_id)


@require_http_methods(["GET", "POST"])
def row_new(request: Request, display_id: UUID) -> HttpResponse:
    """Add a row."""
    return _row(request, display_id, None)


@require_http_methods(["GET", "POST"])
def row(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Say a row anew."""
    return _row(request, display_id, row_id)


@require_POST
def row_remove(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Take a row out."""
    actions.remove_row(row_id=row_id, by=request.viewer, at=request.at)
    messages.success(request, _("The row is out."))
    return redirect("portraits:display", display_id)


def _row(request: Request, display_id: UUID, row_id: UUID | None) -> HttpResponse:
    access.check_may_write(request.viewer)
    card = reads.display(request.viewer, display_id)
    now = next((one for one in card.rows if one.id == row_id), None)
    if row_id is not None and now is None:
        raise NotFound(_("There is no such row in this display."))
    first: dict[str, Any] = {}
    if now is not None:
        first = {"question": now.question, "component": now.component}
        first |= {"verdict": now.verdict.value, "reasoning": now.reasoning}
    looks = looks_for_passages(request)
    if looks:
        first |= {name: request.POST.get(name, "") for name in RowForm.base_fields}
    form = RowForm(request.POST if request.method == "POST" and not looks else None, initial=first)
    if (
        request.method == "POST"
        and not looks
        and form.is_valid()
        and carried_out(form, lambda: _keep(request, card.id, row_id, form))
    ):
        messages.success(request, _("The row is kept."))
        return redirect("portraits:display", display_id)
    chosen = now.evidence if now else Evidence()
    values = {"form": form, "display": {"id": card.id, "title": card.title}, "row_id": row_id}
    values |= {"pick": picker(request, card.study_id, card.extract_id, chosen)}
    return page(request, "portraits/row.html", values)


def _keep(request: Request, display_id: UUID, row_id: UUID | None, form: RowForm) -> object:
    given = form.cleaned_data | {"verdict": Verdict(form.cleaned_data["verdict"])}
    given |= {"figures": sent_figures(request), "codings": sent_codings(request)}
    given |= {"by": request.viewer, "at": request.at}
    if row_id is None:
        return actions.add_row(display_id=display_id, **given)
    return actions.change_row(row_id=row_id, **given)
