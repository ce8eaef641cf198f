"""Composing recommendations, publishing them, looking at the site before it goes out."""

import io
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import IllegalStep, Refused
from linkwork.evaluation.toolkit import access, actions, reads
from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.evaluation.toolkit.rules.edition import Edition
from linkwork.evaluation.toolkit.rules.kinds import Audience, State
from linkwork.evaluation.toolkit.rules.site import build_site
from linkwork.exchange.site.writer import draw_page, standing_file, write_zip
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters as portraits
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.toolkit.forms import RecommendationForm
from linkwork.web.toolkit.labels import AUDIENCES

KINDS_OF_FILE = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8"}


@require_GET
def home(request: Request) -> HttpResponse:
    """What is advised, by stage, and what of it is public."""
    cards = reads.recommendations(request.viewer)
    values = {
        "stages": [
            {"key": stage.value, "cards": [_shown(card) for card in cards if card.stage is stage]}
            for stage in Stage
        ],
        "published": sum(card.state is State.PUBLISHED for card in cards),
        "any": bool(cards),
        "writes": access.may_compose(request.viewer),
    }
    return page(request, "toolkit/home.html", values)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Write a recommendation."""
    access.check_may_compose(request.viewer)
    form = RecommendationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form, lambda: actions.compose(by=request.viewer, at=request.at, **_entered(request, form))
        )
        if made:
            messages.success(request, _("Kept as a draft."))
            return redirect("toolkit:home")
    return _form_page(request, form, None)


@require_http_methods(["GET", "POST"])
def edit(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Say a draft anew; a published one is withdrawn first."""
    access.check_may_compose(request.viewer)
    card = reads.recommendation(request.viewer, recommendation_id)
    first = {
        "title": card.title,
        "advice": card.advice,
        "stage": card.stage.value,
        "audience": card.audience.value,
        "barrier": card.barrier,
        "checklist": "\n".join(card.checklist),
        "strategies": [key for key, _name in card.strategies],
    }
    form = RecommendationForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        changed = carried_out(
            form,
            lambda: actions.change(
                recommendation_id=card.id, by=request.viewer, at=request.at, **_entered(request, form)
            ),
        )
        if changed:
            messages.success(request, _("Kept."))
            return redirect("toolkit:home")
    return _form_page(request, form, card)


@require_POST
def publish(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Let it stand in the site."""
    try:
        actions.publish(recommendation_id=recommendation_id, by=request.viewer, at=request.at)
    except (IllegalStep, Refused) as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("Published: the next download has it."))
    return redirect("toolkit:home")


@require_POST
def withdraw(request: Request, recommendation_id: UUID) -> HttpResponse:
    """Make it a draft again."""
    try:
        actions.withdraw(recommendation_id=recommendation_id, by=request.viewer, at=request.at)
    except IllegalStep as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("It is a draft again."))
    return redirect("toolkit:home")


@require_GET
def download(request: Request) -> HttpResponse:
    """The whole site as a zip, to unpack anywhere."""
    target = io.BytesIO()
    write_zip(build_site(_edition(request)), target, local_day(request.at))
    response = HttpResponse(target.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="toolkit.zip"'
    return response


@require_GET
def preview(request: Request, file: str) -> HttpResponse:
    """One file of the site as it would go out. Raises Http404 where the site has no such file."""
    kind = KINDS_OF_FILE.get(file.rpartition(".")[2])
    drawn = standing_file(file)
    if drawn is None and kind is not None:
        drawn = draw_page(build_site(_edition(request)), file, local_day(request.at))
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type=kind)


def _edition(request: Request) -> Edition:
    return reads.edition(request.viewer, request.standing.programme)


def _shown(card: RecommendationCard) -> dict[str, Any]:
    published = card.published_at
    return {
        "id": card.id,
        "title": card.title,
        "audience": AUDIENCES[card.audience],
        "barrier": card.barrier,
        "opinion": card.is_opinion,
        "statements": len(card.statement_ids),
        "published": date_said(local_day(published)) if published else "",
    }


def _form_page(request: Request, form: RecommendationForm, card: RecommendationCard | None) -> HttpResponse:
    sent = {str(one) for one in portraits.ids(request.POST.getlist("statements"))}
    linked = {str(one) for one in card.statement_ids} if card else set()
    ticked = sent if request.method == "POST" else linked
    values = {
        "form": form,
        "card": {"id": card.id, "published": card.published_at is not None} if card else None,
        "portraits": [
            {
                "title": one.title,
                "statements": _ticked_first(
                    [
                        portraits.statement(said) | {"ticked": str(said.id) in ticked}
                        for said in one.statements
                    ]
                ),
            }
            for one in reads.statement_choices(request.viewer)
        ],
        "strategies": _ticked_first(
            [
                {"key": key, "name": name, "ticked": key in (form["strategies"].value() or ())}
                for key, name in reads.strategies()
            ]
        ),
    }
    return page(request, "toolkit/recommendation.html", values)


def _ticked_first(choices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is chosen stands where it is seen; the rest stays in its order."""
    return sorted(choices, key=lambda one: not one["ticked"])


def _entered(request: Request, form: RecommendationForm) -> dict[str, Any]:
    given = form.cleaned_data
    return given | {
        "stage": Stage(given["stage"]),
        "audience": Audience(given["audience"]),
        "checklist": given["checklist"].splitlines(),
        "statements": portraits.ids(request.POST.getlist("statements")),
    }
