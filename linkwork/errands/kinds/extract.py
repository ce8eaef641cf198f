"""An extract of the record, or of a part of it."""

from typing import Any

from django.utils.translation import gettext as _

from linkwork.core.days import Days
from linkwork.errands.hand import Hand
from linkwork.errands.kinds.first_look import ready_for_a_look
from linkwork.extracts import actions
from linkwork.extracts.rules.parts import part_from


def take(hand: Hand) -> dict[str, Any]:
    """Copy the record through the gate. `given`: `name`, `study`, `days` and `part`."""
    hand.tell(0, 0, _("Copying the record without names"))
    extract_id = actions.take_extract(
        by=hand.viewer,
        at=hand.at,
        name=hand.given["name"],
        study_key=hand.given["study"],
        days=Days(hand.given["days"]),
        part=part_from(hand.given["part"]),
    )
    ready_for_a_look(hand, extract_id)
    return hand.page("figures:extract", extract_id)
