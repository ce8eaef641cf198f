"""One answering: what it came to, correcting it, taking it out, saying that safety was asked about."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.outcomes import access, actions, reads
from linkwork.outcomes.actions import Recorded
from linkwork.outcomes.reads import AssessmentCard
from linkwork.outcomes.rules.occasions import Occasion
from linkwork.trail import actions as trail
from linkwork.web.measures.forms import CorrectForm, ReasonForm
from linkwork.web.measures.presenters import (
    answers_said,
    chart_of,
    line,
    safety_link,
    scores_said,
    title_of,
)
from linkwork.web.measures.questions import initial_answers, questions_values
from linkwork.web.measures.views.answering import usable_measure
from linkwork.web.people.shell import shell
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_safe
def done(request: Request, assessment_id: UUID) -> HttpResponse:
    """The score in plain words, what changed, every answer; what to do now where an answer worries."""
    card = reads.assessment(request.viewer, assessment_id)
    head = shell(request.standing, card.case_id, "measures:home", request.at)
    today = local_day(request.at)
    own = [one for one in reads.assessments_of(request.viewer, card.case_id) if one.measure == card.measure]
    so_far = [one for one in own if (one.answered_on, one.id) <= (card.answered_on, card.id)]
    values: dict[str, Any] = head | {
        "card": card,
        "title": title_of(card.measure),
        "said": line(card, today),
        "scores": scores_said(card, [one for one in so_far if one.id != card.id]),
        "chart": chart_of(so_far, today) if card.counts else None,
        "answers": answers_said(card),
        "worries": card.flagged and card.flag_followed_at is None,
        "followed": day_said(local_day(card.flag_followed_at), today) if card.flag_followed_at else "",
        "concern": safety_link(card.case_id, card.measure),
    }
    trail.look(by=request.viewer, at=request.at, page="measures:done", person_id=card.person_id)
    return page(request, "measures/done.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Request, assessment_id: UUID) -> HttpResponse:
    """The whole of it once more; the earlier answers stay readable."""
    access.check_may_note(request.viewer)
    card = reads.assessment(request.viewer, assessment_id)
    measure = usable_measure(card.measure)
    wording = measure.wording(card.language)
    form = CorrectForm(request.POST or None, measure=measure, wording=wording, initial=_before(card))
    if form.is_valid() and (recorded := _corrected(request, card, form)):
        messages.success(request, _("Corrected. What stood there before can still be read."))
        return redirect("measures:done", recorded.id)
    trail.look(by=request.viewer, at=request.at, page="measures:correct", person_id=card.person_id)
    values: dict[str, Any] = {"card": card, "form": form} | questions_values(form, measure, wording)
    return page(request, "measures/correct.html", values, 422 if form.errors else 200)


def _before(card: AssessmentCard) -> dict[str, Any]:
    return initial_answers(card.answers) | {"answered_on": card.answered_on, "occasion": card.occasion.value}


def _corrected(request: Request, card: AssessmentCard, form: CorrectForm) -> Recorded | None:
    made: list[Recorded] = []
    carried_out(
        form,
        lambda: made.append(
            actions.correct_assessment(
                assessment_id=card.id,
                answers=form.answers,
                occasion=Occasion(form.cleaned_data["occasion"]),
                answered_on=form.cleaned_data["answered_on"],
                reason=form.cleaned_data["reason"],
                by=request.viewer,
                at=request.at,
            )
        ),
    )
    return made[0] if made else None


@require_http_methods(["GET", "HEAD", "POST"])
def void(request: Request, assessment_id: UUID) -> HttpResponse:
    """Take an answering out of every count, with the reason."""
    access.check_may_note(request.viewer)
    card = reads.assessment(request.viewer, assessment_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.void_assessment(
            assessment_id=card.id, reason=form.cleaned_data["reason"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("It no longer counts, and can still be read."))
        return redirect("measures:home", card.case_id)
    trail.look(by=request.viewer, at=request.at, page="measures:void", person_id=card.person_id)
    values = {"card": card, "form": form, "title": title_of(card.measure)}
    return page(request, "measures/void.html", values, 422 if form.errors else 200)


@require_POST
def followed(request: Request, assessment_id: UUID) -> HttpResponse:
    """Safety was asked about."""
    actions.follow_up_flag(assessment_id=assessment_id, by=request.viewer, at=request.at)
    messages.success(request, _("Noted that safety was asked about."))
    return redirect("measures:done", assessment_id)
