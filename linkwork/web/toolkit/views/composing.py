"""Writing a recommendation, from a finding, from a factor or from nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.toolkit import access, actions, reads
from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters as portraits
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.toolkit import presenters
from linkwork.web.toolkit.forms import TITLE, RecommendationForm

Chosen = tuple[dict[str, Any], list[UUID]]  # what the form begins with, and the statements that are ticked


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Write a recommendation; `?finding=` or `?factor=` say what it begins with."""
    access.check_may_compose(request.viewer)
    stories = reads.statement_choices(request.viewer)
    first, ticked = _begun(request, stories) if request.method == "GET" else ({}, [])
    form = RecommendationForm(request.POST if request.method == "POST" else None, initial=first)
    if _is_sent(request, form):
        made = carried_out(
            form, lambda: actions.compose(by=request.viewer, at=request.at, **_entered(request, form))
        )
        if made:
            messages.success(request, _("Kept as a draft."))
            return redirect("toolkit:read", made)
    return _form_page(request, form, None, ticked, stories)


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
        "settings": [one.value for one in card.settings],
        "barrier": card.barrier,
        "checklist": "\n".join(card.checklist),
        "constructs": [key for key, _name in card.constructs],
        "strategies": [key for key, _name in card.strategies],
        "language": card.language,
    } | {TITLE + code: name for code, name in card.titles.items()}
    form = RecommendationForm(request.POST if request.method == "POST" else None, initial=first)
    if _is_sent(request, form):
        changed = carried_out(
            form,
            lambda: actions.change(
                recommendation_id=card.id, by=request.viewer, at=request.at, **_entered(request, form)
            ),
        )
        if changed:
            messages.success(request, _("Kept."))
            return redirect("toolkit:read", card.id)
    stories = reads.statement_choices(request.viewer)
    return _form_page(request, form, card, list(card.statement_ids), stories)


def _is_sent(request: Request, form: RecommendationForm) -> bool:
    """Whether it is to be kept: a form sent only to see suggestions is not."""
    return request.method == "POST" and request.POST.get("step") != "suggest" and form.is_valid()


def _begun(request: Request, stories: Sequence[PortraitCard]) -> Chosen:
    """What the finding or the factor named in the address already says. An unknown one says nothing."""
    language = {"language": get_language() or "en"}
    finding, factor = request.GET.get("finding", ""), request.GET.get("factor", "")
    if not finding and not factor:
        return language, []
    findings, factors = reads.starts(request.viewer, stories, [])
    for one in findings:
        if str(one.id) == finding:
            said = {"stage": one.stage.value, "constructs": one.constructs}
            return language | said, [one.id]
    for known in factors:
        if known.reference == factor:
            said = {"constructs": (known.reference,), "barrier": known.findings[0].text[:300]}
            return language | said | {"stage": known.findings[0].stage.value}, [
                one.id for one in known.findings
            ]
    return language, []


def _form_page(
    request: Request,
    form: RecommendationForm,
    card: RecommendationCard | None,
    linked: list[UUID],
    stories: Sequence[PortraitCard],
) -> HttpResponse:
    sent = request.method == "POST"
    ticked = portraits.ids(request.POST.getlist("statements")) if sent else linked
    factors = tuple(one for one in form["constructs"].value() or () if reads.is_construct(one))
    strategies, table = presenters.strategy_choices(form["strategies"].value() or (), factors)
    values = {
        "form": form,
        "card": {"id": card.id, "published": card.published_at is not None} if card else None,
        "portraits": presenters.statement_choices(stories, ticked),
        "constructs": presenters.construct_choices(factors),
        "strategies": strategies,
        "suggested": sum(bool(one["level"]) for one in strategies),
        "table": table,
        "asked": bool(factors),
        "language_open": any(field.value() for field in form.other_titles),
    }
    if request.POST.get("step") == "suggest":
        form.errors.clear()
    return page(request, "toolkit/recommendation.html", values)


def _entered(request: Request, form: RecommendationForm) -> Any:
    given = form.cleaned_data
    return {name: value for name, value in given.items() if not name.startswith(TITLE)} | {
        "stage": Stage(given["stage"]),
        "audience": Audience(given["audience"]),
        "settings": [Setting(one) for one in given["settings"]],
        "checklist": given["checklist"].splitlines(),
        "titles": form.titles(),
        "statements": portraits.ids(request.POST.getlist("statements")),
    }
