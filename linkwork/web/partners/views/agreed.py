"""For evaluators: the words about what helps and hinders that their authors let go to a study."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.factor_words import take_in
from linkwork.partnerships import reads
from linkwork.web.partners import words
from linkwork.web.partners.forms import StudyForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def agreed(request: Request) -> HttpResponse:
    """What may be taken in, and taking it into a study."""
    found = reads.agreed_words(request.viewer)
    form = StudyForm([(one.id, one.title) for one in studies.studies(request.viewer)], request.POST or None)
    if form.is_valid():
        take_in(
            study_id=UUID(form.cleaned_data["study"]),
            language=(get_language() or "en").split("-")[0],
            by=request.viewer,
            at=request.at,
        )
        messages.success(request, _("They are a source of the study now."))
        return redirect("study:study", form.cleaned_data["study"])
    lines = [
        {"words": one.words, "small": f"{words.INFLUENCES[one.influence]} · {words.FACTOR_KINDS[one.kind]}"}
        for one in found
    ]
    return page(request, "partners/agreed.html", {"form": form, "lines": lines})
