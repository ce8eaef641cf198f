"""The story in plain language beside the full one, with how hard it is to read."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.core.errors import Invalid
from linkwork.evaluation.indicators.reads import number
from linkwork.evaluation.portraits import actions
from linkwork.evaluation.portraits.reads import PortraitCard, StatementCard
from linkwork.evaluation.portraits.rules.kinds import Step
from linkwork.evaluation.portraits.rules.reading import Reading, reading
from linkwork.web.portraits.labels import EASES, FORMULAS, PLAIN_LANGUAGES
from linkwork.web.portraits.views.parts import step_url
from linkwork.web.portraits.views.steps import card_to_write
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.labels import STAGES


@require_http_methods(["GET", "POST"])
def plain(request: Request, portrait_id: UUID) -> HttpResponse:
    """Each statement with its plain words beside it. "check" counts and keeps nothing; "keep" keeps."""
    card = card_to_write(request, portrait_id)
    typed = _typed(request, card) if request.method == "POST" else _now(card)
    errors: dict[str, str] = {}
    if request.method == "POST" and "check" not in request.POST:
        try:
            actions.write_plain(
                portrait_id=portrait_id,
                language=typed["language"],
                story=typed["story"],
                lines=typed["lines"],
                by=request.viewer,
                at=request.at,
            )
        except Invalid as refusal:
            errors = refusal.errors
        else:
            messages.success(request, _("Kept."))
            return redirect("portraits:plain", portrait_id)
    lines = [_line(one, typed["lines"].get(one.id, ""), errors) for one in card.statements]
    whole = "\n".join([typed["story"], *typed["lines"].values()])
    values = {
        "portrait": {"id": card.id, "title": card.title, "stale": card.plain_stale},
        "back": step_url(portrait_id, Step.INTERPRET),
        "language": typed["language"],
        "tongues": PLAIN_LANGUAGES,
        "story": typed["story"],
        "story_error": errors.get("story", ""),
        "lines": lines,
        "plain_reading": _said(reading(whole, typed["language"])) if whole.strip() else None,
        "full_reading": _said(reading(" ".join(one.text for one in card.statements), typed["language"])),
        "errors": list(errors.values()),
    }
    return page(request, "portraits/plain.html", values, 422 if errors else 200)


def _now(card: PortraitCard) -> dict[str, Any]:
    return {
        "language": card.plain_language,
        "story": card.plain,
        "lines": {one.id: one.plain for one in card.statements},
    }


def _typed(request: Request, card: PortraitCard) -> dict[str, Any]:
    language = request.POST.get("language", "")
    return {
        "language": language if language in PLAIN_LANGUAGES else card.plain_language,
        "story": request.POST.get("story", ""),
        "lines": {one.id: request.POST.get(f"plain-{one.id}", one.plain) for one in card.statements},
    }


def _line(one: StatementCard, words: str, errors: dict[str, str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "stage": one.stage.value,
        "stage_name": STAGES[one.stage],
        "full": one.text,
        "plain": words,
        "stale": one.plain_stale,
        "error": errors.get(str(one.id), ""),
    }


def _said(found: Reading) -> dict[str, Any]:
    words, chip = EASES[found.ease] if found.ease else ("", "")
    length = (
        _("Sentences have %(mean)s characters on average; the longest has %(longest)s.")
        if found.by_characters
        else _("Sentences have %(mean)s words on average; the longest has %(longest)s.")
    )
    return {
        "score": "" if found.score is None else _short(found.score),
        "formula": FORMULAS[found.formula] if found.formula else "",
        "ease": words,
        "chip": chip,
        "length": length % {"mean": _short(found.mean), "longest": number(found.longest)},
        "long_sentences": found.long_sentences,
        "hard_words": ", ".join(found.hard_words),
    }


def _short(value: float) -> str:
    return number(Decimal(str(value)))
