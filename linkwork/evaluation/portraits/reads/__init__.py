"""Asking about displays, portraits and what they rest on."""

from linkwork.evaluation.portraits.reads.cards import (
    EventCard,
    PortraitCard,
    PortraitLine,
    ReviewCard,
    SectionCard,
    StatementCard,
)
from linkwork.evaluation.portraits.reads.displays import (
    DisplayCard,
    DisplayLine,
    RowCard,
    display,
    displays,
    row_in_place,
    today,
)
from linkwork.evaluation.portraits.reads.evidence import figure_choices, quote_choices
from linkwork.evaluation.portraits.reads.portraits import (
    portrait,
    portraits,
    portraits_behind,
    whole_portraits,
)
from linkwork.evaluation.portraits.reads.statements import (
    StatementInPlace,
    statement_in_place,
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
    "StatementInPlace",
    "display",
    "displays",
    "figure_choices",
    "portrait",
    "portraits",
    "portraits_behind",
    "quote_choices",
    "row_in_place",
    "statement_in_place",
    "statements",
    "today",
    "whole_portraits",
]
