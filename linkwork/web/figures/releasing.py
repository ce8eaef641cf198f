"""Letting figures of an extract leave: how, what is then hidden, what is out already, and what for."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.indicators.reads.leaving import leaving_of
from linkwork.evaluation.indicators.reads.leaving_scores import leaving_changes_of, leaving_surveys_of
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.access import check_may_take
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Grouping
from linkwork.web.figures import lines, means, presenters
from linkwork.web.figures.forms import BreakdownForm, ReleaseForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def release(request: Request, extract_id: UUID) -> HttpResponse:
    """What would be hidden, as they are or rounded; then, with what for, they leave."""
    check_may_take(request.viewer)
    found, out = extracts.with_released(request.viewer, [extract_id])
    if extract_id not in found:
        raise NotFound(_("There is no such extract in this programme."))
    card = found[extract_id]
    form = ReleaseForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        actions.release(
            extract_id=extract_id, base=said["base"], why=said["why"], by=request.viewer, at=request.at
        )
        messages.success(request, _("Figures of this extract may leave now."))
        return redirect("figures:home")
    other = extracts.in_the_way(card, out)
    values = {
        "extract": lines.line(card, {}),
        "id": card.id,
        "form": form,
        "other": other.name if other else "",
        "out": [[one.name, lines.left(one)] for one in out if one.id != card.id],
    }
    if not (card.removed_at or card.released_at):
        values |= _preview(card, out, request)
    return page(request, "figures/release.html", values, 400 if form.errors else 200)


def _preview(card: ExtractCard, out: list[ExtractCard], request: Request) -> dict[str, object]:
    """Every figure as it would leave, in both ways, and every score; and the groups of the breakdown asked for."""
    asked = BreakdownForm(request.GET)
    by = asked.cleaned_data["by"] if asked.is_valid() else ""
    ways = [replace(card, base=base) for base in (0, actions.BASE)]
    values: dict[str, object] = {
        "by_form": BreakdownForm(initial={"by": by}),
        "leaving": presenters.leaving([leaving_of(one, out) for one in ways]),
        "surveys": means.surveys(leaving_surveys_of(card, out)),
        "changes": means.changes(leaving_changes_of(card, out)),
        "parts": None,
        "why_not": "",
    }
    if by:
        try:
            values["parts"] = presenters.table(leaving_of(ways[0], out, by), Grouping(by))
        except Refused as refusal:
            values["why_not"] = refusal.reason
    return values
