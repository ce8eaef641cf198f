"""Asking about displays, portraits and what they rest on."""

from linkwork.evaluation.portraits.reads.cards import (
    EventCard,
    PortraitCard,
    PortraitLine,
    ReviewCard,
    SectionCard,
    StatementCard,
    VoiceCard,
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
from linkwork.evaluation.portraits.reads.evidence import (
    figure_cards,
    figure_choices,
    latest_extracts,
    quote_cards,
    quote_choices,
)
from linkwork.evaluation.portraits.reads.portraits import (
    portrait,
    portrait_line,
    portraits,
    portraits_behind,
    whole_portraits,
)
from linkwork.evaluation.portraits.reads.statements import (
    StatementInPlace,
    statement_in_place,
    statements,
    taken_out,
)
from linkwork.evaluation.portraits.reads.versions import (
    ByLink,
    LinkLine,
    VersionLine,
    adviser_links,
    between,
    by_link,
    version,
    versions,
)

__all__ = [
    "ByLink",
    "DisplayCard",
    "DisplayLine",
    "EventCard",
    "LinkLine",
    "PortraitCard",
    "PortraitLine",
    "ReviewCard",
    "RowCard",
    "SectionCard",
    "StatementCard",
    "StatementInPlace",
    "VersionLine",
    "VoiceCard",
    "adviser_links",
    "between",
    "by_link",
    "display",
    "displays",
    "figure_cards",
    "figure_choices",
    "latest_extracts",
    "portrait",
    "portrait_line",
    "portraits",
    "portraits_behind",
    "quote_cards",
    "quote_choices",
    "row_in_place",
    "statement_in_place",
    "statements",
    "taken_out",
    "today",
    "version",
    "versions",
    "whole_portraits",
]
