"""A new extract's figures, counted before anybody looks: loading the engine takes longer than a page may take."""

import logging
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.errands.hand import Hand
from linkwork.evaluation.indicators.reads import count_first_look

logger = logging.getLogger("linkwork.errands")


def ready_for_a_look(hand: Hand, extract_id: UUID) -> None:
    """Count what its page shows first. The extract is taken, so where that fails the page says why."""
    hand.tell(0, 0, _("Counting its figures"))
    try:
        count_first_look(hand.viewer, extract_id)
    except Exception as problem:  # the engine may be away; its words may hold something about a person
        logger.error("errands: a new extract was not counted: %s", type(problem).__name__)
