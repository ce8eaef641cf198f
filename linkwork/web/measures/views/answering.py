"""Asking the questions with the person, and typing in a sheet of paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.casework import reads as casework
from linkwork.casework.reads import CaseCard
from linkwork.core.errors import NotFound
from linkwork.instruments import measures
from linkwork.instruments.measures import Measure, Wording
from linkwork.outcomes import access, actions, reads
from linkwork.outcomes.actions import Recorded
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.trail import actions as trail
from linkwork.web.measures.forms import AnswerForm, PaperForm, occasion_or
from linkwork.web.measures.questions import initial_answers, questions_values
from linkwork.web.measures.views.asking import suggestion
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, case_id: UUID, measure_id: str) -> HttpResponse:
    """Question by question. What is not whole can be kept and gone on with."""
    access.check_may_note(request.viewer)
    case, measure = casework.case(request.viewer, case_id), usable_measure(measure_id)
    wording = chosen_wording(request, measure, case)
    form = _answer_form(request, case, measure, wording)
    if request.method == "POST" and "later" in request.POST:
        form.is_valid()
        actions.keep_unfinished(
            case_id=case_id,
            measure_id=measure.id,
            occasion=occasion_or(form.cleaned_data.get("occasion", ""), Occasion.DURING),
            answers=form.answers,
            by=request.viewer,
            at=request.at,
        )
        messages.success(request, _("Kept. You can go on whenever it suits."))
        return redirect("measures:home", case_id)
    if request.method == "POST" and form.is_valid():
        mode = Mode(form.cleaned_data["mode"])
        recorded = _record(request, case_id, form, mode, wording.language)
        if recorded is not None:
            return redirect("measures:done", recorded.id)
    trail.look(by=request.viewer, at=request.at, page="measures:answer", person_id=case.person_id)
    values: dict[str, Any] = {"case": case, "form": form} | questions_values(form, measure, wording)
    return page(request, "measures/answer.html", values, 422 if form.errors else 200)


def _answer_form(request: Request, case: CaseCard, measure: Measure, wording: Wording) -> AnswerForm:
    if request.method == "POST":
        return AnswerForm(request.POST, measure=measure, wording=wording)
    kept = reads.asking(request.viewer, case.id, measure.id, request.at)
    offered = kept.occasion if kept else suggestion(request, case.id, measure.id)
    return AnswerForm(
        measure=measure,
        wording=wording,
        initial=initial_answers(kept.answers if kept else {})
        | {
            "answered_on": local_day(request.at),
            "occasion": occasion_or(request.GET.get("occasion", ""), offered).value,
            "mode": Mode.TOGETHER.value,
        },
    )


def _record(
    request: Request, case_id: UUID, form: AnswerForm | PaperForm, mode: Mode, language: str
) -> Recorded | None:
    """Keep the answers; None where they are refused, with the reason in the form."""
    made: list[Recorded] = []
    carried_out(
        form,
        lambda: made.append(
            actions.record_assessment(
                case_id=case_id,
                measure_id=form.measure.id,
                answers=form.answers,
                occasion=Occasion(form.cleaned_data["occasion"]),
                mode=mode,
                answered_on=form.cleaned_data["answered_on"],
                language=language,
                by=request.viewer,
                at=request.at,
            )
        ),
    )
    if not made:
        return None
    messages.success(request, _("The answers are kept."))
    return made[0]


@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: Request, case_id: UUID, measure_id: str) -> HttpResponse:
    """One line of numbers, as quick as reading them out."""
    access.check_may_note(request.viewer)
    case, measure = casework.case(request.viewer, case_id), usable_measure(measure_id)
    wording = chosen_wording(request, measure, case)
    if request.method == "POST":
        form = PaperForm(request.POST, measure=measure)
        recorded = _record(request, case_id, form, Mode.PAPER, wording.language) if form.is_valid() else None
        if recorded is not None:
            return redirect("measures:done", recorded.id)
    else:
        offered = suggestion(request, case_id, measure.id)
        form = PaperForm(
            measure=measure,
            initial={
                "answered_on": local_day(request.at),
                "occasion": occasion_or(request.GET.get("occasion", ""), offered).value,
            },
        )
    trail.look(by=request.viewer, at=request.at, page="measures:paper", person_id=case.person_id)
    values = {"case": case, "form": form, "title": _(measure.title), "sheet": _sheet(measure, wording)}
    return page(
        request, "measures/paper.html", values | {"lang_asked": wording.language}, 422 if form.errors else 200
    )


def _sheet(measure: Measure, wording: Wording) -> list[dict[str, Any]]:
    """The numbers that may be typed and what each stands for, and the questions in order."""
    return [
        {
            "question": wording.items[item.id],
            "offered": sorted(zip(measure.scores_of(item.id), wording.choices[item.choices], strict=True)),
        }
        for item in measure.items
    ]


def usable_measure(measure_id: str) -> Measure:
    """The measure, if it can be asked here. Raises NotFound."""
    found = measures.measure(measure_id)
    if not found.usable:
        raise NotFound(_("This measure needs a licence before it can be used here."))
    return found


def chosen_wording(request: Request, measure: Measure, case: CaseCard) -> Wording:
    """In the language asked for, else the person's, else the page's; else the measure's first."""
    for language in (request.GET.get("language", ""), case.language, get_language() or ""):
        if language in measure.languages:
            return measure.wording(language)
    return measure.wording("")
