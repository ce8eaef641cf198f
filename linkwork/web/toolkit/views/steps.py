"""One recommendation on its page, and the steps it takes from there."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import IllegalStep, Invalid, Refused
from linkwork.evaluation.toolkit import actions, reads
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.toolkit import presenters


@require_GET
def read(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Everything it says, what it rests on, who said what about it."""
    card = reads.recommendation(request.viewer, recommendation_id)
    behind = [
        said | {"portrait": story["title"]}
        for story in presenters.statement_choices(reads.statement_choices(request.viewer), card.statement_ids)
        for said in story["statements"]
        if said["ticked"]
    ]
    values = {"card": presenters.whole(card, request.viewer), "behind": behind}
    return page(request, "toolkit/read.html", values)


@require_POST
def ask(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Ask somebody else to read it."""
    return _taken(
        request,
        recommendation_id,
        lambda: actions.ask(recommendation_id=recommendation_id, by=request.viewer, at=request.at),
        _("It waits for a second reader."),
    )


@require_POST
def answer(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Agree to it, or ask for something."""
    read_words: dict[str, Any] = {
        "recommendation_id": recommendation_id,
        "fingerprint": request.POST.get("fingerprint", ""),
    }
    if request.POST.get("step") == "agree":
        return _taken(
            request,
            recommendation_id,
            lambda: actions.agree(**read_words, by=request.viewer, at=request.at),
            _("You agreed. It can go out now."),
        )
    return _taken(
        request,
        recommendation_id,
        lambda: actions.want(
            **read_words, text=request.POST.get("text", ""), by=request.viewer, at=request.at
        ),
        _("The author will see what you ask for."),
    )


@require_POST
def publish(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Let it stand in the site."""
    return _taken(
        request,
        recommendation_id,
        lambda: actions.publish(recommendation_id=recommendation_id, by=request.viewer, at=request.at),
        _("Published: the next version has it."),
    )


@require_POST
def withdraw(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Make it a draft again."""
    reason = request.POST.get("text", "")
    return _taken(
        request,
        recommendation_id,
        lambda: actions.withdraw(
            recommendation_id=recommendation_id, reason=reason, by=request.viewer, at=request.at
        ),
        _("It is a draft again."),
    )


def _taken(request: Request, recommendation_id: UUID, act: Callable[[], None], done: str) -> HttpResponse:
    try:
        act()
    except Invalid as refusal:
        messages.error(request, " ".join(refusal.errors.values()))
    except (IllegalStep, Refused) as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, done)
    return redirect("toolkit:read", recommendation_id)
