"""Writing a portrait in its four steps."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid, LinkworkError, NotFound
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads import PortraitCard, StatementCard, StatementInPlace
from linkwork.evaluation.portraits.rules.kinds import StatementKind, Step
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters
from linkwork.web.portraits.forms import (
    EventForm,
    FocusForm,
    InterpretForm,
    SectionForm,
    StatementForm,
)
from linkwork.web.portraits.labels import STEPS
from linkwork.web.portraits.views.beginning import begin
from linkwork.web.portraits.views.parts import (
    extract_choices,
    id_or_none,
    looks_for_passages,
    picker,
    sent_codings,
    sent_figures,
)
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
    """One of the four steps: ?step=focus, structure, populate or interpret."""
    card = _card(request, portrait_id)
    asked = request.GET.get("step", "")
    step = Step(asked) if asked in set(Step) else Step.FOCUS
    form = _step_form(request, card, step)
    sent = request.method == "POST" and form is not None and form.is_valid()
    if sent and form and carried_out(form, lambda: _change(request, card, form.cleaned_data)):
        messages.success(request, _("Kept."))
        return redirect(_step(portrait_id, _after(step)))
    return _edit_page(request, card, step, form=form)


@require_POST
def section(request: Request, portrait_id: UUID, stage: str) -> HttpResponse:
    """Name a chapter."""
    if stage not in set(Stage):
        raise NotFound(_("There is no such stage."))
    card = _card(request, portrait_id)
    form = SectionForm(request.POST, prefix=stage)
    if form.is_valid():
        actions.write_section(
            portrait_id=portrait_id, stage=Stage(stage), by=request.viewer, at=request.at, **form.cleaned_data
        )
        messages.success(request, _("Kept."))
        return redirect(_step(portrait_id, Step.STRUCTURE))
    return _edit_page(request, card, Step.STRUCTURE, refused={stage: form})


@require_http_methods(["GET", "POST"])
def statement_new(request: Request, portrait_id: UUID) -> HttpResponse:
    """Say something of the programme; the evidence comes next."""
    card = _card(request, portrait_id)
    first = {"stage": request.GET.get("stage", ""), "kind": StatementKind.FINDING.value}
    form = StatementForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: actions.add_statement(
                portrait_id=portrait_id, by=request.viewer, at=request.at, **_said(form)
            ),
        )
        if made:
            return redirect("portraits:statement", portrait_id, made)
    values = {"form": form, "portrait": {"id": card.id, "title": card.title}, "statement": None, "pick": None}
    return page(request, "portraits/statement.html", values)


@require_http_methods(["GET", "POST"])
def statement(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Say it anew, and pick what it rests on."""
    place = _in_place(request, portrait_id, statement_id)
    first = _words_of(place.statement)
    form = StatementForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        changed = carried_out(
            form,
            lambda: actions.change_statement(
                statement_id=statement_id, by=request.viewer, at=request.at, **_said(form)
            ),
        )
        if changed:
            messages.success(request, _("Kept."))
            return redirect("portraits:statement", portrait_id, statement_id)
    return _statement_page(request, place, form)


@require_POST
def evidence(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Let it rest on exactly what is ticked, or look for other passages first."""
    place = _in_place(request, portrait_id, statement_id)
    if looks_for_passages(request):
        return _statement_page(request, place, StatementForm(initial=_words_of(place.statement)))
    codings, figures = sent_codings(request), sent_figures(request)
    by, at = request.viewer, request.at
    try:
        actions.link_quotes(statement_id=statement_id, codings=codings, by=by, at=at)
        if extract := _extract_of(place):
            actions.link_figures(statement_id=statement_id, extract_id=extract, figures=figures, by=by, at=at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
        return redirect("portraits:statement", portrait_id, statement_id)
    messages.success(request, _("The evidence is linked."))
    return redirect(f"{_step(portrait_id, Step.POPULATE)}#s-{statement_id}")


@require_POST
def statement_remove(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Take a statement out."""
    try:
        actions.remove_statement(statement_id=statement_id, by=request.viewer, at=request.at)
    except LinkworkError as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("The statement is out."))
    return redirect(_step(portrait_id, Step.POPULATE))


