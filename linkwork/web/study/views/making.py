"""Making a code while reading: it goes into a list of the study's own, ready to be given."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules.codebook import Pair
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.desk_forms import NewCodeForm
from linkwork.web.study.presenters import codes
from linkwork.web.study.views.answers import HEADER, refusal


@require_POST
def new_code(request: Request, source_id: UUID) -> HttpResponse:
    """Make it; the script gets the list it stands in, with the code ticked."""
    source = studies.source_line(request.viewer, source_id)
    form = NewCodeForm(request.POST)
    made = _made(request, source, form)
    if request.headers.get(HEADER):
        return _frame(request, source, made) if made else refusal(request, form)
    if made:
        messages.success(request, _("“%(code)s” was added.") % {"code": form.cleaned_data["name"]})
    else:
        messages.error(request, " ".join(str(fault) for faults in form.errors.values() for fault in faults))
    return redirect(reverse("study:desk", args=[source_id]) + "#frames")


def _made(request: Request, source: SourceLine, form: NewCodeForm) -> Pair | None:
    if not form.is_valid():
        return None
    name = form.cleaned_data["name"]
    try:
        return actions.add_code_found(study_id=source.study_id, name=name, by=request.viewer, at=request.at)
    except Invalid as refused:
        form.refuse(refused.errors)
        return None


def _frame(request: Request, source: SourceLine, made: Pair) -> HttpResponse:
    book = reads.codebook(request.viewer, source.study_id)
    tree = codes.tree(book, {":".join(made)}, [], reads.used_in(request.viewer, source))
    values = {"one": next(frame for frame in tree if frame["id"] == made[0]), "made": ":".join(made)}
    return page(request, "study/desk/new_code.html", values)
