"""What changed for a person, for the page about them."""

import datetime as dt
from uuid import UUID

from django.urls import reverse

from linkwork.outcomes import reads
from linkwork.outcomes.rules import Direction
from linkwork.programmes.reads import Standing
from linkwork.web.outcomes.forms import DIRECTIONS
from linkwork.web.shared.days import day_said, local_day

CHIPS = {
    Direction.BETTER: "",
    Direction.SAME: "quiet",
    Direction.WORSE: "needs",
    Direction.TOO_EARLY: "quiet",
}


def panel(standing: Standing, case_id: UUID, at: dt.datetime) -> dict[str, object]:
    """Values for outcomes/panel.html, to be passed as `outcomes`: what was said, newest first, and where to add.

    One question of the database.
    """
    today = local_day(at)
    return {
        "changes": [
            {
                "when": day_said(card.noted_on, today),
                "direction": DIRECTIONS[card.direction],
                "chip": CHIPS[card.direction],
                "words": card.words,
            }
            for card in reversed(reads.changes_of(standing.viewer, case_id))
        ],
        "add": reverse("outcomes:change_new", args=[case_id]),
    }
