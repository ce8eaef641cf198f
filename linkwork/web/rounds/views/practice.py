"""A practice set: finishing, how near one came to the expert, trying again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.evaluation.coding import actions
from linkwork.evaluation.coding.reads.practice import standing_of
from linkwork.evaluation.coding.reads.records import Asked, as_json
from linkwork.evaluation.studies import reads as studies
from linkwork.web.rounds.presenters import agreement, differences
from linkwork.web.rounds.presenters import practice as present
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell


@require_GET
def practice(request: Request, round_id: UUID, learner_id: UUID) -> HttpResponse:
    """One learner's attempts and, where they are done, their codings beside the expert's. For them and the lead."""
    viewer = request.viewer
    found = standing_of(viewer, round_id, learner_id)
    card, now = found.card, found.now
    values: dict[str, Any] = {
        "round": {"id": round_id, "title": card.title, "open": card.closed_at is None},
        "learner": found.learner.name,
        "mine": viewer.id == learner_id,
        "finished": now is not None,
        "attempts": [present.attempt_row(one) for one in found.attempts],
        "places": [],
    }
    if now is not None:
        figures, asked = as_json(now.agreed), Asked(unit=card.unit, window=card.window)
        texts = studies.sources_with_text(viewer, [one.id for one in card.sources])
        values |= {
            "table": agreement.table(figures),
            "strengths": agreement.strengths(figures),
            "basis": agreement.basis(figures, asked),
            "coders": [one["name"] for one in figures["coders"]],
            "places": [
                differences.compared(one, now.agreed.coders, texts[one.source_id]) for one in now.places
            ],
        }
    return page(request, "rounds/practice.html", values | shell(viewer, card.study_id, "rounds:home"))


@require_POST
def finish(request: Request, round_id: UUID) -> HttpResponse:
    """Keep one's attempt as it stands."""
    number = actions.finish_attempt(round_id=round_id, by=request.viewer, at=request.at)
    messages.success(request, _("Attempt %(n)s is kept.") % {"n": number})
    return redirect("rounds:practice", round_id, request.viewer.worker_id)


@require_POST
def anew(request: Request, round_id: UUID) -> HttpResponse:
    """Take one's codings in the set away, to try once more."""
    actions.begin_anew(round_id=round_id, by=request.viewer, at=request.at)
    messages.success(request, _("Your codings in these sources are taken away. Begin when you like."))
    return redirect("rounds:round", round_id)
