"""The list of joint displays, one of them to be read, a new one, and what one is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.viewer import Role, Viewer
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads.displays import sheets_to_show
from linkwork.exchange.displays import FORMATS
from linkwork.programmes import reads as programmes
from linkwork.web.access_table import ACCESS, opens
from linkwork.web.displays import presenters
from linkwork.web.displays.forms import BeginForm, ShapeForm
from linkwork.web.portraits.forms import Named
from linkwork.web.portraits.views.parts import extract_choices, study_choices
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """Which displays there are, and which wait for one's own verdict."""
    lines = [presenters.line(one) for one in reads.displays(request.viewer)]
    values = {"displays": lines, "writes": access.may_write(request.viewer)}
    return page(request, "displays/home.html", values)


@require_GET
def display(request: Request, display_id: UUID) -> HttpResponse:
    """Figures beside quotations, row by row."""
    card = reads.display(request.viewer, display_id)
    writes = access.may_write(request.viewer)
    values = {"display": presenters.display(card, request.viewer), "writes": writes}
    values |= {"endings": list(FORMATS) if opens(ACCESS["displays:paper"], request.viewer) else []}
    return page(request, "displays/display.html", values)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Begin a display."""
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        studies=study_choices(request.viewer),
        extracts=extract_choices(request.viewer),
        evaluators=_evaluators(request.viewer),
    )
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: actions.open_display(
                study_id=UUID(form.cleaned_data["study_id"]),
                by=request.viewer,
                at=request.at,
                **form.shape(),
            ),
        )
        if made:
            return redirect("displays:display", made)
    values = {"form": form, "display": None, "kinds": presenters.kinds()}
    return page(request, "displays/shape.html", values)


@require_http_methods(["GET", "POST"])
def change(request: Request, display_id: UUID) -> HttpResponse:
    """Say anew what a live display is."""
    access.check_may_write(request.viewer)
    card = reads.display(request.viewer, display_id)
    form = ShapeForm(
        request.POST if request.method == "POST" else None,
        initial={
            "title": card.title,
            "kind": card.kind.value,
            "split": card.split.value,
            "extract_id": str(card.extract_id or ""),
            "sheet_id": str(card.sheet_id or ""),
            "reviewers": [str(one) for one, _name in card.reviewers],
        },
        extracts=extract_choices(request.viewer),
        sheets=sheets_to_show(request.viewer, card.study_id),
        evaluators=_evaluators(request.viewer),
    )
    if request.method == "POST" and form.is_valid():
        kept = carried_out(
            form,
            lambda: actions.change_display(
                display_id=display_id, by=request.viewer, at=request.at, **form.shape()
            ),
        )
        if kept:
            messages.success(request, _("Kept."))
            return redirect("displays:display", display_id)
    values = {"form": form, "display": {"id": card.id, "title": card.title}, "kinds": presenters.kinds()}
    return page(request, "displays/shape.html", values)


def _evaluators(viewer: Viewer) -> Named:
    return [(one.id, one.name) for one in programmes.workers(viewer, role=Role.EVALUATOR)]
