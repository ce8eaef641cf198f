"""How a study is analysed: its method, phase by phase, and the map of its themes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads import MethodCard
from linkwork.evaluation.coding.rules.methods import Method
from linkwork.web.codebook.forms import MethodForm, PhaseForm
from linkwork.web.codebook.labels import METHODS, PHASES
from linkwork.web.codebook.presenters import themes as present
from linkwork.web.shared.days import date_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell

HOME = "codebook:home"


@require_http_methods(["GET", "POST"])
def method(request: Request, study_id: UUID) -> HttpResponse:
    """The method and its phases; a POST chooses the method, or with `phase` marks that phase."""
    chosen = reads.method(request.viewer, study_id)
    form = MethodForm(initial={"method": chosen.method.value} if chosen.method else None)
    faulty: dict[str, PhaseForm] = {}
    if request.method == "POST" and "phase" in request.POST:
        marked = _mark(request, study_id, request.POST["phase"])
        if marked is None:
            return redirect("codebook:method", study_id)
        faulty[request.POST["phase"]] = marked
    elif request.method == "POST":
        form = MethodForm(request.POST)
        if form.is_valid():
            said = Method(form.cleaned_data["method"])
            actions.choose_method(study_id=study_id, method=said, by=request.viewer, at=request.at)
            messages.success(request, _("The method is chosen."))
            return redirect("codebook:method", study_id)
    values = {
        "form": form,
        "method": METHODS[chosen.method] if chosen.method else "",
        "phases": _phases(chosen, faulty),
        "bound": next(iter(faulty.values()), None) or (form if form.errors else None),
    }
    status = 400 if faulty or form.errors else 200
    return page(request, "codebook/method.html", values | shell(request.viewer, study_id, HOME), status)


def _mark(request: Request, study_id: UUID, phase: str) -> PhaseForm | None:
    """Mark a phase; the form where it was refused."""
    form = PhaseForm(request.POST, auto_id=f"id_{phase}_%s")
    if form.is_valid():
        try:
            actions.mark_phase(
                study_id=study_id, phase=phase, **form.cleaned_data, by=request.viewer, at=request.at
            )
            messages.success(request, _("Kept."))
            return None
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return form


def _phases(chosen: MethodCard, faulty: dict[str, PhaseForm]) -> list[dict[str, object]]:
    return [
        {
            "key": one.phase,
            "name": PHASES[one.phase],
            "done": date_said(one.done_on) if one.done_on else "",
            "note": one.note,
            "form": faulty.get(one.phase)
            or PhaseForm(initial={"done_on": one.done_on, "note": one.note}, auto_id=f"id_{one.phase}_%s"),
            "open": one.phase in faulty,
        }
        for one in chosen.phases
    ]


@require_GET
def themes(request: Request, study_id: UUID) -> HttpResponse:
    """The map of themes of one list: `list` names it, otherwise the first own one; `used` hides the empty ones."""
    book = reads.codebook(request.viewer, study_id)
    own = [one for one in book.frames if one.list_id]
    asked = request.GET.get("list", "")
    frame = next((one for one in book.frames if one.id == asked), None) or (own or list(book.frames))[0]
    only_used = "used" in request.GET
    counts = reads.used(request.viewer, study_id)
    values = {
        "chart": present.theme_map(book, frame, counts, only_used=only_used) if frame.codes else None,
        "lists": [(one.id, one.name, one.id == frame.id) for one in book.frames],
        "only_used": only_used,
        "name": frame.name,
    }
    return page(request, "codebook/themes.html", values | shell(request.viewer, study_id, HOME))
