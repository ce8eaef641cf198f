"""Putting a text right after it was coded, placing what lost its words, and sealing a source."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import IllegalStep, Invalid
from linkwork.evaluation.coding import actions
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.actions import Edited
from linkwork.evaluation.coding.rules import find_words
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.evaluation.studies.rules import ConsentForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.sources.forms import EditForm, PlaceForm
from linkwork.web.sources.presenters import editing as present
from linkwork.web.sources.presenters.speakers import source_head


@require_http_methods(["GET", "POST"])
def edit(request: Request, source_id: UUID) -> HttpResponse:
    """The text to put right, and what earlier edits left to settle."""
    source = reads.source(request.viewer, source_id)
    form = EditForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            done = actions.edit_text(
                source_id=source_id, text=form.cleaned_data["text"], by=request.viewer, at=request.at
            )
            _say(request, done)
            return redirect("sources:edit", source_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return _edit(request, source, form)


@require_POST
def back(request: Request, source_id: UUID) -> HttpResponse:
    """Go back to the text before the last edit."""
    try:
        _say(request, actions.go_back(source_id=source_id, by=request.viewer, at=request.at))
    except IllegalStep as refusal:
        messages.error(request, refusal.reason)
    return redirect("sources:edit", source_id)


@require_POST
def place(request: Request, source_id: UUID, coding_id: UUID) -> HttpResponse:
    """Put a coding that lost its words onto others."""
    source = reads.source(request.viewer, source_id)
    form = PlaceForm(request.POST)
    if form.is_valid():
        found = find_words(source.text, form.cleaned_data["words"])
        if found and found.times == 1:
            actions.place_lost(
                coding_id=coding_id,
                start=found.start,
                end=found.end,
                seen=source.version,
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The coding is placed."))
            return redirect("sources:edit", source_id)
        said = (
            _("These words stand in the text %(n)s times. Paste a few more.") % {"n": found.times}
            if found
            else _("These words are not in the text. Copy them from it.")
        )
        form.add_error("words", said)
    return _edit(request, source, None, form)


@require_POST
def let_go(request: Request, source_id: UUID, coding_id: UUID) -> HttpResponse:
    """Leave a coding that lost its words out of every count."""
    actions.let_go(coding_id=coding_id, by=request.viewer, at=request.at)
    messages.success(request, _("The coding is left out."))
    return redirect("sources:edit", source_id)


@require_POST
def fits(request: Request, source_id: UUID, coding_id: UUID) -> HttpResponse:
    """Say that a coding still fits its changed words."""
    actions.accept_change(coding_id=coding_id, by=request.viewer, at=request.at)
    messages.success(request, _("The coding stands."))
    return redirect("sources:edit", source_id)


@require_POST
def withdraw(request: Request, source_id: UUID) -> HttpResponse:
    """Seal a source whose speaker withdrew their consent."""
    source = reads.source_line(request.viewer, source_id)
    actions.withdraw_consent(source_id=source_id, by=request.viewer, at=request.at)
    messages.success(request, _("The source is sealed. It and its codings count nowhere any more."))
    return redirect("study:study", source.study_id)


@require_POST
def remove(request: Request, source_id: UUID) -> HttpResponse:
    """Take out a source that was brought in by mistake; one on which something rests stays."""
    source = reads.source_line(request.viewer, source_id)
    try:
        studies.remove_source(source_id=source_id, by=request.viewer, at=request.at)
        messages.success(request, _("“%(title)s” is removed.") % {"title": source.title})
    except IllegalStep as refusal:
        messages.error(request, refusal.reason)
    return redirect("study:study", source.study_id)


@require_POST
def reopen(request: Request, study_id: UUID, source_id: UUID) -> HttpResponse:
    """Open a sealed source again, with what its speaker agrees to now."""
    said = request.POST.get("consent", "")
    agreed = ConsentForm(said) if said in set(ConsentForm) else ConsentForm.ANALYSE
    actions.give_consent(source_id=source_id, consent=agreed, by=request.viewer, at=request.at)
    messages.success(request, _("The source is open again, with its codings."))
    return redirect("study:study", study_id)


def _say(request: Request, done: Edited) -> None:
    said = _(
        "The new text is kept. Codings on the same words: %(same)s, on changed words: %(changed)s, lost: %(lost)s."
    )
    messages.success(request, said % vars(done))


def _edit(
    request: Request, source: SourceCard, form: EditForm | None, bound: PlaceForm | None = None
) -> HttpResponse:
    viewer = request.viewer
    values = {
        "source": source_head(source),
        "form": form or EditForm(initial={"text": source.text}),
        "bound": bound or form,
        "place_form": bound or PlaceForm(),
        "lost": present.lost_rows(viewer, coding.lost(viewer, source.id)),
        "changed": present.changed_rows(viewer, source.text, coding.changed(viewer, source.id)),
        "versions": len(reads.earlier_texts(viewer, source.id)),
    }
    return page(request, "sources/edit.html", values, 422 if values["bound"] else 200)
