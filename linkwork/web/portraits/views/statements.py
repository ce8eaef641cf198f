"""Statements: typed or drafted from evidence, linked, ordered, merged, taken out and put back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid, LinkworkError
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads import StatementCard, StatementInPlace
from linkwork.evaluation.portraits.rules.kinds import Step
from linkwork.web.portraits import presenters
from linkwork.web.portraits.forms import StatementForm, said_in
from linkwork.web.portraits.views.parts import (
    looks_for_passages,
    picker,
    sent_codings,
    sent_figures,
    step_url,
)
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


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
                statement_id=statement_id, by=request.viewer, at=request.at, **said_in(form)
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
        extract = _extract_of(place)
        actions.link_figures(statement_id=statement_id, extract_id=extract, figures=figures, by=by, at=at)
    except Invalid as refusal:
        messages.error(request, refusal.reason)
        return redirect("portraits:statement", portrait_id, statement_id)
    messages.success(request, _("The evidence is linked."))
    return _back(portrait_id, statement_id)


@require_POST
def statement_remove(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Take a statement out; the message offers the way back."""
    if _done(
        request,
        lambda: actions.remove_statement(statement_id=statement_id, by=request.viewer, at=request.at),
    ):
        undo = reverse("portraits:statement_put_back", args=[portrait_id, statement_id])
        messages.success(request, _("The statement is out."), extra_tags=f"undo:{undo}")
    return redirect(step_url(portrait_id, Step.POPULATE))


@require_POST
def statement_put_back(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Let a statement that was taken out stand again."""
    actions.put_back_statement(statement_id=statement_id, by=request.viewer, at=request.at)
    messages.success(request, _("The statement stands again, at the end of its chapter."))
    return _back(portrait_id, statement_id)


@require_POST
def statement_throw_away(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Delete a statement that was taken out."""
    actions.throw_away_statement(statement_id=statement_id, by=request.viewer, at=request.at)
    messages.success(request, _("The statement is gone for good."))
    return redirect(step_url(portrait_id, Step.POPULATE))


@require_POST
def statement_move(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """One place up or down in its chapter."""
    up = request.POST.get("way") == "up"
    actions.move_statement(statement_id=statement_id, up=up, by=request.viewer, at=request.at)
    return _back(portrait_id, statement_id)


@require_http_methods(["GET", "POST"])
def statement_merge(request: Request, portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    """Say this and another statement in one."""
    access.check_may_write(request.viewer)
    card = reads.portrait(request.viewer, portrait_id)
    here = next((one for one in card.statements if one.id == statement_id), None)
    if here is None:
        return redirect(step_url(portrait_id, Step.POPULATE))
    others = [one for one in card.statements if one.id != statement_id]
    asked = {str(one.id): one for one in others}.get(
        request.POST.get("other") or request.GET.get("other", "")
    )
    text = request.POST.get("text", f"{here.text} {asked.text}" if asked else here.text)
    if (
        request.method == "POST"
        and asked
        and "keep" in request.POST
        and _done(
            request,
            lambda: actions.merge_statements(
                statement_id=statement_id, other_id=asked.id, text=text, by=request.viewer, at=request.at
            ),
        )
    ):
        undo = reverse("portraits:statement_put_back", args=[portrait_id, asked.id])
        messages.success(
            request,
            _("Both are one now. The other is out, and can be put back."),
            extra_tags=f"undo:{undo}",
        )
        return _back(portrait_id, statement_id)
    values = {
        "portrait": {"id": card.id, "title": card.title},
        "statement": presenters.statement(here),
        "others": [presenters.statement(one) for one in others],
        "other": presenters.statement(asked) if asked else None,
        "text": text,
    }
    return page(request, "portraits/merge.html", values)


def _done(request: Request, act: Callable[[], object]) -> bool:
    try:
        act()
    except LinkworkError as refusal:
        messages.error(request, refusal.reason)
        return False
    return True


def _back(portrait_id: UUID, statement_id: UUID) -> HttpResponse:
    return redirect(f"{step_url(portrait_id, Step.POPULATE)}#s-{statement_id}")


def _in_place(request: Request, portrait_id: UUID, statement_id: UUID) -> StatementInPlace:
    access.check_may_write(request.viewer)
    return reads.statement_in_place(request.viewer, portrait_id, statement_id)


def _words_of(now: StatementCard) -> dict[str, str]:
    return {"text": now.text, "stage": now.stage.value, "kind": now.kind.value}


def _statement_page(request: Request, place: StatementInPlace, form: StatementForm) -> HttpResponse:
    now = place.statement
    values: dict[str, Any] = {
        "form": form,
        "portrait": {"id": now.portrait_id, "title": place.portrait_title},
        "statement": presenters.statement(now),
        "pick": picker(request, place.study_id, _extract_of(place), now.evidence),
        "begun": None,
    }
    return page(request, "portraits/statement.html", values)


def _extract_of(place: StatementInPlace) -> UUID | None:
    """All figures of a statement come from one extract: the one they came from first, else the portrait's.

    Scores of staff say theirs.
    """
    figures = [one.extract_id for one in place.statement.evidence.figures if not one.key.wave]
    return figures[0] if figures else place.extract_id
