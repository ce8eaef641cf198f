"""Asking about displays, portraits and what they rest on."""

from linkwork.evaluation.portraits.reads.displays import (
    DisplayCard,
    DisplayLine,
    RowCard,
    display,
    displays,
)
from linkwork.evaluation.portraits.reads.evidence import figure_choices, quote_choices
from linkwork.evaluation.portraits.reads.portraits import (
    EventCard,
    PortraitCard,
    PortraitLine,
    ReviewCard,
    SectionCard,
    StatementCard,
    portrait,
    portraits,
    statements,
)

__all__ = [
    "DisplayCard",
    "DisplayLine",
    "EventCard",
    "PortraitCard",
    "PortraitLine",
    "ReviewCard",
    "RowCard",
    "SectionCard",
    "StatementCard",
    "display",
    "displays",
    "figure_choices",
    "portrait",
    "portraits",
    "quote_choices",
    "statements",
]
