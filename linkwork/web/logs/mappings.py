"""The saved mappings: listed, changed, removed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, NotFound
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import MappingCard
from linkwork.extracts.rules.mappings import LogMapping, SurveyMapping
from linkwork.instruments.surveys import survey
from linkwork.programmes.reads import own_lists
from linkwork.web.logs import presenters
from linkwork.web.logs.forms import MappingForm, WordsForm, choice_of
from linkwork.web.logs.survey_forms import SurveyMappingForm, fields_of
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """All of them, by name."""
    logs = [presenters.saved_line(one, _("contact log")) for one in extracts.mappings(request.viewer)]
    answers = [
        presenters.saved_line(one, survey(one.mapping.survey).name)
        for one in extracts.survey_mappings(request.viewer)
    ]
    return page(request, "logs/mappings.html", {"mappings": logs + answers})


@require_http_methods(["GET", "POST"])
def mapping(request: Request, mapping_id: UUID) -> HttpResponse:
    """One: its headings and its words, to be changed."""
    card = extracts.mapping(request.viewer, mapping_id)
    form = MappingForm(
        request.POST or None,
        initial={"called": card.name, "order": card.mapping.order, **card.mapping.columns},
    )
    words = _words(request, card)
    if form.is_valid() and words.is_valid():
        told = words.told()
        changed = LogMapping(form.columns, told, form.cleaned_data["order"], card.mapping.headings)
        try:
            actions.keep_mapping(
                name=form.cleaned_data["called"],
                mapping=changed,
                mapping_id=mapping_id,
                by=request.viewer,
                at=request.at,
            )
        except Invalid as refusal:
            form.refuse({"called" if key == "name" else key: said for key, said in refusal.errors.items()})
        else:
            messages.success(request, _("Changed. Extracts that were taken stay as they are."))
            return redirect("logs:mappings")
    values = {
        "id": mapping_id,
        "name": card.name,
        "form": form,
        "words": words,
        "fields_of": presenters.saved_fields(card, words),
    }
    return page(request, "logs/mapping.html", values, 400 if form.errors or words.errors else 200)


@require_http_methods(["GET", "POST"])
def survey_mapping(request: Request, mapping_id: UUID) -> HttpResponse:
    """One of answers to a survey: its headings, to be changed."""
    card = next((one for one in extracts.survey_mappings(request.viewer) if one.id == mapping_id), None)
    if card is None:
        raise NotFound(_("There is no such mapping in this programme."))
    form = SurveyMappingForm(
        request.POST or None,
        fields=fields_of(survey(card.mapping.survey)),
        initial={"called": card.name, **card.mapping.columns},
    )
    if form.is_valid():
        try:
            actions.keep_mapping(
                name=form.cleaned_data["called"],
                mapping=SurveyMapping(card.mapping.survey, form.columns),
                mapping_id=mapping_id,
                by=request.viewer,
                at=request.at,
            )
        except Invalid as refusal:
            form.refuse({"called": refusal.reason})
        else:
            messages.success(request, _("Changed. Extracts that were taken stay as they are."))
            return redirect("logs:mappings")
    values = {"id": mapping_id, "name": card.name, "form": form, "words": form, "fields_of": []}
    return page(request, "logs/mapping.html", values, 400 if form.errors else 200)


@require_POST
def remove(request: Request, mapping_id: UUID) -> HttpResponse:
    """Forget one."""
    actions.remove_mapping(mapping_id=mapping_id, by=request.viewer, at=request.at)
    messages.success(
        request, _("The mapping was removed. Extracts that were taken with it stay as they are.")
    )
    return redirect("logs:mappings")


def _words(request: Request, card: MappingCard) -> WordsForm:
    said = card.mapping.words
    return WordsForm(
        request.POST or None,
        found=presenters.saved_words(card),
        guesses={
            (name, word): choice_of(code) for name, words in said.items() for word, code in words.items()
        },
        own=own_lists(request.viewer.programme),
    )