@require_POST
def event_new(request: Request, portrait_id: UUID) -> HttpResponse:
    """Put something on the timeline."""
    card = _card(request, portrait_id)
    form = EventForm(request.POST)
    if form.is_valid():
        made = carried_out(
            form,
            lambda: actions.add_event(
                portrait_id=portrait_id, by=request.viewer, at=request.at, **form.cleaned_data
            ),
        )
        if made:
            messages.success(request, _("It stands on the timeline."))
            return redirect(_step(portrait_id, Step.STRUCTURE))
    return _edit_page(request, card, Step.STRUCTURE, events=form)


@require_POST
def event_remove(request: Request, portrait_id: UUID, event_id: UUID) -> HttpResponse:
    """Take it off the timeline."""
    actions.remove_event(event_id=event_id, by=request.viewer, at=request.at)
    return redirect(_step(portrait_id, Step.STRUCTURE))


@require_POST
def share(request: Request, portrait_id: UUID) -> HttpResponse:
    """Send it to the advisers, or take it back."""
    shared = request.POST.get("shared") == "yes"
    try:
        actions.share_portrait(portrait_id=portrait_id, shared=shared, by=request.viewer, at=request.at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        said = _("Public advisers can read it now.") if shared else _("It is a draft of yours again.")
        messages.success(request, said)
    return redirect("portraits:read", portrait_id)


def _card(request: Request, portrait_id: UUID) -> PortraitCard:
    access.check_may_write(request.viewer)
    return reads.portrait(request.viewer, portrait_id)


def _in_place(request: Request, portrait_id: UUID, statement_id: UUID) -> StatementInPlace:
    access.check_may_write(request.viewer)
    return reads.statement_in_place(request.viewer, portrait_id, statement_id)


def _words_of(now: StatementCard) -> dict[str, str]:
    return {"text": now.text, "stage": now.stage.value, "kind": now.kind.value}


def _statement_page(request: Request, place: StatementInPlace, form: StatementForm) -> HttpResponse:
    now = place.statement
    values = {
        "form": form,
        "portrait": {"id": now.portrait_id, "title": place.portrait_title},
        "statement": presenters.statement(now),
        "pick": picker(request, place.study_id, _extract_of(place), now.evidence),
    }
    return page(request, "portraits/statement.html", values)


def _extract_of(place: StatementInPlace) -> UUID | None:
    """All figures of a statement come from one extract: the one they came from first, else the portrait's."""
    figures = place.statement.evidence.figures
    return figures[0].extract_id if figures else place.extract_id


def _said(form: StatementForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {"text": given["text"], "stage": Stage(given["stage"]), "kind": StatementKind(given["kind"])}


def _step_form(request: Request, card: PortraitCard, step: Step) -> FocusForm | InterpretForm | None:
    data = request.POST if request.method == "POST" else None
    if step is Step.FOCUS:
        first = {"title": card.title, "focus": card.focus, "extract_id": str(card.extract_id or "")}
        return FocusForm(data, initial=first, extracts=extract_choices(request.viewer))
    if step is Step.INTERPRET:
        return InterpretForm(data, initial={"interpretation": card.interpretation, "plain": card.plain})
    return None


def _change(request: Request, card: PortraitCard, given: dict[str, Any]) -> None:
    kept = {"title": card.title, "focus": card.focus, "interpretation": card.interpretation}
    kept |= {"plain": card.plain, "extract_id": str(card.extract_id or "")}
    values = kept | given
    values["extract_id"] = id_or_none(values["extract_id"])
    actions.change_portrait(portrait_id=card.id, by=request.viewer, at=request.at, **values)


def _edit_page(
    request: Request,
    card: PortraitCard,
    step: Step,
    form: FocusForm | InterpretForm | None = None,
    refused: dict[str, SectionForm] | None = None,
    events: EventForm | None = None,
) -> HttpResponse:
    sections = {
        one.stage.value: SectionForm(
            prefix=one.stage.value, initial={"heading": one.heading, "summary": one.summary}
        )
        for one in card.sections
    }
    values = {
        "portrait": presenters.portrait(card, local_day(request.at)),
        "step": step.value,
        "steps": [
            {"key": key.value, "label": label, "url": _step(card.id, key), "current": key is step}
            for key, label in STEPS.items()
        ],
        "form": form,
        "section_forms": sections | (refused or {}),
        "event_form": events or EventForm(),
    }
    return page(request, "portraits/edit.html", values)


def _after(step: Step) -> Step:
    order = list(Step)
    return order[min(order.index(step) + 1, len(order) - 1)]


def _step(portrait_id: UUID, step: Step) -> str:
    return f"{reverse('portraits:edit', args=[portrait_id])}?step={step.value}"
