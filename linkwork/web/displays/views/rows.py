"""One row: its question, what it is about, the evidence of both sides."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads.displays import RowInPlace
from linkwork.evaluation.portraits.rules.displays.verdicts import suggested
from linkwork.web.displays.choosing import picker, sent_rated
from linkwork.web.displays.forms import RowForm, key_of
from linkwork.web.portraits.views.parts import looks_for_passages, sent_codings, sent_figures
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def row_new(request: Request, display_id: UUID) -> HttpResponse:
    """Add a row."""
    return _row(request, display_id, None)


@require_http_methods(["GET", "POST"])
def row(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Say a row anew."""
    return _row(request, display_id, row_id)


def _row(request: Request, display_id: UUID, row_id: UUID | None) -> HttpResponse:
    place = reads.row_in_place(request.viewer, display_id, row_id)
    looks = looks_for_passages(request)
    first = _first(place)
    if looks:
        first |= {name: request.POST.get(name, "") for name in RowForm.base_fields}
    form = RowForm(
        request.POST if request.method == "POST" and not looks else None,
        initial=first,
        kind=place.kind,
        codes=place.codes,
        reviewed=place.reviewed,
    )
    if request.method == "POST" and not looks and form.is_valid():
        kept = carried_out(form, lambda: _keep(request, display_id, row_id, form))
        if kept:
            messages.success(request, _("The row is kept."))
            shown = row_id or kept
            return redirect(f"{reverse('displays:display', args=[display_id])}#r-{shown}")
    values = {
        "form": form,
        "display": {"id": place.id, "title": place.title, "reviewed": place.reviewed},
        "row_id": row_id,
        "silent": place.row is not None
        and suggested(len(place.row.figures), len(place.row.quotes)) is not None,
        "pick": picker(request, place),
    }
    return page(request, "displays/row.html", values)


def _first(place: RowInPlace) -> dict[str, Any]:
    now = place.row
    if now is None:
        return {"verdict": ""}
    return {
        "question": now.question,
        "about": key_of(now.about) if now.about else "",
        "bridge": now.bridge,
        "verdict": now.verdict.value if now.verdict else "",
        "reasoning": now.reasoning,
    }


def _keep(request: Request, display_id: UUID, row_id: UUID | None, form: RowForm) -> object:
    given = form.said() | {"figures": sent_figures(request), "codings": sent_codings(request)}
    given |= {"rated": sent_rated(request), "by": request.viewer, "at": request.at}
    if row_id is None:
        return actions.add_row(display_id=display_id, **given)
    return actions.change_row(row_id=row_id, **given)
