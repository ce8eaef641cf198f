"""Asking about joint displays: live from coding and figures, as frozen, what there is to choose, what changed since."""

from linkwork.evaluation.portraits.reads.displays.cards import DisplayCard, DisplayLine, RowCard
from linkwork.evaluation.portraits.reads.displays.choosing import RowInPlace, row_in_place, sheets_to_show
from linkwork.evaluation.portraits.reads.displays.reading import display, displays
from linkwork.evaluation.portraits.reads.displays.today import RowToday, Today, today

__all__ = [
    "DisplayCard",
    "DisplayLine",
    "RowCard",
    "RowInPlace",
    "RowToday",
    "Today",
    "display",
    "displays",
    "row_in_place",
    "sheets_to_show",
    "today",
]
