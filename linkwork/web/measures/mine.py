"""The person answers for themself, by their own link: what they are asked, the questions, thanks.

They see no score and no label: these are for a talk with the worker. Where an answer worries, the page says at once
what helps now, because nobody may be reading at this moment.
"""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from linkwork.casework.reads import OwnPage
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.instruments.measures import Measure, Wording
from linkwork.outcomes import actions, reads
from linkwork.outcomes.actions import Recorded
from linkwork.outcomes.reads import AskingCard
from linkwork.outcomes.rules.occasions import Mode
from linkwork.web.measures.presenters import measure_or_none
from linkwork.web.measures.questions import QuestionsForm, initial_answers, questions_values
from linkwork.web.mine.door import by_own_link, own_page
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.request import Request


def mine_section(viewer: Viewer, case_id: UUID, at: dt.datetime) -> dict[str, Any] | None:
    """What the person is asked; nothing where nothing waits. Two questions of the database."""
    waiting = [(card, measure_or_none(card.measure)) for card in reads.askings_of(viewer, case_id, at)]
    items = [_waiting(card, found) for card, found in waiting if found is not None and found.usable]
    return {"items": items} if items else None


def _waiting(card: AskingCard, found: Measure) -> dict[str, str]:
    left = len(found.items) - len(card.answers)
    size = ngettext("%(num)s question", "%(num)s questions", left) % {"num": left}
    more = _("%(size)s left") % {"size": size} if card.answers else size
    return {
        "measure": card.measure,
        "title": _(found.words),
        "more": more,
        "begun": "yes" if card.answers else "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
@by_own_link
@sensitive_variables("token")
def answer(request: Request, token: str, own: OwnPage, measure_id: str) -> HttpResponse:
    """The questions in the person's language, where the measure has it; to go on with later if they like."""
    asking = reads.asking(own.viewer, own.case_id, measure_id, request.at)
    measure = measure_or_none(measure_id)
    if asking is None or measure is None or not measure.usable:
        raise NotFound(_("This is not asked any more."))
    wording = _wording(request, measure, own)
    form = QuestionsForm(
        request.POST if request.method == "POST" else None,
        measure=measure,
        wording=wording,
        initial=initial_answers(asking.answers),
    )
    if request.method == "POST" and "later" in request.POST:
        return _keep_for_later(request, token, own, asking, form)
    if (
        request.method == "POST"
        and form.is_valid()
        and (kept := _record(request, own, asking, form, wording))
    ):
        messages.success(request, _("Your answers are sent."))
        care = "?care=1" if kept.flags else ""
        return redirect(reverse("mine:measures:thanks", args=[token]) + care)
    values = {"form": form, "heading": _(measure.words)} | questions_values(form, measure, wording)
    return own_page(request, "measures/mine/answer.html", own, token, values, 422 if form.errors else 200)


def _wording(request: Request, measure: Measure, own: OwnPage) -> Wording:
    """In the language of the page, else the person's, else the measure's first."""
    for language in (request.GET.get("language", ""), get_language() or "", own.language):
        if language in measure.languages:
            return measure.wording(language)
    return measure.wording("")


def _keep_for_later(
    request: Request, token: str, own: OwnPage, asking: AskingCard, form: QuestionsForm
) -> HttpResponse:
    form.is_valid()
    actions.keep_unfinished(
        case_id=own.case_id,
        measure_id=asking.measure,
        occasion=asking.occasion,
        answers=form.answers,
        by=own.viewer,
        at=request.at,
    )
    messages.success(request, _("Kept. You can go on whenever it suits."))
    return redirect("mine:open", token)


def _record(
    request: Request, own: OwnPage, asking: AskingCard, form: QuestionsForm, wording: Wording
) -> Recorded | None:
    made: list[Recorded] = []
    carried_out(
        form,
        lambda: made.append(
            actions.record_assessment(
                case_id=own.case_id,
                measure_id=form.measure.id,
                answers=form.answers,
                occasion=asking.occasion,
                mode=Mode.SELF,
                answered_on=local_day(request.at),
                language=wording.language,
                by=own.viewer,
                at=request.at,
            )
        ),
    )
    return made[0] if made else None


@require_safe
@by_own_link
@sensitive_variables("token")
def thanks(request: Request, token: str, own: OwnPage) -> HttpResponse:
    """Who reads the answers, and what helps now where one of them worries."""
    left = mine_section(own.viewer, own.case_id, request.at)
    values = {"care": "care" in request.GET, "left": left["items"] if left else []}
    return own_page(request, "measures/mine/thanks.html", own, token, values)


urlpatterns = [
    path("thanks/", thanks, name="thanks"),
    path("<slug:measure_id>/", answer, name="answer"),
]
