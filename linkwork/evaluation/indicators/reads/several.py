"""Several figures at once, as they may leave: what evidence is made of."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.reads.figures import not_held
from linkwork.evaluation.indicators.reads.leaving import leaving_of
from linkwork.evaluation.indicators.reads.leaving_scores import SCORE
from linkwork.evaluation.indicators.reads.score_figures import score_figures_of
from linkwork.evaluation.indicators.reads.telling import Figure
from linkwork.evaluation.indicators.rules.score_ids import parts_of
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard

Asked = tuple[UUID, str, str]  # extract, indicator, and what it is broken down by: "" for nothing


def several(viewer: Viewer, wanted: Iterable[Asked]) -> dict[Asked, Figure | str]:
    """Several figures or scores at once, each broken down or not; where one cannot be told, a sentence that says why.

    What would give a small number away is marked `small` or `hidden`, with all other figures in view. One question of
    the database and one count for each extract and breakdown. Raises NotAllowed.
    """
    asked = set(wanted)
    cards, released = extracts.with_released(viewer, {extract_id for extract_id, _indicator, _by in asked})
    places = {at: (at[0], SCORE if parts_of(at[1]) else at[2]) for at in asked}
    found = {
        (extract_id, by): _told_or_why(cards.get(extract_id), released, by)
        for extract_id, by in sorted(set(places.values()), key=lambda place: not place[1])
    }  # breakdowns first: with them the whole is counted, most of it as their sum
    return {at: _one_of(found[place], at[1]) for at, place in places.items()}


def _told_or_why(
    card: ExtractCard | None, released: Sequence[ExtractCard], by: str
) -> dict[str, Figure] | str:
    if card is None:
        return _("There is no such extract in this programme.")
    try:
        told = score_figures_of(card, released) if by == SCORE else leaving_of(card, released, by or None)
        return {one.definition.id: one for one in told}
    except (NotFound, Refused) as refusal:
        return refusal.reason


def _one_of(found: dict[str, Figure] | str, indicator_id: str) -> Figure | str:
    if isinstance(found, str):
        return found
    return found.get(indicator_id) or not_held()
