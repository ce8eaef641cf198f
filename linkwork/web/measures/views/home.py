"""The tab of measures: what was answered, which way it goes, what waits."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from linkwork.outcomes import reads
from linkwork.trail import actions as trail
from linkwork.web.measures.presenters import by_measure, line, safety_link, title_of, waiting
from linkwork.web.outcomes.presenters import panel
from linkwork.web.people.shell import shell
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_safe
def home(request: Request, case_id: UUID) -> HttpResponse:
    """Opening it leaves an access row."""
    head = shell(request.standing, case_id, "measures:home", request.at)
    today = local_day(request.at)
    every = reads.every_assessment_of(request.viewer, case_id)
    cards = [card for card in every if card.counts]
    values = head | {
        "blocks": by_measure(cards, today),
        "waiting": [waiting(one, today) for one in reads.askings_of(request.viewer, case_id, request.at)],
        "worries": [
            {
                "title": title_of(card.measure),
                "url": reverse("measures:done", args=[card.id]),
                "concern": safety_link(case_id, card.measure),
            }
            for card in every
            if card.flagged and card.flag_followed_at is None
        ],
        "gone": [line(card, today) | {"title": title_of(card.measure)} for card in every if not card.counts],
        "outcomes": panel(request.standing, case_id, request.at),
    }
    trail.look(by=request.viewer, at=request.at, page="measures:home", person_id=head["case"].person_id)
    return page(request, "measures/home.html", values)
