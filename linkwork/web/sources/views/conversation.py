"""A field conversation, written down on a phone the same day."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.core.errors import Invalid
from linkwork.core.text import one_line
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import ConsentForm
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.sources.forms import ConversationForm


@require_http_methods(["GET", "POST"])
def conversation(request: Request, study_id: UUID) -> HttpResponse:
    """One page: who, where, what was said, and apart from it what I think."""
    study = reads.study(request.viewer, study_id)
    form = ConversationForm(request.POST or None, initial={"held_on": local_day(request.at)})
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, study_id, form)
            messages.success(request, _("The conversation is kept."))
            return redirect("study:study", study_id)
        except Invalid as refusal:
            errors = dict(refusal.errors)
            form.refuse({"said" if name == "text" else name: said for name, said in errors.items()})
    values = {"form": form, "title": study.title, "study_id": study_id}
    return page(request, "sources/conversation.html", values, 422 if form.errors else 200)


def _keep(request: Request, study_id: UUID, form: ConversationForm) -> UUID:
    data = form.cleaned_data
    title = _("%(day)s: %(words)s") % {
        "day": date_said(data["held_on"]),
        "words": one_line(data["place"] or data["said"], 60),
    }
    titles = {line.title for line in reads.source_lines(request.viewer, study_id)}
    numbered = (title if n == 1 else f"{title} ({n})" for n in range(1, len(titles) + 2))
    return actions.note_conversation(
        study_id=study_id,
        title=next(one for one in numbered if one not in titles),
        said=data["said"],
        held_on=data["held_on"],
        language=data["language"],
        group=form.group_chosen(),
        stage=form.stage_chosen(),
        place=data["place"],
        thoughts=data["thoughts"],
        consent=ConsentForm(data["consent"]),
        by=request.viewer,
        at=request.at,
    )
