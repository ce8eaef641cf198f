"""Which contacts are marked as a first meeting on another day than the record says?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import paths_of
from linkwork.evaluation.indicators.engine import opened
from linkwork.evaluation.indicators.expressions import with_first
from linkwork.evaluation.indicators.rules.telling import order_is_known
from linkwork.extracts import reads as extracts


@dataclass(frozen=True)
class Disagreement:
    """One contact whose mark and day disagree; ids are pseudonyms."""

    contact: str
    case: str
    occurred_on: dt.date
    marked_first: bool
    derived_first: bool


def disagreements(viewer: Viewer, extract_id: UUID, most: int = 500) -> list[Disagreement]:
    """The first `most` contacts whose mark and day disagree, by day.

    Raises NotAllowed, NotFound; Refused where the extract's days cannot tell which contact came first.
    """
    card = extracts.extract(viewer, extract_id)
    if "contacts" not in card.rows:
        return []
    if card.removed_at or not order_is_known(card.lost):
        raise Refused(_("This extract cannot tell which contact of a person came first."))
    with opened(paths_of(card)) as engine:
        table = with_first(engine.table("contacts"))
        table = table.filter(~table.first_agrees.fill_null(True)).order_by(["occurred_on", "contact_id"])
        rows = engine.rows(
            table.limit(most).select("contact_id", "case_id", "occurred_on", "marked_first", "derived_first")
        )
    return [Disagreement(*row.values()) for row in rows]
