"""Writing a portrait in its four steps: what each is for, what is done, what is missing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import NotFound
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.reads.progress import progress
from linkwork.evaluation.portraits.rules.kinds import Step
from linkwork.evaluation.portraits.rules.steps import StepState, next_step
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters
from linkwork.web.portraits.forms import FocusForm, InterpretForm, SectionForm
from linkwork.web.portraits.labels import STEPS, STEPS_FOR, lack_said
from linkwork.web.portraits.views.beginning import begin
from linkwork.web.portraits.views.parts import extract_choices, id_or_none, step_url
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Begin a portrait."""
    return begin(
        request,
        kind="portrait",
        title=_("A new portrait"),
        open_one=actions.open_portrait,
        onward="portraits:edit",
    )


@require_http_methods(["GET", "POST"])
def edit(request: Request, portrait_id: UUID) -> HttpResponse:
    """One of the four steps: ?step=focus, structure, populate or interpret; without it, the first that is not done."""
    card = card_to_write(request, portrait_id)
    states = progress(card)
    asked = request.GET.get("step", "")
    step = Step(asked) if asked in set(Step) else next_step(states)
    form = _step_form(request, card, step)
    sent = request.method == "POST" and form is not None and form.is_valid()
    if sent and form and carried_out(form, lambda: _change(request, card, form.cleaned_data)):
        messages.success(request, _("Kept."))
        return redirect(step_url(portrait_id, _after(step)))
    return edit_page(request, card, step, form=form)


@require_POST
def section(request: Request, portrait_id: UUID, stage: str) -> HttpResponse:
    """Name a chapter."""
    if stage not in set(Stage):
        raise NotFound(_("There is no such stage."))
    card = card_to_write(request, portrait_id)
    form = SectionForm(request.POST, prefix=stage)
    if form.is_valid():
        actions.write_section(
            portrait_id=portrait_id, stage=Stage(stage), by=request.viewer, at=request.at, **form.cleaned_data
        )
        messages.success(request, _("Kept."))
        return redirect(step_url(portrait_id, Step.STRUCTURE) + f"#chapter-{stage}")
    return edit_page(request, card, Step.STRUCTURE, refused={stage: form})


def card_to_write(request: Request, portrait_id: UUID) -> PortraitCard:
    """The portrait, for its author. Raises NotAllowed, NotFound."""
    access.check_may_write(request.viewer)
    return reads.portrait(request.viewer, portrait_id)


def edit_page(
    request: Request,
    card: PortraitCard,
    step: Step,
    form: FocusForm | InterpretForm | None = None,
    refused: dict[str, SectionForm] | None = None,
) -> HttpResponse:
    """One step of the four, with how far each of them is."""
    sections = {
        one.stage.value: SectionForm(
            prefix=one.stage.value, initial={"heading": one.heading, "summary": one.summary}
        )
        for one in card.sections
    }
    states = progress(card)
    onward = _after(step)
    values = {
        "portrait": presenters.portrait(card, local_day(request.at)),
        "step": step.value,
        "what_for": STEPS_FOR[step],
        "steps": [_said(card.id, state, step) for state in states],
        "here": next(_said(card.id, state, step) for state in states if state.step is step),
        "onward": {"label": STEPS[onward], "url": step_url(card.id, onward)} if onward is not step else None,
        "form": form,
        "section_forms": sections | (refused or {}),
        "out": reads.taken_out(request.viewer, card.id) if step is Step.POPULATE else [],
    }
    return page(request, "portraits/edit.html", values)


def _said(portrait_id: UUID, state: StepState, step: Step) -> dict[str, Any]:
    return {
        "key": state.step.value,
        "label": STEPS[state.step],
        "url": step_url(portrait_id, state.step),
        "current": state.step is step,
        "done": state.done,
        "lacks": [lack_said(lack, many) for lack, many in state.lacks],
    }


def _step_form(request: Request, card: PortraitCard, step: Step) -> FocusForm | InterpretForm | None:
    data = request.POST if request.method == "POST" else None
    if step is Step.FOCUS:
        first = {"title": card.title, "focus": card.focus, "extract_id": str(card.extract_id or "")}
        return FocusForm(data, initial=first, extracts=extract_choices(request.viewer))
    if step is Step.INTERPRET:
        return InterpretForm(data, initial={"interpretation": card.interpretation})
    return None


def _change(request: Request, card: PortraitCard, given: dict[str, Any]) -> None:
    kept = {"title": card.title, "focus": card.focus, "interpretation": card.interpretation}
    kept |= {"plain": card.plain, "extract_id": str(card.extract_id or "")}
    values = kept | given
    values["extract_id"] = id_or_none(values["extract_id"])
    actions.change_portrait(portrait_id=card.id, by=request.viewer, at=request.at, **values)


def _after(step: Step) -> Step:
    order = list(Step)
    return order[min(order.index(step) + 1, len(order) - 1)]
