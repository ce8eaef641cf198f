"""Pages of the gate: the extracts there are, a new one, two of them side by side, one removed."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.errands.kinds import TAKE
from linkwork.errands.rules import State
from linkwork.evaluation.indicators.comparing import compare as compared
from linkwork.evaluation.studies.reads import studies
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.access import check_may_remove
from linkwork.extracts.gather import part_asked_for
from linkwork.web.figures import comparison, lines
from linkwork.web.figures.forms import CompareForm, ListForm, RemoveForm, TakeForm, newest_pair
from linkwork.web.shared.errands import asked, on_the_way
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """The extracts, and the ways to a new one."""
    return _home(request)


def _studies(request: Request) -> list[tuple[str, str]]:
    return [(str(one.id), one.title) for one in studies(request.viewer)]


def _home(request: Request, taking: TakeForm | None = None, status: int = 200) -> HttpResponse:
    cards = extracts.extracts(request.viewer, removed=True)
    titles = dict(_studies(request))
    asked = ListForm(request.GET)
    found = lines.chosen(cards, titles, asked.words, asked.order)
    shown = found if "all" in request.GET else found[: lines.MOST]
    values = {
        "extracts": [lines.line(card, titles) for card in shown],
        "there_are": len(cards),
        "left_out": len(found) - len(shown),
        "show_all": urlencode({"q": asked.words, "sort": asked.order, "all": 1}),
        "asked": asked,
        "comparing": CompareForm(cards=cards) if newest_pair(cards) else None,
        "taking": taking or TakeForm(studies=list(titles.items())),
    }
    return page(request, "figures/home.html", values, status)


@require_POST
def take(request: Request) -> HttpResponse:
    """Take an extract of the record."""
    form = TakeForm(request.POST, studies=_studies(request))
    if form.is_valid():
        try:
            part_asked_for(request.viewer, form.part)
        except Invalid as refusal:
            form.refuse(refusal.errors)
        else:
            return _taken(request, form)
    return _home(request, form, 400)


def _taken(request: Request, form: TakeForm) -> HttpResponse:
    given = {
        "name": form.cleaned_data["name"],
        "study": form.cleaned_data["study"] or actions.STUDY_KEY,
        "days": form.cleaned_data["days"].value,
        "part": form.part.data(),
    }
    card = asked(request, TAKE, given, about=given["name"])
    if card.state is State.DONE:
        messages.success(request, _("Extract taken. It will not change from now on."))
    return on_the_way(request, card)


@require_GET
def compare(request: Request) -> HttpResponse:
    """What changed between two extracts, and which figures moved."""
    cards = extracts.extracts(request.viewer, removed=True)
    form = CompareForm(request.GET or None, cards=cards)
    values: dict[str, Any] = {"form": form, "found": None}
    if form.is_valid():
        one, other = (UUID(form.cleaned_data[name]) for name in ("one", "other"))
        values["found"] = comparison.shown(compared(request.viewer, one, other))
    return page(request, "figures/compare.html", values, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def remove(request: Request, extract_id: UUID) -> HttpResponse:
    """Remove the rows of an extract, with a reason; its line in the list stays."""
    check_may_remove(request.viewer)
    card = extracts.extract(request.viewer, extract_id)
    form = RemoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        actions.remove(extract_id=extract_id, why=why, by=request.viewer, at=request.at)
        messages.success(
            request, _("The rows were removed. What the extract said of itself stays in the list.")
        )
        return redirect("figures:home")
    values = {
        "extract": lines.line(card, {}),
        "id": card.id,
        "form": form,
        "gone": card.removed_at is not None,
    }
    return page(request, "figures/remove.html", values, 400 if form.errors else 200)
