"""What would be different today? A frozen display beside coding as it is now and the programme's latest extracts."""

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.reads.displays.cards import DisplayCard
from linkwork.evaluation.portraits.reads.displays.reading import display
from linkwork.evaluation.portraits.reads.evidence import figure_cards, latest_extracts, quote_cards
from linkwork.evaluation.portraits.rules.displays.differences import Different, differences


@dataclass(frozen=True)
class RowToday:
    """One row's differences; none where it would stand as it did."""

    id: UUID
    question: str
    different: tuple[Different, ...]


@dataclass(frozen=True)
class Today:
    """`extract_*` are of the latest extract, which the figures are told from anew; empty where there is none."""

    display: DisplayCard
    extract_id: UUID | None
    extract_name: str
    extract_at: dt.datetime | None
    rows: tuple[RowToday, ...]


def today(viewer: Viewer, display_id: UUID) -> Today:
    """What became of the evidence since a display was frozen. Raises NotFound, IllegalStep (live)."""
    card = display(viewer, display_id)
    if card.frozen_at is None:
        raise IllegalStep(_("This display is live: it shows today already."))
    latest, wave = latest_extracts(viewer)
    quotes = quote_cards(viewer, {one.coding_id for row in card.rows for one in row.evidence.quotes})
    keys = {one.key for row in card.rows for one in row.evidence.figures}
    asked = {
        key: (of.id, replace(key, wave=str(of.id) if key.wave else ""))
        for key in keys
        if (of := wave if key.wave else latest)
    }
    figures = figure_cards(viewer, asked.values())
    now = {key: figures[at] for key, at in asked.items()}
    rows = tuple(
        RowToday(
            row.id,
            row.question,
            tuple(differences(row.evidence.quotes, row.evidence.figures, quotes, now)),
        )
        for row in card.rows
    )
    return Today(
        display=card,
        extract_id=latest.id if latest else None,
        extract_name=latest.name if latest else "",
        extract_at=latest.taken_at if latest else None,
        rows=rows,
    )
