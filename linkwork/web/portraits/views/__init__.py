"""The pages of displays and portraits."""

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
    "edit",
    "event_new",
    "event_remove",
    "evidence",
    "home",
    "new",
    "pdf",
    "read",
    "review",
    "section",
    "share",
    "sign",
    "statement",
    "statement_new",
    "statement_remove",
]
