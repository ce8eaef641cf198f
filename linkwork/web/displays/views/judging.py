"""Judging a row: each reviewer apart, then settling where they differ."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import LinkworkError, NotFound
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads.displays import DisplayCard, RowCard
from linkwork.evaluation.portraits.rules.displays.layouts import columns
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.web.displays import presenters
from linkwork.web.displays.forms import JudgeForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def judge(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Give one's own verdict, or settle the row once the reviewers' are open."""
    access.check_may_write(request.viewer)
    card = reads.display(request.viewer, display_id)
    now = next((one for one in card.rows if one.id == row_id), None)
    if now is None:
        raise NotFound(_("There is no such row in this display."))
    mine = request.viewer.id in {one for one, _name in card.reviewers}
    drawn = presenters.row(now, card, columns(card.kind, rated=bool(now.ratings)), request.viewer, mine)
    settles = not drawn["judges"] and (drawn["settles"] or drawn["decided"] or not card.reviewers)
    form = JudgeForm(
        request.POST if request.method == "POST" else None, initial=_first(request, now, settles)
    )
    if request.method == "POST" and form.is_valid():
        act = actions.settle_verdict if settles else actions.give_verdict
        kept = carried_out(
            form,
            lambda: act(
                row_id=row_id,
                verdict=Verdict(form.cleaned_data["verdict"]),
                reasoning=form.cleaned_data["reasoning"],
                by=request.viewer,
                at=request.at,
            ),
        )
        if kept:
            messages.success(request, _("The row is decided.") if settles else _("Your verdict is kept."))
            return redirect(_onward(request, card, row_id, settles))
    values = {
        "form": form,
        "display": {"id": card.id, "title": card.title, "frozen": bool(card.frozen_at)},
        "row": drawn,
        "settles": settles,
        "reviewer": mine,
    }
    return page(request, "displays/judge.html", values)


@require_POST
def judge_anew(request: Request, display_id: UUID, row_id: UUID) -> HttpResponse:
    """Take the verdicts off a row."""
    actions.judge_anew(row_id=row_id, by=request.viewer, at=request.at)
    messages.success(request, _("The reviewers are asked again."))
    return redirect(f"{reverse('displays:display', args=[display_id])}#r-{row_id}")


@require_POST
def open_verdicts(request: Request, display_id: UUID) -> HttpResponse:
    """Let the reviewers see each other's verdicts."""
    try:
        actions.open_verdicts(display_id=display_id, by=request.viewer, at=request.at)
    except LinkworkError as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("The verdicts are open now."))
    return redirect("displays:display", display_id)


def _first(request: Request, now: RowCard, settles: bool) -> dict[str, str]:
    """What is in the form at first: one's own earlier verdict, or what was decided. Nothing is filled in otherwise."""
    if settles:
        return {"verdict": now.verdict.value, "reasoning": now.reasoning} if now.verdict else {}
    mine = next((one for one in now.review.given if one.reviewer_id == request.viewer.id), None)
    return {"verdict": mine.verdict.value, "reasoning": mine.reasoning} if mine else {}


def _onward(request: Request, card: DisplayCard, row_id: UUID, settles: bool) -> str:
    """To the next row that waits for the same person; else back to the display."""
    places = [one.id for one in card.rows]
    later = card.rows[places.index(row_id) + 1 :]
    if not settles:
        for one in later:
            if presenters.waits_for(one, request.viewer.id):
                return reverse("displays:judge", args=[card.id, one.id])
    return f"{reverse('displays:display', args=[card.id])}#r-{row_id}"
