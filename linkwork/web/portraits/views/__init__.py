"""The pages of displays and portraits."""

from linkwork.web.portraits.views.displays import display, freeze, new_display, row, row_new, row_remove
from linkwork.web.portraits.views.reading import home, pdf, read, review, sign
from linkwork.web.portraits.views.writing import (
    edit,
    event_new,
    event_remove,
    evidence,
    new,
    section,
    share,
    statement,
    statement_new,
    statement_remove,
)

__all__ = [
    "display",
    "edit",
    "event_new",
    "event_remove",
    "evidence",
    "freeze",
    "home",
    "new",
    "new_display",
    "pdf",
    "read",
    "review",
    "row",
    "row_new",
    "row_remove",
    "section",
    "share",
    "sign",
    "statement",
    "statement_new",
    "statement_remove",
]
